// What is seldom said of an event when it is made; and what it serves, in one press.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { quotedAfter } from '../../src/chat/options/labelled.ts';
import { ofPlace } from '../../src/chat/options/of-place.ts';
import { rest } from '../../src/chat/options/rest.ts';
import type { EventFacts } from '../../src/core/agenda/acts.ts';
import { kindLabels, kindOfWord } from '../../src/messages/event-acts.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { displacedReason } from '../../src/messages/touched.fr.ts';
import { decidedReply } from './decided.ts';

export const completer = defineCommand({
  name: 'completer',
  summary: 'Compléter un événement',
  access: 'partenaire',
  audience: 'asker',
  options: {
    evenement: eventNumber('Numéro de l’événement'),
    type: optional(choice('Quel type d’événement', kindLabels)),
    edition: optional(ofPlace('De quel rendez-vous annuel', ({ eventSeries }) => eventSeries)),
    theme: optional(quotedAfter('theme', 'Son thème', 200)),
    lieu: optional(quotedAfter('lieu', 'Où, si c’est ailleurs', 200)),
    description: optional(rest('Sa description')),
  },
  examples: ['12 atelier', '12 lieu «\u00a0la médiathèque\u00a0» — Apportez un carnet'],

  async run(call) {
    const { args, actor, core, place, requestId, complete } = call;
    const { type, edition, theme, lieu, description } = args;
    const found = await core.agenda.changeable(actor, args.evenement);
    if (!found.ok) return refuse(found.error, place);
    const set: Partial<EventFacts> = {
      ...(type !== undefined && { kind: kindOfWord(type) }),
      ...(edition !== undefined && { edition }),
      ...(theme !== undefined && { theme }),
      ...(lieu !== undefined && { location: lieu }),
      ...(description !== undefined && { description }),
    };
    const unset = complete
      ? (['edition', 'theme', 'description', 'location'] as const).filter(
          (name) => set[name] === undefined && found.value[name] !== undefined,
        )
      : [];
    const change = {
      eventId: args.evenement,
      reach: 'one' as const,
      changes: { set, unset },
      times: undefined,
      reason: displacedReason(found.value.title),
    };
    return decidedReply(call, await core.agenda.change(actor, change, requestId));
  },
});

export const objectif = defineCommand({
  name: 'objectif',
  summary: 'Dire quel objectif du programme un événement sert',
  title: 'Objectif servi',
  access: 'partenaire',
  audience: 'asker',
  options: {
    evenement: eventNumber('Numéro de l’événement'),
    objectif: ofPlace('Quel objectif', ({ objectives }) => objectives.map(({ key, text }) => ({ key, name: text }))),
  },
  examples: ['12 cohesion'],

  async run(call) {
    const { args, actor, core, place, requestId } = call;
    const found = await core.agenda.changeable(actor, args.evenement);
    if (!found.ok) return refuse(found.error, place);
    const { objectives, id, title } = found.value;
    const served = objectives.includes(args.objectif)
      ? objectives.filter((key) => key !== args.objectif)
      : [...objectives, args.objectif];
    const change = {
      eventId: id,
      reach: 'one' as const,
      changes: { set: { objectives: served }, unset: [] },
      times: undefined,
      reason: displacedReason(title),
    };
    return decidedReply(call, await core.agenda.change(actor, change, requestId));
  },
});

export const confirmer = defineCommand({
  name: 'confirmer',
  summary: 'Confirmer ce qui a été montré',
  title: 'Confirmer',
  access: 'partenaire',
  audience: 'asker',
  options: { numero: bookingNumber('Numéro de la demande') },
  examples: ['12'],

  run: async (call) =>
    decidedReply(call, await call.core.agenda.confirm(call.actor, call.args.numero), { changed: true }),
});
