import { defineCommand } from '../../src/chat/command.ts';
import { type ArgumentsOf, optional } from '../../src/chat/option.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { afterDash, quotedAfter } from '../../src/chat/options/labelled.ts';
import { destination, type Move, move } from '../../src/chat/options/move.ts';
import { places, UNLIMITED } from '../../src/chat/options/places.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { space } from '../../src/chat/options/space.ts';
import type { EventReach, FactChanges, NewEventTimes } from '../../src/core/agenda/acts.ts';
import type { Event } from '../../src/core/agenda/model.ts';
import { whichEventReply } from '../../src/messages/event-acts.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { displacedReason } from '../../src/messages/touched.fr.ts';
import { decidedReply } from './decided.ts';
import { moveTo } from './held.ts';
import { askedHowFar, reachOf, reachOption } from './reach.ts';

const clock = (time: Temporal.ZonedDateTime): string => time.toPlainTime().toString({ smallestUnit: 'minute' });

/** Of one, its new times; of several, a weekday, hours, or both: each keeps the rest. */
const timesOf = (event: Event, quand: Move | undefined, reach: EventReach): NewEventTimes | undefined => {
  if (quand === undefined) return undefined;
  const { start, end } = destination(event, quand);
  if (reach === 'one') return { is: 'exact', start: start.toInstant().toString(), end: end.toInstant().toString() };
  const weekday = quand.sameDay ? undefined : start.dayOfWeek;
  return quand.to.span === 'day'
    ? { is: 'weekly', weekday }
    : { is: 'weekly', weekday, start: clock(start), end: clock(end) };
};

const options = {
  evenement: optional(eventNumber('Numéro de l’événement')),
  portee: optional(reachOption),
  titre: optional(quotedAfter('titre', 'Son titre', 200)),
  espace: optional(space('Dans quel espace')),
  places: optional(places('Combien de places (0\u00a0: sans limite)')),
  quand: optional(move('Quel jour, à quelle heure')),
  motif: optional(afterDash(rest('Pourquoi (les personnes inscrites le liront)'))),
};

/** `emptied`: by a form, of which what was left empty is no more. */
const changesOf = (
  { titre, espace, places: most }: ArgumentsOf<typeof options>,
  { spaceKey }: Event,
  emptied: boolean,
): FactChanges => ({
  set: {
    ...(titre !== undefined && { title: titre }),
    ...(espace !== undefined && { spaceKey: espace }),
    ...(most !== undefined && most !== UNLIMITED && { capacity: most }),
  },
  unset: [
    ...(most === UNLIMITED ? (['capacity'] as const) : []),
    ...(emptied && espace === undefined && spaceKey !== undefined ? (['spaceKey'] as const) : []),
  ],
});

export const modifier = defineCommand({
  name: 'modifier',
  summary: 'Modifier un événement',
  access: 'partenaire',
  audience: 'asker',
  options,
  examples: ['12 jeudi 14h — la salle est prise', '12 suivantes 10h-12h', '12 30 places'],

  async run(call) {
    const { actor, core, place, requestId, complete, lineWith } = call;
    // In a form, no number is no limit.
    const args = complete ? { ...call.args, places: call.args.places ?? UNLIMITED } : call.args;
    if (args.evenement === undefined)
      return whichEventReply(place, await core.agenda.toChange(actor), ({ id }) => lineWith({ evenement: id }));
    const found = await core.agenda.changeable(actor, args.evenement);
    if (!found.ok) return refuse(found.error, place);
    const event = found.value;
    const changes = changesOf(args, event, complete);
    const isBare = args.quand === undefined && Object.keys(changes.set).length + changes.unset.length === 0;
    const asked =
      args.portee === undefined
        ? await askedHowFar(call, event, (portee) => lineWith({ portee, places: args.places }))
        : undefined;
    if (asked && !isBare) return asked;
    const reach = reachOf(args.portee);
    const change = {
      eventId: event.id,
      reach,
      changes,
      times: timesOf(event, args.quand, reach),
      because: args.motif,
      reason: displacedReason(args.titre ?? event.title),
    };
    return decidedReply(call, await core.agenda.change(actor, change, requestId), {
      instead: (stay) => lineWith({ espace: stay.spaceKey, quand: moveTo(stay) }),
    });
  },
});
