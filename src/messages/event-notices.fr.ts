// What people are told, unasked, of the events that they answered to.
import type { Event } from '../core/agenda/model.ts';
import type { Notice, Was } from '../core/signups/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import {
  type Block,
  type Button,
  buttons,
  fields,
  heading,
  type Line,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { bookLine } from './appointment.fr.ts';
import { eventLine, eventWhen, eventWhere, goButton, leaveButton, seeButton } from './event.fr.ts';
import { rebookBlock } from './sessions.fr.ts';
import { count } from './words.fr.ts';

const agendaButton: Button = { label: 'Voir l’agenda', command: 'agenda' };
const stopButton: Button = { label: 'Ne plus me rappeler', command: 'compte rappels non' };

const facts = (place: Place, event: Event): Block => {
  const where = eventWhere(place, event);
  return fields(
    ['Quoi', [strong(event.title)]],
    ['Quand', [strong(eventWhen(event))]],
    ...(where === undefined ? [] : [['Où', [strong(where)]] as const]),
  );
};

/** The line moved, and it was their turn. */
export const promotedReply = (place: Place, { event }: Notice): Reply =>
  say(
    'done',
    heading('Une place s’est libérée, elle est à vous'),
    facts(place, event),
    p('Vous participez. Si vous ne pouvez plus venir, dites-le\u00a0: la place servira à la personne suivante.'),
    buttons(leaveButton(event), seeButton(event, 'Voir l’événement')),
  );

/** It says the whole date: it may be read on another day than it was sent. */
export const eventReminderReply = (place: Place, { event, own, standing: { slot } }: Notice): Reply =>
  slot === undefined
    ? say(
        'info',
        heading('Rappel de votre événement'),
        facts(place, event),
        p(
          'Vous avez dit que vous venez. Si vous ne pouvez plus, dites-le\u00a0: l’organisation compte sur votre réponse.',
        ),
        buttons(leaveButton(event), seeButton(event, 'Voir l’événement'), stopButton),
      )
    : say(
        'info',
        heading('Rappel de votre rendez-vous'),
        facts(place, own),
        p('Si vous ne pouvez plus venir, dites-le\u00a0: le créneau servira à quelqu’un d’autre.'),
        buttons(
          { label: 'Je viens', command: bookLine({ event, slot }), tone: 'primary' },
          leaveButton(event, 'J’annule'),
          stopButton,
        ),
      );

const placeWords = (place: Place, { spaceKey, location }: Was): string | undefined =>
  spaceKey === undefined ? location : (spaceOf(place, spaceKey)?.name ?? spaceKey);

/** « Avant », « Maintenant »: only what differs is said twice. */
const change = (place: Place, event: Event, was: Was): readonly Block[] => {
  const [before, now] = [placeWords(place, was), eventWhere(place, event)];
  const row = (label: string, old: string | undefined, next: string | undefined): readonly [string, Line][] => {
    if (old === next) return next === undefined ? [] : [[label, [strong(next)]]];
    return [
      [`${label}, avant`, [old ?? 'non communiqué']],
      [`${label}, maintenant`, [strong(next ?? 'non communiqué')]],
    ];
  };
  return [
    fields(
      ['Quoi', [strong(event.title)]],
      ...row('Quand', eventWhen(was), eventWhen(event)),
      ...row('Où', before, now),
    ),
  ];
};

/** An appointment moved by as much as its session. */
const ownBefore = ({ event, own, was }: Notice): Was | undefined => {
  const by = was && event.start.until(was.start);
  return by && { ...was, start: own.start.add(by), end: own.end.add(by) };
};

const movedButtons = ({ event, standing }: Notice): Block => {
  switch (standing.answer) {
    case 'going':
      return buttons(goButton(event, 'Je participe toujours'), leaveButton(event), agendaButton);
    case 'waiting':
      return buttons(
        goButton(event, 'J’attends toujours'),
        leaveButton(event, 'Quitter la liste d’attente'),
        agendaButton,
      );
    case 'maybe':
    case 'not_going':
    case undefined:
      return buttons(seeButton(event, 'Voir l’événement'), agendaButton);
  }
};

export const movedEventReply = (place: Place, notice: Notice): Reply => {
  const { own, standing } = notice;
  const was = standing.slot ? ownBefore(notice) : notice.was;
  const keeps =
    standing.answer === 'going'
      ? `${standing.slot ? 'Votre rendez-vous est gardé, à sa nouvelle heure' : 'Votre place est gardée'}. Dites-nous si le changement vous convient.`
      : standing.answer === 'waiting'
        ? 'Vous êtes toujours sur la liste d’attente.'
        : undefined;
  return say(
    'info',
    heading(standing.slot ? 'Votre rendez-vous a changé' : 'Un événement a changé'),
    ...(was === undefined ? [facts(place, own)] : change(place, own, was)),
    ...(was?.because === undefined ? [] : [p(`Pourquoi\u00a0: ${was.because}.`)]),
    ...(keeps === undefined ? [] : [p(keeps)]),
    movedButtons(notice),
  );
};

const whyCancelled = ({ cancelledBecause }: Event): string =>
  cancelledBecause === undefined ? '' : `Pourquoi\u00a0: ${cancelledBecause}. `;

export const cancelledEventReply = (place: Place, { event, own }: Notice): Reply =>
  say(
    'info',
    heading('Un événement est annulé'),
    facts(place, own),
    p(`${whyCancelled(event)}Vous n’avez rien à faire, votre réponse tombe avec lui.`),
    buttons(agendaButton),
  );

/** `instead`: the next of that partner that have room. Those who speak for the partner lose no appointment. */
export const cancelledSessionReply = (
  place: Place,
  { event, own, standing }: Notice,
  partnerKey: string,
  instead: readonly Event[],
): Reply => {
  const isExpected = standing.answer !== undefined;
  return say(
    'info',
    heading('Une permanence est annulée'),
    facts(place, own),
    p(
      `${whyCancelled(event)}${isExpected ? 'Vous n’avez rien à faire, votre rendez-vous tombe avec elle.' : 'Les personnes attendues sont prévenues.'}`,
    ),
    ...(isExpected && instead.length > 0 ? [p('Vous pouvez venir à une autre date\u00a0:')] : []),
    isExpected
      ? rebookBlock(partnerKey, instead)
      : buttons({ label: 'Voir les permanences', command: 'permanence liste' }),
  );
};

/** There are fewer places than people who came: those who answered last are in line again. */
export const unseatedReply = (place: Place, { event, standing }: Notice): Reply =>
  say(
    'info',
    heading('Vous êtes de nouveau sur la liste d’attente'),
    p(...eventLine(place, event)),
    p(
      `Il y a maintenant moins de places que de personnes inscrites. ${
        standing.ahead === 0
          ? 'Personne n’attend avant vous.'
          : `${count(standing.ahead, 'personne attend', 'personnes attendent')} avant vous.`
      } Dès qu’une place se libère, elle est à vous et je vous préviens.`,
    ),
    buttons(leaveButton(event, 'Quitter la liste d’attente'), agendaButton),
  );
