import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { broken } from '../../src/chat/options/broken.ts';
import { period } from '../../src/chat/options/period.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { space } from '../../src/chat/options/space.ts';
import type { StaffAct } from '../../src/core/impact/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import {
  carriedReply,
  exceptionsReply,
  liftedReply,
  openedReason,
  openedReply,
  outOfOrderReason,
  proposalReply,
  repairedReply,
  unopenedReason,
} from '../../src/messages/impact.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

type Asked = Pick<Call<unknown>, 'actor' | 'core' | 'place'>;

/** What the act would take from others, to be confirmed. */
export const proposed = async ({ actor, core, place }: Asked, act: StaffAct): Promise<Reply> => {
  const outcome = await core.staff.impact.propose(actor, act);
  return outcome.ok ? proposalReply(place, outcome.value) : refuse(outcome.error, place);
};

const instants = ({
  start,
  end,
}: {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}) => ({
  start: start.toInstant().toString(),
  end: end.toInstant().toString(),
});

export const fermer = defineCommand({
  name: 'fermer',
  summary: 'Fermer un moment',
  access: 'animation',
  audience: 'asker',
  options: {
    quand: period('Quel jour, à quelle heure'),
    espace: optional(space('Quel espace (sinon tout le lieu)')),
    motif: optional(rest('Pourquoi (les personnes le liront)')),
  },
  examples: ['jeudi 14h-18h coworking — fuite d’eau', 'le 24 décembre — congés'],

  run: async (call) => {
    const { args, place } = call;
    if (args.motif === undefined) return refuse({ code: 'staff.reason_needed' }, place);
    const spaceKeys = args.espace === undefined ? place.spaces.map(({ key }) => key) : [args.espace];
    return proposed(call, { act: 'close', spaceKeys, ...instants(args.quand), reason: args.motif });
  },
});

export const confirmer = defineCommand({
  name: 'confirmer',
  summary: 'Confirmer ce qui a été montré',
  title: 'Confirmer',
  access: 'animation',
  audience: 'asker',
  options: { numero: bookingNumber('Numéro de la demande') },
  examples: ['12'],

  async run({ args, actor, core, place }) {
    const outcome = await core.staff.impact.confirm(actor, args.numero);
    if (!outcome.ok) return refuse(outcome.error, place);
    return outcome.value.kind === 'carried'
      ? carriedReply(place, outcome.value)
      : proposalReply(place, outcome.value, { changed: true });
  },
});

export const ouvrir = defineCommand({
  name: 'ouvrir',
  summary: 'Ouvrir à d’autres heures',
  title: 'Ouvrir un moment',
  access: 'animation',
  audience: 'asker',
  options: {
    quand: period('Quel jour, à quelle heure'),
    espace: optional(space('Quel espace (sinon tout le lieu)')),
    motif: optional(rest('Pourquoi')),
  },
  examples: ['samedi 9h-12h — portes ouvertes'],

  async run({ args, actor, core, place }) {
    const request = { spaceKey: args.espace, ...args.quand, reason: args.motif ?? openedReason };
    const outcome = await core.staff.openings.open(actor, request);
    return outcome.ok ? openedReply(place, outcome.value) : refuse(outcome.error, place);
  },
});

export const fermetures = defineCommand({
  name: 'fermetures',
  summary: 'Voir et lever fermetures, ouvertures et pannes',
  access: 'animation',
  audience: 'asker',
  options: {},
  examples: [''],

  async run({ actor, core, place }) {
    const { closures, openings, equipment: things } = core.staff;
    return exceptionsReply(place, {
      closures: await closures.toCome(actor),
      openings: await openings.toCome(actor),
      breakdowns: await things.outOfOrder(actor),
    });
  },
});

export const rouvrir = defineCommand({
  name: 'rouvrir',
  summary: 'Lever une fermeture',
  access: 'animation',
  audience: 'asker',
  options: { numero: bookingNumber('Numéro de la fermeture') },
  examples: ['3'],

  async run({ args, actor, core, place }) {
    const outcome = await core.staff.closures.lift(actor, args.numero);
    return outcome.ok ? liftedReply(outcome.value.told) : refuse(outcome.error, place);
  },
});

export const refermer = defineCommand({
  name: 'refermer',
  summary: 'Retirer une ouverture',
  access: 'animation',
  audience: 'asker',
  options: { numero: bookingNumber('Numéro de l’ouverture') },
  examples: ['3'],

  run: (call) => proposed(call, { act: 'unopen', openingId: call.args.numero, reason: unopenedReason }),
});

export const panne = defineCommand({
  name: 'panne',
  summary: 'Mettre hors service',
  access: 'animation',
  audience: 'asker',
  options: {
    quand: period('Jusqu’à quand'),
    materiel: broken('Quel matériel, combien'),
    espace: optional(space('De quel espace')),
    motif: optional(rest('Ce qu’il a (les personnes le liront)')),
  },
  examples: ['1 ordinateur jusqu’à vendredi — écran cassé'],

  run: async (call) => {
    const { args, place } = call;
    const [wanted] = args.materiel;
    const owner = place.spaces.find(
      ({ key, equipment: owned }) =>
        (args.espace === undefined || key === args.espace) && owned.some((each) => each.key === wanted?.key),
    );
    if (!wanted || !owner) return refuse({ code: 'reading.unknown_equipment', typed: '', known: [] }, place);
    return proposed(call, {
      act: 'break',
      spaceKey: owner.key,
      equipmentKey: wanted.key,
      units: wanted.count,
      ...instants(args.quand),
      reason: args.motif ?? outOfOrderReason,
    });
  },
});

export const reparer = defineCommand({
  name: 'reparer',
  summary: 'Remettre en service',
  access: 'animation',
  audience: 'asker',
  options: { numero: bookingNumber('Numéro de la panne') },
  examples: ['3'],

  async run({ args, actor, core, place }) {
    const outcome = await core.staff.equipment.repaired(actor, args.numero);
    return outcome.ok ? repairedReply() : refuse(outcome.error, place);
  },
});
