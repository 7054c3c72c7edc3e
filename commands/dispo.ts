import { type Call, defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { choice } from '../src/chat/options/choice.ts';
import { space } from '../src/chat/options/space.ts';
import { dayOf, slotOf } from '../src/chat/options/when.ts';
import { inMonth, inTime, whenOrMonth } from '../src/chat/options/when-or-month.ts';
import { availabilityReply, dayButtons, leasedReply, pictureButton } from '../src/messages/availability.fr.ts';
import { comingWords } from '../src/messages/coming.fr.ts';
import { weekButtons } from '../src/messages/pictures.fr.ts';
import type { WhenReading } from '../src/reading/model.ts';
import type { Reply } from '../src/reply/tree.ts';
import { dayShown, monthShown, spaceShown, weekLines, weekShown } from './dispo-pictures.ts';

const options = {
  espace: optional(space('Quel espace')),
  quand: optional(whenOrMonth('Quel jour, à quelle heure, ou quel mois')),
  vue: optional(choice('En image ou en mots', { image: 'En image', mots: 'En mots' })),
};

type Asked = Call<typeof options>;

/** What is out of the ordinary is said two weeks ahead. */
const AHEAD = { days: 14 } as const;

const aroundDay = async (call: Asked, reading: WhenReading | undefined): Promise<Reply> => {
  const { args, actor, core, place, line, lineWith } = call;
  const slot = reading && slotOf(reading);
  const window = slot && { from: slot.start, to: slot.end };
  const found = await core.booking.available(actor, { spaceKey: args.espace, when: window });
  if (found.spaces.length === 0) return leasedReply();
  const onDay = (date: Temporal.PlainDate) => lineWith({ quand: inTime(dayOf(date, place.timeZone)) });
  const book = line('reserver', { espace: args.espace, quand: reading ?? dayOf(found.date, place.timeZone) });
  const only = args.espace && spaceShown(place, args.espace);
  const others = only
    ? weekButtons(
        weekLines(call, only, found.date, {
          onDay,
          month: lineWith({ quand: inMonth(found.date.toPlainYearMonth()) }),
        }),
      )
    : dayButtons(found, onDay);
  const closures = await core.staff.closures.toCome(actor);
  const noted = comingWords(place, only || undefined, closures, { first: found.date, last: found.date.add(AHEAD) });
  if (args.vue === 'mots')
    return availabilityReply(place, found, [], {
      book,
      others: [pictureButton(lineWith({ vue: 'image' })), ...others],
      noted,
    });
  const picture = only ? await weekShown(call, only, found.date) : await dayShown(call, found.date);
  return availabilityReply(place, found, [picture], { book, others, noted });
};

const wholeMonth = async (call: Asked, month: Temporal.PlainYearMonth): Promise<Reply> => {
  const { args, place, line, lineWith } = call;
  const only = spaceShown(place, args.espace);
  if (!only) return leasedReply();
  return monthShown(call, only, month, {
    book: line('reserver', { espace: only.key }),
    inMonth: (other) => lineWith({ espace: only.key, quand: inMonth(other) }),
    onDay: (date) => lineWith({ espace: only.key, quand: inTime(dayOf(date, place.timeZone)) }),
  });
};

export const dispo = defineCommand({
  name: 'dispo',
  summary: 'Voir ce qui est libre',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['', 'coworking demain', 'jeudi après-midi', 'coworking décembre'],
  said: [
    'dispo',
    'dispos',
    'disponible',
    'disponibilité',
    'disponibilités',
    'libre',
    'libres',
    'de la place',
    'reste-t-il',
    'il reste',
    'des places',
    'ouvert',
    'fermé',
  ],

  async run(call) {
    const { quand } = call.args;
    return quand?.is === 'month' ? wholeMonth(call, quand.month) : aroundDay(call, quand?.reading);
  },
});
