// Moving the occurrences of a series together: to other hours, to another weekday; shown first, then done.
import { type Call, defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { readAfter } from '../src/chat/options/after.ts';
import { between } from '../src/chat/options/between.ts';
import { bookingNumber } from '../src/chat/options/booking.ts';
import { choice } from '../src/chat/options/choice.ts';
import { moveEach } from '../src/chat/options/each.ts';
import type { Reach } from '../src/core/series/model.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import { howMuchToMoveReply, moveCheckReply, noneDoneBlocks, seriesMovedReply } from '../src/messages/series.fr.ts';
import type { Reply } from '../src/reply/tree.ts';
import { reachOf, reachOption } from './series.ts';

const entre = between('Entre deux dates seulement');

const options = {
  reservation: bookingNumber('Numéro de la réservation'),
  // « suivantes » is a word of time, too, and a stretch of days is no destination.
  vers: readAfter(moveEach('Quel jour de semaine, à quelle heure'), reachOption, entre),
  portee: optional(reachOption),
  entre: optional(entre),
  accord: optional(choice('Sans autre question', { oui: 'Oui' })),
};

type Asked = Call<typeof options>;
type Values = Asked['args'];

/** Undefined: it was not said. */
const reached = ({ portee, entre, vers: { of: weekday } }: Values): Reach | undefined => {
  if (entre) return { is: 'between', start: entre.start, end: entre.end, weekday };
  if (portee === 'seance') return { is: 'one' };
  if (portee === undefined) return weekday === undefined ? undefined : { is: 'all', weekday };
  return { ...reachOf(portee), weekday };
};

/** What is asked of a whole series, whichever command asked it. */
export const shift = async (
  call: Pick<Asked, 'actor' | 'core' | 'place' | 'now' | 'requestId' | 'line'>,
  args: Values,
): Promise<Reply> => {
  const { actor, core, place, requestId, line } = call;
  const { reservation: id } = args;
  const lineWith = (values: Partial<Values>) => line('reservations decaler', { ...args, ...values });
  const reach = reached(args);
  if (reach === undefined) {
    const found = await core.booking.find(actor, id);
    if (!found.ok) return refuse(found.error, place);
    const all = await core.series.occurrences(actor, id);
    const toCome = all.ok
      ? all.value.filter(
          ({ cancelledAt, end }) => !cancelledAt && Temporal.Instant.compare(end.toInstant(), call.now) > 0,
        )
      : [];
    if (toCome.length > 1) return howMuchToMoveReply(place, found.value, toCome, (portee) => lineWith({ portee }));
  }
  const asked = reach ?? { is: 'one' };
  if (args.accord === undefined) {
    const checked = await core.series.checkMove(actor, id, asked, args.vers.times);
    return checked.ok
      ? moveCheckReply(place, checked.value, lineWith({ accord: 'oui' }))
      : refuse(checked.error, place);
  }
  const outcome = await core.series.move(actor, id, asked, args.vers.times, requestId);
  if (outcome.ok) return seriesMovedReply(place, outcome.value);
  const { error } = outcome;
  return refuse(error, place, ...('impossible' in error ? noneDoneBlocks(error.impossible) : []));
};

export const decaler = defineCommand({
  name: 'decaler',
  summary: 'Décaler les séances d’une série à une autre heure, ou à un autre jour de la semaine',
  title: 'Décaler une série',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['12 suivantes 10h', '12 serie jeudi 14h-16h', '12 jeudi du 1er au 15 mars'],

  run: (call) => shift(call, call.args),
});
