import { defineCommand, defineGroup } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { bookingNumber } from '../src/chat/options/booking.ts';
import { choice } from '../src/chat/options/choice.ts';
import { equipment } from '../src/chat/options/equipment.ts';
import { rest } from '../src/chat/options/rest.ts';
import { seats } from '../src/chat/options/seats.ts';
import { space } from '../src/chat/options/space.ts';
import { exactly, slotOf, when } from '../src/chat/options/when.ts';
import { bookedReply, bookingReply, freeTimesReply, refusedReply, titles } from '../src/messages/booking.fr.ts';
import { bookingsCalendar, calendarReply, feedReply, noFeedReply } from '../src/messages/calendar.fr.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import { confirmedReply } from '../src/messages/reminders.fr.ts';
import { bookingsReply, noneDoneBlocks, seriesBlocks, seriesRestoredReply } from '../src/messages/series.fr.ts';
import { ownEventsBlocks } from '../src/messages/signup.fr.ts';
import { waitsBlocks } from '../src/messages/waitlist.fr.ts';
import { valuesOf } from './booking-values.ts';
import { decaler } from './decaler.ts';
import { deplacer } from './deplacer.ts';
import { reachOption, serie } from './series.ts';
import { offeringToWait } from './waiting.ts';

const CHANGE = 'reservations modifier';

/** What was said, over what the booking is now: other equipment belongs to another space. */
const given = (args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...(args.espace === undefined ? {} : { materiel: undefined }),
  ...Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)),
});

const voir = defineCommand({
  name: 'voir',
  summary: 'Voir mes réservations',
  access: 'membre',
  audience: 'asker',
  options: { reservation: optional(bookingNumber('Numéro de la réservation')) },
  examples: [''],
  said: ['mes réservations', 'mes résas', 'ma réservation', 'ma résa', 'mes créneaux', 'j’ai réservé', 'ai-je réservé'],

  async run({ args, actor, core, place, line }) {
    if (args.reservation === undefined) {
      const reply = bookingsReply(place, await core.booking.toCome(actor));
      const waits = waitsBlocks(place, await core.waitlist.mine(actor));
      const events = ownEventsBlocks(place, await core.signups.mine(actor));
      return { ...reply, blocks: [...reply.blocks, ...waits, ...events] };
    }
    const found = await core.booking.find(actor, args.reservation);
    if (!found.ok) return refuse(found.error, place);
    const booking = found.value;
    const card = bookingReply(place, booking, line(CHANGE, valuesOf(booking)));
    const { seriesId } = booking;
    if (seriesId === undefined) return card;
    const toCome = (await core.booking.toCome(actor)).filter((each) => each.seriesId === seriesId);
    return { ...card, blocks: [...card.blocks, ...seriesBlocks(booking, toCome)] };
  },
});

const modifier = defineCommand({
  name: 'modifier',
  summary: 'Modifier une réservation',
  access: 'membre',
  audience: 'asker',
  options: {
    reservation: bookingNumber('Numéro de la réservation'),
    espace: optional(space('Quel espace')),
    quand: optional(when('Quel jour, à quelle heure')),
    personnes: optional(seats('Combien de personnes')),
    materiel: optional(equipment('Avec quel matériel')),
    motif: optional(rest('Pour quoi faire')),
  },
  examples: ['12 jeudi 14h-16h', '12 pour 3 personnes'],

  async run({ args, actor, core, place, requestId, complete, line, lineWith }) {
    const slot = args.quand && slotOf(args.quand);
    const changes = {
      spaceKey: args.espace,
      when: slot && { start: slot.start, end: slot.end, bareDay: slot.span === 'day' },
      people: args.personnes,
      equipment: args.materiel ?? (complete ? [] : undefined),
      purpose: args.motif ?? (complete ? '' : undefined),
    };
    const outcome = await core.booking.change(actor, args.reservation, changes, requestId);
    const askFor = (stay: Parameters<typeof exactly>[0] & { readonly spaceKey: string }) =>
      lineWith({ espace: stay.spaceKey, quand: exactly(stay) });
    if (!outcome.ok) {
      const refused = refusedReply(place, outcome.error, askFor, (booking) => line(CHANGE, valuesOf(booking)));
      const found = await core.booking.find(actor, args.reservation);
      if (!found.ok) return refused;
      const wish = line('liste deplacer', { ...valuesOf(found.value), ...given(args) });
      return offeringToWait(refused, outcome.error, { bareDay: slot?.span === 'day', wish });
    }
    if (outcome.value.kind === 'free_times') return freeTimesReply(place, outcome.value, askFor);
    return bookedReply(place, outcome.value, {
      title: titles.changed,
      changeLine: line(CHANGE, valuesOf(outcome.value.booking)),
    });
  },
});

