import { defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { equipment } from '../src/chat/options/equipment.ts';
import { rest } from '../src/chat/options/rest.ts';
import { seats } from '../src/chat/options/seats.ts';
import { space } from '../src/chat/options/space.ts';
import { exactly, slotOf, when } from '../src/chat/options/when.ts';
import { bookedReply, freeTimesReply, refusedReply, titles } from '../src/messages/booking.fr.ts';
import { valuesOf } from './booking-values.ts';

export const reserver = defineCommand({
  name: 'reserver',
  summary: 'Réserver un espace',
  access: 'membre',
  audience: 'asker',
  options: {
    espace: space('Quel espace'),
    quand: when('Quel jour, à quelle heure'),
    personnes: optional(seats('Combien de personnes')),
    materiel: optional(equipment('Avec quel matériel')),
    motif: optional(rest('Pour quoi faire')),
  },
  examples: ['coworking demain', 'expression jeudi 14h-16h pour 12 avec le vidéoprojecteur'],
  said: ['réserve', 'réserver', 'réservez', 'réservation', 'je prends', 'book'],

  async run({ args, actor, core, place, requestId, lineWith, line }) {
    const { start, end, span } = slotOf(args.quand);
    const request = {
      spaceKey: args.espace,
      start,
      end,
      bareDay: span === 'day',
      people: args.personnes ?? 1,
      equipment: args.materiel ?? [],
      purpose: args.motif,
    };
    const outcome = await core.booking.book(actor, request, requestId);
    const askFor = (stay: Parameters<typeof exactly>[0] & { readonly spaceKey: string }) =>
      lineWith({ espace: stay.spaceKey, quand: exactly(stay) });
    if (!outcome.ok)
      return refusedReply(place, outcome.error, askFor, (booking) => line('reservations modifier', valuesOf(booking)));
    if (outcome.value.kind === 'free_times') return freeTimesReply(place, outcome.value, askFor);
    const { booking } = outcome.value;
    const [other] = args.quand.alternatives;
    return bookedReply(place, outcome.value, {
      title: titles.booked,
      changeLine: line('reservations modifier', valuesOf(booking)),
      otherReading: other && {
        stay: { ...other, spaceKey: booking.spaceKey },
        line: line('reservations modifier', { reservation: booking.id, quand: exactly(other) }),
      },
    });
  },
});
