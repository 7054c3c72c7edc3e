// One sentence per failure: what happened, then what to do.
import type { ChatFailure } from '../chat/failure.ts';
import type { CoreFailure } from '../core/failure.ts';
import { type Place, type Role, spaceOf } from '../place/model.ts';
import type { ReadingFailure } from '../reading/model.ts';
import { type Block, code, type Inline, type Line, p, type Reply, say, strong } from '../reply/tree.ts';
import { appointmentSentences } from './appointment-failures.fr.ts';
import { eventSentences } from './event-failures.fr.ts';
import { followupSentences } from './followup-failures.fr.ts';
import { initiativeSentences } from './initiative.fr.ts';
import { linkSentences } from './link.fr.ts';
import { orientationSentences } from './orientation-failures.fr.ts';
import { partnerSentences } from './partner-failures.fr.ts';
import { projectSentences } from './project.fr.ts';
import { referralSentences } from './referral-failures.fr.ts';
import { sessionsSentences } from './sessions-failures.fr.ts';
import { signupSentences } from './signup-failures.fr.ts';
import { structureSentences } from './structure-failures.fr.ts';
import { count, day, duration, enumerate, hour, moment, number, quoted, sentenceCase } from './words.fr.ts';

export type Failure = CoreFailure | ChatFailure | ReadingFailure;

type Sentences = {
  readonly [C in Failure['code']]: (failure: Extract<Failure, { readonly code: C }>, place: Place) => Line;
};

/** « réservée … », « demandez … ». */
const toRole: Readonly<Record<Role, string>> = {
  membre: 'aux membres',
  veilleuse: 'aux veilleuses',
  partenaire: 'aux partenaires et à l’équipe d’animation',
  comite: 'au comité de sélection',
  animation: 'à l’équipe d’animation',
  admin: 'à l’administration du lieu',
};

/** « … par … ». */
const byRole: Readonly<Record<Role, string>> = {
  membre: 'les membres',
  veilleuse: 'les veilleuses',
  partenaire: 'les partenaires et l’équipe d’animation',
  comite: 'le comité de sélection',
  animation: 'l’équipe d’animation',
  admin: 'l’administration du lieu',
};

/** « l’espace de coworking »; a key that the place no longer has is said as it is. */
export const spaceName = (place: Place, key: string): string => spaceOf(place, key)?.nameWithArticle ?? quoted(key);

const theSpace = (place: Place, key: string): Inline => strong(sentenceCase(spaceName(place, key)));

const equipmentName = (place: Place, spaceKey: string, key: string): string =>
  spaceOf(place, spaceKey)?.equipment.find((each) => each.key === key)?.name ?? key;

const nextStep = (alternatives: readonly unknown[], some: string, none: string): string =>
  alternatives.length > 0 ? ` ${some}` : ` ${none}`;

const OTHERS = 'Voici ce qui est possible\u00a0:';
const TRY_ANOTHER_DAY = 'Essayez un autre jour, ou tapez /dispo pour voir ce qui est libre.';

