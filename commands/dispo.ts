import { type Call, defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { space } from '../src/chat/options/space.ts';
import { dayOf, slotOf } from '../src/chat/options/when.ts';
import { inMonth, inTime, whenOrMonth } from '../src/chat/options/when-or-month.ts';
import { availabilityReply, dayButtons, leasedReply } from '../src/messages/availability.fr.ts';
import { weekButtons } from '../src/messages/pictures.fr.ts';
import type { WhenReading } from '../src/reading/model.ts';
import type { Reply } from '../src/reply/tree.ts';
import { dayShown, monthShown, spaceShown, weekLines, weekShown } from './dispo-pictures.ts';

const options = {
  espace: optional(space('Quel espace')),
  quand: optional(whenOrMonth('Quel jour, à quelle heure, ou quel mois')),
};

type Asked = Call<typeof options>;

const aroundDay = async (call: Asked, reading: WhenReading | undefined): Promise<Reply> => {
  const { args, actor, core, place, line, lineWith } = call;
  const slot = reading && slotOf(reading);
  const window = slot && { from: slot.start, to: slot.end };
  const found = await core.booking.available(actor, { spaceKey: args.espace, when: window });
  if (found.spaces.length === 0) return leasedReply();
  const onDay = (date: Temporal.PlainDate) => lineWith({ quand: inTime(dayOf(date, place.timeZone)) });
  const book = line('reserver', { espace: args.espace, quand: reading ?? dayOf(found.date, place.timeZone) });
  const only = args.espace && spaceShown(place, args.espace);
  if (!only)
    return availabilityReply(place, found, await dayShown(call, found.date), {
      book,
      others: dayButtons(found, onDay),
    });
  const month = lineWith({ quand: inMonth(found.date.toPlainYearMonth()) });
  const others = weekButtons(weekLines(call, only, found.date, { onDay, month }));
  return availabilityReply(place, found, await weekShown(call, only, found.date), { book, others });
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
  said: ['dispo', 'dispos', 'disponible', 'disponibilité', 'disponibilités', 'libre', 'libres', 'de la place'],

  async run(call) {
    const { quand } = call.args;
    return quand?.is === 'month' ? wholeMonth(call, quand.month) : aroundDay(call, quand?.reading);
  },
});
