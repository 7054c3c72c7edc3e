import { defineCommand } from '../src/chat/command.ts';
import { exactly, slotOf } from '../src/chat/options/when.ts';
import type { Booking } from '../src/core/booking/model.ts';
import { bookedReply, freeTimesReply, refusedReply, titles } from '../src/messages/booking.fr.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import { seriesCheckReply } from '../src/messages/series.fr.ts';
import { spaceOf } from '../src/place/model.ts';
import { valuesOf } from './booking-values.ts';
import { onlyPossible, reserverOptions, seriesRequestOf } from './reserver-series.ts';
import { soonest } from './reserver-soonest.ts';
import { offeringToWait } from './waiting.ts';

export const reserver = defineCommand({
  name: 'reserver',
  summary: 'Réserver un espace',
  access: 'membre',
  audience: 'asker',
  options: reserverOptions,
  examples: [
    'coworking demain',
    'expression jeudi 14h-16h pour 12 avec le vidéoprojecteur',
    'coworking tous les mardis matin pendant 4 semaines',
  ],
  said: ['réserve', 'réserver', 'réservez', 'réservation', 'je prends', 'book'],
  implied: [
    'je voudrais',
    'j’aimerais',
    'je souhaite',
    'je souhaiterais',
    'je veux',
    'on voudrait',
    'on aimerait',
    'nous voudrions',
    'nous souhaitons',
    'il me faut',
    'il me faudrait',
    'il nous faut',
    'il nous faudrait',
    'besoin',
    'garde-moi',
    'bloque',
    'bloquer',
    'inscris-moi',
    'une place',
    'je viens',
    'je viendrai',
    'on vient',
  ],

  async run(call) {
    const { args, actor, core, place, requestId, lineWith, line } = call;
    if (args.quand.asap) return soonest(call);
    // What is let is let on every date: that is said once.
    const isLet = spaceOf(place, args.espace)?.use.by === 'lease';
    if (!isLet && (args.quand.slots.length > 1 || args.quand.repeats)) {
      const checked = await core.series.check(actor, seriesRequestOf(args));
      if (!checked.ok) return refuse(checked.error, place);
      const confirm = line('reservations serie', { ...args, quand: onlyPossible(args.quand, checked.value) });
      return seriesCheckReply(place, checked.value, args.quand.skipped, {
        confirm,
        change: lineWith({}),
        guestName: args.nom,
      });
    }
    const { start, end, span } = slotOf(args.quand);
    const request = {
      spaceKey: args.espace,
      start,
      end,
      bareDay: span === 'day',
      people: args.personnes ?? 1,
      equipment: args.materiel ?? [],
      purpose: args.motif,
      guestName: args.nom,
    };
    const outcome = await core.booking.book(actor, request, requestId);
    const askFor = (stay: Parameters<typeof exactly>[0] & { readonly spaceKey: string }) =>
      lineWith({ espace: stay.spaceKey, quand: exactly(stay) });
    if (!outcome.ok) {
      const changeLine = (booking: Booking) => line('reservations modifier', valuesOf(booking));
      const refused = refusedReply(place, outcome.error, askFor, changeLine);
      const wish = line('liste attendre', { ...args, quand: exactly(request) });
      return args.nom === undefined
        ? offeringToWait(refused, outcome.error, { bareDay: request.bareDay, wish })
        : refused;
    }
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
