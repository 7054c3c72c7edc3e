// Waiting for an earlier slot of a partner, or for any; and answering what is offered.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { partner } from '../../src/chat/options/partner.ts';
import { madeReply, refusedAppointment, withWhomReply } from '../../src/messages/appointment.fr.ts';
import { developingReply } from '../../src/messages/coming-sessions.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { slotPassedReply, slotWaitLeftReply, waitingReply } from '../../src/messages/session-waits.fr.ts';
import { onNumber } from '../on-number.ts';

export const attendre = defineCommand({
  name: 'attendre',
  summary: 'Attendre un créneau plus tôt avec un partenaire',
  title: 'Attendre un créneau',
  access: 'membre',
  audience: 'asker',
  options: { partenaire: optional(partner('Quel partenaire')) },
  examples: ['BGE'],

  async run({ args, actor, core, place, lineWith }) {
    const { partenaire } = args;
    if (partenaire === undefined) {
      const keys = place.partners.filter(({ link }) => link !== 'developing').map(({ key }) => key);
      return withWhomReply(place, keys, (key) => lineWith({ partenaire: key }));
    }
    const asked = place.partners.find(({ key }) => key === partenaire);
    if (asked?.link === 'developing') return developingReply(asked);
    const waiting = await core.appointments.wait(actor, partenaire);
    return waiting.ok ? waitingReply(place, waiting.value) : refuse(waiting.error, place);
  },
});

const onWait = onNumber('Numéro de l’attente');

export const prendre = onWait(
  { name: 'prendre', summary: 'Prendre le créneau proposé', title: 'Prendre le créneau' },
  async ({ args, actor, core, place, requestId }) => {
    const outcome = await core.appointments.take(actor, args.numero, requestId);
    return outcome.ok ? madeReply(place, outcome.value) : refusedAppointment(place, outcome.error);
  },
);

export const passer = onWait(
  { name: 'passer', summary: 'Laisser le créneau proposé', title: 'Laisser le créneau' },
  async ({ args, actor, core, place }) => {
    const outcome = await core.appointments.pass(actor, args.numero);
    return outcome.ok ? slotPassedReply(place, outcome.value) : refuse(outcome.error, place);
  },
);

export const quitter = onWait(
  { name: 'quitter', summary: 'Ne plus attendre de créneau', title: 'Ne plus attendre' },
  async ({ args, actor, core, place }) => {
    const outcome = await core.appointments.leave(actor, args.numero);
    return outcome.ok ? slotWaitLeftReply(place, outcome.value) : refuse(outcome.error, place);
  },
);
