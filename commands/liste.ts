import { type Call, defineCommand, defineGroup } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { bookingNumber } from '../src/chat/options/booking.ts';
import { equipment } from '../src/chat/options/equipment.ts';
import { rest } from '../src/chat/options/rest.ts';
import { seats } from '../src/chat/options/seats.ts';
import { space } from '../src/chat/options/space.ts';
import { exactly, slotOf, when } from '../src/chat/options/when.ts';
import type { Stay } from '../src/core/booking/model.ts';
import { bookedReply, refusedReply, titles } from '../src/messages/booking.fr.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import { leftReply, passedReply, waitingReply, waitsReply } from '../src/messages/waitlist.fr.ts';
import type { Reply } from '../src/reply/tree.ts';
import { valuesOf } from './booking-values.ts';
import { onNumber } from './on-number.ts';

const CHANGE = 'reservations modifier';

const voir = defineCommand({
  name: 'voir',
  summary: 'Voir ce que j’attends',
  access: 'membre',
  audience: 'asker',
  options: {},
  examples: [''],
  said: ['liste d’attente', 'mes attentes'],

  async run({ actor, core, place }) {
    return waitsReply(place, await core.waitlist.mine(actor));
  },
});

const wishOptions = {
  espace: space('Quel espace'),
  quand: when('Quel jour, à quelle heure'),
  personnes: optional(seats('Combien de personnes')),
  materiel: optional(equipment('Avec quel matériel')),
  motif: optional(rest('Pour quoi faire')),
};

/** `moves`: a booking of theirs that would be moved there; undefined: another one would be made. */
const waited = async (call: Call<typeof wishOptions>, moves?: number): Promise<Reply> => {
  const { args, actor, core, place, lineWith, line } = call;
  const { start, end, span } = slotOf(args.quand);
  const outcome = await core.waitlist.wait(actor, {
    spaceKey: args.espace,
    start,
    end,
    bareDay: span === 'day',
    people: args.personnes ?? 1,
    equipment: args.materiel ?? [],
    purpose: args.motif,
    bookingId: moves,
  });
  if (outcome.ok) return waitingReply(place, outcome.value);
  const askFor = (stay: Stay) => lineWith({ espace: stay.spaceKey, quand: exactly(stay) });
  return refusedReply(place, outcome.error, askFor, (booking) => line(CHANGE, valuesOf(booking)));
};

const attendre = defineCommand({
  name: 'attendre',
  summary: 'Attendre une place',
  access: 'membre',
  audience: 'asker',
  options: wishOptions,
  examples: ['coworking demain matin'],
  said: ['préviens-moi', 'prévenez-moi'],

  run: (call) => waited(call),
});

const deplacer = defineCommand({
  name: 'deplacer',
  summary: 'Attendre de pouvoir déplacer une réservation',
  title: 'Attendre pour déplacer',
  access: 'membre',
  audience: 'asker',
  options: { reservation: bookingNumber('Numéro de la réservation'), ...wishOptions },
  examples: ['12 coworking demain matin'],

  run: (call) => waited(call, call.args.reservation),
});

const onWait = onNumber('Numéro sur la liste');

const prendre = onWait(
  { name: 'prendre', summary: 'Prendre la place proposée', title: 'Prendre la place' },
  async ({ args, actor, core, place, requestId, line }) => {
    const outcome = await core.waitlist.take(actor, args.numero, requestId);
    if (outcome.ok) {
      const { booking } = outcome.value;
      const title = booking.sequence > 0 ? titles.changed : titles.booked;
      return bookedReply(place, outcome.value, { title, changeLine: line(CHANGE, valuesOf(booking)) });
    }
    const { error } = outcome;
    if (error.code === 'waitlist.not_found' || error.code === 'waitlist.not_offered' || error.code === 'waitlist.over')
      return refuse(error, place);
    const askFor = (stay: Stay) => line('reserver', { espace: stay.spaceKey, quand: exactly(stay) });
    return refusedReply(place, error, askFor, (booking) => line(CHANGE, valuesOf(booking)));
  },
);

const passer = onWait(
  { name: 'passer', summary: 'Laisser la place proposée', title: 'Laisser la place' },
  async ({ args, actor, core, place }) => {
    const outcome = await core.waitlist.pass(actor, args.numero);
    return outcome.ok ? passedReply(place, outcome.value) : refuse(outcome.error, place);
  },
);

const quitter = onWait(
  { name: 'quitter', summary: 'Ne plus attendre', title: 'Ne plus attendre' },
  async ({ args, actor, core, place }) => {
    const outcome = await core.waitlist.leave(actor, args.numero);
    return outcome.ok ? leftReply(place, outcome.value) : refuse(outcome.error, place);
  },
);

export const liste = defineGroup({
  name: 'liste',
  summary: 'Attendre une place quand c’est complet',
  commands: [voir, attendre, deplacer, prendre, passer, quitter],
  alone: 'voir',
});