const sentences: Sentences = {
  'booking.full': ({ spaceKey, capacitySeats, peakSeats, wantedSeats, alternatives }, place) => {
    const free = Math.max(0, capacitySeats - peakSeats);
    const what =
      free === 0
        ? ` est complet sur ce créneau\u00a0: ${count(capacitySeats, 'place prise', 'places prises')} sur ${capacitySeats}.`
        : ` n’a plus que ${count(free, 'place', 'places')} sur ce créneau, et vous en demandez ${wantedSeats}.`;
    return [theSpace(place, spaceKey), what, nextStep(alternatives, OTHERS, TRY_ANOTHER_DAY)];
  },
  'booking.taken': ({ spaceKey, event, alternatives }, place) => [
    theSpace(place, spaceKey),
    event === undefined ? ' est déjà pris sur ce créneau.' : ` est occupé par ${quoted(event)} sur ce créneau.`,
    nextStep(alternatives, OTHERS, TRY_ANOTHER_DAY),
  ],
  'booking.equipment_taken': ({ spaceKey, equipmentKey, count: wanted, free, alternatives }, place) => [
    free === 0
      ? 'Il ne reste rien de libre sur ce créneau pour '
      : `Il n’en reste que ${free} de libre sur ce créneau (vous en demandez ${wanted})\u00a0: `,
    strong(equipmentName(place, spaceKey, equipmentKey)),
    '.',
    nextStep(alternatives, OTHERS, 'Réservez sans ce matériel, ou à une autre heure.'),
  ],
  'booking.closed': ({ spaceKey, start, end, bareDay, because, alternatives }, place) => [
    theSpace(place, spaceKey),
    ' est fermé ',
    strong(bareDay ? day(start) : moment(start, end)),
    because === undefined ? '.' : ` (${because}).`,
    nextStep(alternatives, 'Voici quand c’est ouvert\u00a0:', 'Tapez /lieu pour voir les horaires.'),
  ],
  'booking.past': ({ start, end, alternatives }) => [
    'Ce moment est passé\u00a0: ',
    strong(moment(start, end)),
    '.',
    nextStep(alternatives, OTHERS, 'Donnez un jour ou une heure à venir.'),
  ],
  'booking.too_late': ({ earliest, alternatives }) => [
    'C’est trop tard pour ce créneau\u00a0: le prochain possible commence ',
    strong(`${day(earliest)} à ${hour(earliest)}`),
    '.',
    nextStep(alternatives, OTHERS, TRY_ANOTHER_DAY),
  ],
  'booking.too_far': ({ spaceKey, horizonDays, last }, place) => [
    theSpace(place, spaceKey),
    ` se réserve au plus ${count(horizonDays, 'jour', 'jours')} à l’avance. Choisissez un jour jusqu’au `,
    strong(day(last)),
    '.',
  ],
  'booking.too_long': ({ spaceKey, longest, alternatives }, place) => [
    theSpace(place, spaceKey),
    ` se réserve pour ${duration(longest)} au plus.`,
    nextStep(alternatives, OTHERS, 'Demandez moins longtemps.'),
  ],
  'booking.too_short': ({ spaceKey, shortest, alternatives }, place) => [
    theSpace(place, spaceKey),
    ` se réserve pour ${duration(shortest)} au moins.`,
    nextStep(alternatives, OTHERS, 'Demandez un peu plus longtemps.'),
  ],
  'booking.off_step': ({ step, alternatives }) => [
    `Les réservations commencent et finissent par tranches de ${duration(step)}.`,
    nextStep(alternatives, OTHERS, 'Décalez un peu l’heure demandée.'),
  ],
  'booking.too_many_people': ({ spaceKey, people, capacityPeople }, place) => [
    theSpace(place, spaceKey),
    capacityPeople === undefined
      ? ` ne peut pas accueillir ${number(people)} personnes. Vérifiez le nombre, puis recommencez.`
      : ` accueille ${count(capacityPeople, 'personne', 'personnes')} au plus, et vous en annoncez ${number(people)}. Réduisez le nombre, ou choisissez un autre espace avec /lieu.`,
  ],
  'booking.no_one': () => [
    'Une réservation est pour une personne au moins. Indiquez combien vous serez, par exemple ',
    code('pour 2'),
    '.',
  ],
  'booking.not_enough_equipment': ({ spaceKey, equipmentKey, count: wanted, owned }, place) => [
    theSpace(place, spaceKey),
    owned === 0
      ? ' n’a pas ce matériel à réserver.'
      : ` n’en a que ${number(owned)}, et vous en demandez ${number(wanted)}\u00a0: ${equipmentName(place, spaceKey, equipmentKey)}.`,
    ' Tapez ',
    code(`/lieu ${spaceKey}`),
    ' pour voir ce qu’il y a.',
  ],
  'booking.not_for_you': ({ spaceKey, role }, place) => [
    theSpace(place, spaceKey),
    ` est réservé ${toRole[role]}. Voyez les autres espaces avec `,
    code('/lieu'),
    '.',
  ],
  'booking.over_quota': ({ spaceKey, quotaPerWeek, monday }, place) => [
    theSpace(place, spaceKey),
    ` se réserve ${count(quotaPerWeek, 'fois', 'fois')} par semaine et par personne, et vous y êtes pour la semaine du ${day(monday)}. Annulez une réservation de cette semaine-là, ou choisissez une autre semaine.`,
  ],
  'booking.over_structure_quota': ({ spaceKey, structure, quotaPerWeek, monday, alternatives }, place) => [
    theSpace(place, spaceKey),
    ...(quotaPerWeek === 0
      ? [' ne se réserve pas par les membres de votre structure, ', strong(structure), '.']
      : [
          ` se réserve ${count(quotaPerWeek, 'fois', 'fois')} par semaine par tous les membres de votre structure ensemble (`,
          strong(structure),
          `), et vous y êtes pour la semaine du ${day(monday)}.`,
        ]),
    nextStep(alternatives, OTHERS, 'Choisissez une autre semaine, ou parlez-en à l’équipe d’animation.'),
  ],
  'booking.already': ({ booking }, place) => [
    'Vous avez déjà une réservation à ce moment-là\u00a0: ',
    strong(`${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}`),
    '. Vous pouvez la modifier ou l’annuler.',
  ],
  'booking.approval_needed': ({ spaceKey, role }, place) => [
    theSpace(place, spaceKey),
    ` n’est privatisable qu’avec un accord\u00a0: demandez-le ${toRole[role]}. Son accès libre, lui, ne se réserve pas.`,
  ],
  'booking.leased': ({ spaceKey }, place) => [
    theSpace(place, spaceKey),
    ' ne se réserve pas à l’heure\u00a0: il se loue, sur appel à candidatures et avis du comité de sélection. Pour travailler dès maintenant, essayez ',
    code('/dispo'),
    '.',
  ],
  'booking.not_found': () => [
    'Je ne trouve pas cette réservation. Tapez ',
    code('/reservations'),
    ' pour voir les vôtres.',
  ],
  'booking.already_cancelled': ({ booking }, place) => [
    'Cette réservation est déjà annulée\u00a0: ',
    strong(`${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}`),
    '.',
  ],
  'booking.started': ({ booking }, place) => [
    'Cette réservation a déjà commencé\u00a0: ',
    strong(`${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}`),
    '. Elle ne peut plus être changée ici\u00a0; adressez-vous à l’équipe d’animation.',
  ],
  'booking.over': ({ booking }, place) => [
    'Cette réservation est terminée\u00a0: ',
    strong(`${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}`),
    '. Il n’y a plus rien à confirmer.',
  ],
  'booking.missed': ({ booking }, place) => [
    'Cette place a été rendue, faute de réponse après le début\u00a0: ',
    strong(`${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}`),
    '. Réservez ce qui en reste avec ',
    code(`/reserver ${booking.spaceKey}`),
    '.',
  ],
  'booking.cancel_too_late': ({ booking, deadline }, place) => [
    `Il est trop tard pour annuler ${spaceName(place, booking.spaceKey)}\u00a0: c’était possible jusqu’à ${duration(deadline)} avant le début. Prévenez l’équipe d’animation.`,
  ],
  'booking.restore_too_late': ({ booking, within }, place) => [
    `Une annulation se reprend pendant ${duration(within)}, et ce délai est passé. Réservez de nouveau\u00a0: `,
    code(`/reserver ${booking.spaceKey}`),
    spaceOf(place, booking.spaceKey) ? '.' : ' (cet espace a changé depuis).',
  ],
  'booking.not_cancelled': ({ booking }, place) => [
    'Cette réservation n’est pas annulée\u00a0: ',
    strong(`${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}`),
    '.',
  ],
  'event.not_found': () => ['Je ne trouve pas cet événement. Tapez ', code('/agenda'), ' pour voir ce qui vient.'],
  ...signupSentences,
  ...appointmentSentences,
  ...projectSentences,
  ...linkSentences,
  ...initiativeSentences,
  ...referralSentences,
  'waitlist.not_found': () => ['Je ne trouve pas cette attente. Tapez ', code('/liste'), ' pour voir les vôtres.'],
  'waitlist.not_offered': ({ wait }, place) => [
    'Cette place n’est plus libre, et vous êtes toujours sur la liste\u00a0: ',
    strong(`${spaceName(place, wait.spaceKey)}, ${moment(wait.start, wait.end)}`),
    '. Je vous préviens dès qu’elle se libère.',
  ],
  'waitlist.over': ({ wait }, place) => [
    'Cette proposition n’est plus valable\u00a0: ',
    strong(`${spaceName(place, wait.spaceKey)}, ${moment(wait.start, wait.end)}`),
    '. Redemandez ce créneau avec ',
    code('/reserver'),
    ' pour savoir s’il en reste.',
  ],
  'handling.already': ({ booking }, place) => [
    'Cette personne a déjà une réservation dans cet espace à ce moment-là\u00a0: ',
    strong(`${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}`),
    '. Rien n’est changé\u00a0: choisissez un autre moment.',
  ],
  'people.not_allowed': ({ needed }) => [
    `Cette commande est réservée ${toRole[needed]}. Tapez `,
    code('/aide'),
    ' pour voir ce que vous pouvez faire.',
  ],
  'booking.for_someone_else': () => [
    'Réserver au nom de quelqu’un d’autre revient à l’équipe d’animation, et je n’ai rien fait. Réservez pour vous, ou demandez-le-lui.',
  ],
  'booking.withdrawn': ({ booking, reason }, place) => [
    'L’équipe a dû annuler cette réservation, et elle ne peut pas être rétablie\u00a0: ',
    strong(`${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}`),
    ` (${reason}). Réservez un autre créneau avec `,
    code('/reserver'),
    '.',
  ],
  'plan.not_found': () => ['Je ne retrouve pas cette demande, et je n’ai rien fait. Refaites-la.'],
  'plan.done': () => ['C’est déjà confirmé\u00a0: il n’y a plus rien à faire.'],
  'plan.past': () => ['Ce moment est passé, et je n’ai rien fait. Donnez un jour ou une heure à venir.'],
  'closure.already_closed': () => [
    'C’est déjà fermé, au moins en partie, et je n’ai rien fait. Tapez ',
    code('/equipe fermetures'),
    ' pour voir, ou fermez seulement le reste.',
  ],
  'closure.not_found': () => [
    'Cette fermeture n’existe pas, ou elle est déjà levée. Tapez ',
    code('/equipe fermetures'),
    ' pour voir celles qui tiennent.',
  ],
  'equipment.not_found': () => [
    'Cette panne n’existe pas, ou c’est déjà réparé. Tapez ',
    code('/equipe fermetures'),
    ' pour voir ce qui est hors service.',
  ],
  'equipment.too_many': ({ units, owned }) => [
    `Vous en déclarez ${number(units)} de plus hors service, pour ${number(owned)} en tout, pannes déjà connues comprises. Vérifiez le nombre\u00a0; je n’ai rien fait.`,
  ],
  'opening.not_found': () => [
    'Cette ouverture n’existe pas, ou elle est déjà retirée. Tapez ',
    code('/equipe fermetures'),
    ' pour voir celles qui tiennent.',
  ],
  'opening.several_days': () => ['Une ouverture exceptionnelle tient en un jour. Faites-en une par jour.'],
  'opening.past': () => ['Ce moment est passé, et je n’ai rien fait. Donnez un jour ou une heure à venir.'],
  'opening.already_open': () => ['C’est déjà ouvert à ces heures-là\u00a0: il n’y a rien à faire.'],
  'staff.reason_needed': () => [
    'Il manque le motif\u00a0: les personnes touchées le liront. Ajoutez-le à la fin, par exemple ',
    code('— fuite d’eau'),
    '\u00a0; rien n’est fait pour l’instant.',
  ],
  'approval.not_found': () => [
    'Je ne trouve pas cette demande. Tapez ',
    code('/equipe demandes'),
    ' pour voir celles qui attendent.',
  ],
  'approval.own': () => [
    'Cette demande est la vôtre, et personne n’accepte la sienne. Une autre personne de l’équipe doit y répondre.',
  ],
  'approval.cancelled': () => ['La personne a annulé cette demande\u00a0: il n’y a plus rien à répondre.'],
  'approval.expired': () => ['Cette réservation aurait déjà commencé\u00a0: il est trop tard pour y répondre.'],
  'approval.answered': ({ answer, by }) => [
    `Cette demande est déjà ${answer === 'accepted' ? 'acceptée' : 'refusée'}${by === undefined ? '' : ` par ${by}`}\u00a0: il n’y a rien à faire.`,
  ],
  'people.unknown_person': ({ typed }) => [
    `Je ne trouve personne du nom de ${quoted(typed)}. La personne doit m’avoir parlé une fois\u00a0: demandez-lui de taper `,
    code('/aide'),
    '.',
  ],
  'people.not_yours_to_give': ({ role }) => [
    `Ce rôle se donne et se retire par ${byRole[role]}, et je n’ai rien changé. Demandez-le-lui.`,
  ],
  'series.too_many': ({ count: asked, most }) => [
    `Cela ferait ${count(asked, 'séance', 'séances')}, et je n’en réserve pas plus de ${most} à la fois. Donnez une fin plus proche\u00a0; rien n’a été fait.`,
  ],
  'series.none': () => ['Rien n’a pu être fait, et rien n’a changé.'],
  'chat.unknown_command': ({ typed, suggestions }) => [
    typed === '' ? 'Je n’ai pas compris.' : `Je ne connais pas ${quoted(typed)}.`,
    ...(suggestions.length > 0
      ? [' Vouliez-vous dire ', ...listed(suggestions.map((name) => `/${name}`)), '\u00a0?']
      : [' Tapez ', code('/aide'), ' pour voir ce que je sais faire.']),
  ],
  'chat.not_understood': ({ command, typed, example }) => [
    `Je n’ai pas compris ${quoted(typed)}, et je n’ai rien fait.`,
    ...(example === undefined
      ? [' Retirez ces mots, puis recommencez.']
      : [' Par exemple\u00a0: ', code(`/${command} ${example}`.trim()), '.']),
  ],
  'chat.no_channel': ({ typed }) => [
    'Cette conversation est privée, et je n’ai rien fait. Tapez cela dans le canal que cela concerne\u00a0: ',
    code(typed),
    '.',
  ],
  'chat.expired': () => [
    'Ce bouton est trop ancien pour que je sache ce qu’il demandait. Refaites la demande, ou tapez ',
    code('/aide'),
    '.',
  ],
  ...eventSentences,
  ...structureSentences,
  ...followupSentences,
  ...orientationSentences,
  ...partnerSentences,
  ...sessionsSentences,
  'reading.unknown_space': ({ typed, suggestions }, place) => [
    `Je ne connais pas d’espace ${quoted(typed)}. `,
    suggestions.length > 0
      ? `Vouliez-vous dire ${enumerate(
          suggestions.map((key) => spaceName(place, key)),
          'ou',
        )}\u00a0?`
      : 'Choisissez-en un\u00a0:',
  ],
  'reading.unclear_time': ({ typed }) => [
    typed.trim() === '' ? 'Je n’ai pas compris le moment. ' : `Je n’ai pas compris le moment ${quoted(typed)}. `,
    'Écrivez par exemple ',
    code('demain matin'),
    ' ou ',
    code('jeudi 14h-16h'),
    '.',
  ],
  'reading.several_times': ({ typed }) => [
    `${quoted(typed)} dit plusieurs moments, et il en faut un seul ici. Écrivez par exemple `,
    code('jeudi 14h-16h'),
    '.',
  ],
  'reading.not_a_phone': ({ typed }) => [
    'Ce n’est pas un numéro de téléphone\u00a0: ',
    strong(quoted(typed)),
    '. Par exemple\u00a0: ',
    code('06 12 34 56 78'),
    '.',
  ],
  'reading.not_an_email': ({ typed }) => [
    'Ce n’est pas une adresse de courriel\u00a0: ',
    strong(quoted(typed)),
    '. Par exemple\u00a0: ',
    code('prenom@exemple.fr'),
    '.',
  ],
  'reading.not_a_message': ({ typed }) => [
    'Ce n’est pas le lien d’un message de Slack ou de Discord\u00a0: ',
    strong(quoted(typed)),
    '. Copiez-le depuis le menu du message.',
  ],
  'reading.not_a_number': ({ typed }) => [
    `${quoted(typed)} n’est pas un nombre entier. Écrivez par exemple `,
    code('3'),
    '.',
  ],
  'reading.unknown_equipment': ({ typed, known }) => [
    `Je ne connais pas le matériel ${quoted(typed)}. `,
    known.length > 0 ? `On peut réserver\u00a0: ${enumerate(known)}.` : 'Cet espace n’en a pas à réserver.',
  ],
  'reading.unknown_choice': ({ typed, known }) => [
    `${quoted(typed)} n’est pas un des choix possibles\u00a0: ${enumerate(known, 'ou')}.`,
  ],
  'reading.too_long': ({ length, limit }) => [
    `C’est trop long pour moi\u00a0: ${count(length, 'caractère', 'caractères')}, pour ${limit} au plus. Raccourcissez, puis recommencez\u00a0; rien n’a été fait.`,
  ],
};

const listed = (words: readonly string[]): Line =>
  words.flatMap((word, index) => [index === 0 ? '' : index === words.length - 1 ? ' ou ' : ', ', code(word)]);

export const refusalLine = <F extends Failure>(failure: F, place: Place): Line => {
  const sentence = sentences[failure.code] as (failure: F, place: Place) => Line;
  return sentence(failure, place);
};

export const refuse = (failure: Failure, place: Place, ...next: readonly Block[]): Reply =>
  say('refusal', p(...refusalLine(failure, place)), ...next);