const retablir = defineCommand({
  name: 'retablir',
  summary: 'Rétablir une réservation',
  access: 'membre',
  audience: 'asker',
  options: { reservation: bookingNumber('Numéro de la réservation'), portee: optional(reachOption) },
  examples: ['12', '12 serie'],

  async run({ args, actor, core, place, requestId, line }) {
    if (args.portee !== undefined && args.portee !== 'seance') {
      const restored = await core.series.restore(actor, args.reservation, requestId);
      if (restored.ok) return seriesRestoredReply(place, restored.value);
      const { error } = restored;
      return refuse(error, place, ...('impossible' in error ? noneDoneBlocks(error.impossible) : []));
    }
    const outcome = await core.booking.restore(actor, args.reservation, requestId);
    if (outcome.ok)
      return bookedReply(place, outcome.value, {
        title: titles.restored,
        changeLine: line(CHANGE, valuesOf(outcome.value.booking)),
      });
    const askFor = (stay: Parameters<typeof exactly>[0] & { readonly spaceKey: string }) =>
      line('reserver', { espace: stay.spaceKey, quand: exactly(stay) });
    return refusedReply(place, outcome.error, askFor, (booking) => line(CHANGE, valuesOf(booking)));
  },
});

const calendrier = defineCommand({
  name: 'calendrier',
  summary: 'Mettre à mon calendrier une réservation, une série, ou toutes',
  title: 'Mon calendrier',
  access: 'membre',
  audience: 'asker',
  options: {
    reservation: optional(bookingNumber('Numéro de la réservation')),
    quoi: optional(choice('La série, ou une autre adresse', { serie: 'Toute la série', nouveau: 'Une autre adresse' })),
  },
  examples: ['', '12', '12 serie', 'nouveau'],
  said: ['mon calendrier', 'mon agenda'],

  async run({ args, actor, core, place, now }) {
    if (args.reservation === undefined) {
      const isNew = args.quoi === 'nouveau';
      const address = await (isNew ? core.calendar.newAddress(actor) : core.calendar.address(actor));
      return address === undefined ? noFeedReply() : feedReply(address, isNew);
    }
    const found =
      args.quoi === 'serie'
        ? await core.series.occurrences(actor, args.reservation)
        : await core.booking.find(actor, args.reservation);
    if (!found.ok) return refuse(found.error, place);
    const bookings = [found.value].flat();
    const file = bookingsCalendar(place, bookings, { stamp: now });
    return calendarReply(bookings.length === 1 ? 'reservation.ics' : 'serie.ics', file, bookings.length);
  },
});

const confirmer = defineCommand({
  name: 'confirmer',
  summary: 'Confirmer que je viens',
  access: 'membre',
  audience: 'asker',
  options: { reservation: bookingNumber('Numéro de la réservation') },
  examples: ['12'],
  // The staff says it for someone.
  answersByRole: true,

  async run({ args, actor, core, place }) {
    const outcome = await core.arrivals.confirm(actor, args.reservation);
    return outcome.ok ? confirmedReply(place, outcome.value) : refuse(outcome.error, place);
  },
});

export const reservations = defineGroup({
  name: 'reservations',
  summary: 'Voir et modifier mes réservations',
  commands: [voir, modifier, deplacer, retablir, confirmer, calendrier, serie, decaler],
  alone: 'voir',
});
