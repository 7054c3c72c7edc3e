// The words that every card of a follow-up shares: a state, a turn, a step, what happened.
import type { Change, Closing, FollowupState, NextStep, OpenedBecause, Turn, Visit } from '../core/followups/model.ts';
import type { Place } from '../place/model.ts';
import { type Inline, type Line, strong } from '../reply/tree.ts';
import { partnerName } from './partner-failures.fr.ts';
import { instantWords } from './referral-words.fr.ts';
import { attendanceNames } from './sessions.fr.ts';
import { day, shortDay } from './words.fr.ts';

/** As typed. */
export const stateWords: Readonly<Record<FollowupState, string>> = {
  new: 'nouveau',
  contacted: 'contacté',
  supported: 'accompagné',
  created: 'activité créée',
  closed: 'clos',
};

export const stateLabels: Readonly<Record<FollowupState, string>> = {
  new: 'Nouveau',
  contacted: 'Contacté',
  supported: 'Accompagné',
  created: 'Activité créée',
  closed: 'Clos',
};

export const closingNames: Readonly<Record<Closing, string>> = {
  helped: 'le besoin a trouvé sa réponse',
  elsewhere: 'la personne est suivie ailleurs',
  silent: 'sans nouvelles',
  other: 'autre raison',
  stopped: 'arrêté par la personne',
};

/** « à l’équipe »… */
export const turnNames: Readonly<Record<Turn, string>> = {
  staff: 'à l’équipe',
  partner: 'au partenaire, qui n’a pas répondu',
  person: 'à la personne',
  nobody: 'à personne',
};

const ASKED: Readonly<Record<OpenedBecause, string>> = {
  talk: 'a demandé à parler à l’équipe',
  callback: 'a demandé qu’on la recontacte',
  referral: 'a accepté une mise en relation',
};

const OWN_ASKED: Readonly<Record<OpenedBecause, string>> = {
  talk: 'vous avez demandé à parler à l’équipe',
  callback: 'vous avez demandé qu’on vous recontacte',
  referral: 'vous avez accepté une mise en relation',
};

/** « rappeler, jeudi 26 novembre 2026 ». */
export const stepWords = ({ words, due }: NextStep): string => (due ? `${words}, ${day(due)}` : `${words}, sans date`);

const byWhom = (by: string | undefined): string => (by === undefined ? '' : ` par ${by}`);

const happened = ({ happened: what, by }: Change): string => {
  switch (what.what) {
    case 'asked':
      return `la personne ${ASKED[what.because]}`;
    case 'state':
      return `${stateWords[what.state]}${what.because === undefined ? '' : ` (${closingNames[what.because]})`}${byWhom(by)}`;
    case 'note':
      return `note ajoutée${byWhom(by)}`;
    case 'step':
      return what.isSet
        ? `étape prévue${what.due === undefined ? '' : ` pour le ${shortDay(what.due)}`}${byWhom(by)}`
        : `étape faite${byWhom(by)}`;
    case 'handed':
      return what.to !== undefined && what.to === by
        ? `${by} suit ce dossier`
        : `confié à ${what.to ?? 'une personne partie depuis'}${byWhom(by)}`;
    case 'stopped':
      return 'arrêté par la personne';
  }
};

/** What the person reads of the same: no name but that of who follows them. */
const ownHappened = ({ happened: what }: Change): string => {
  switch (what.what) {
    case 'asked':
      return OWN_ASKED[what.because];
    case 'state':
      return what.state === 'closed'
        ? `suivi clos${what.because ? ` (${closingNames[what.because]})` : ''}`
        : OWN_STATES[what.state];
    case 'note':
      return 'l’équipe a ajouté une note';
    case 'step':
      return what.isSet ? 'l’équipe a prévu une étape' : 'l’étape prévue est faite';
    case 'handed':
      return `votre suivi est confié à ${what.to ?? 'une autre personne de l’équipe'}`;
    case 'stopped':
      return 'vous avez tout arrêté';
  }
};

export const OWN_STATES: Readonly<Record<FollowupState, string>> = {
  new: 'l’équipe doit encore prendre contact avec vous',
  contacted: 'l’équipe a pris contact avec vous',
  supported: 'l’équipe vous accompagne',
  created: 'votre activité est créée',
  closed: 'votre suivi est clos',
};

const dated = (change: Change, words: string, place: Place): Line => {
  const when = instantWords(change.at, place);
  return [`${when.charAt(0).toUpperCase()}${when.slice(1)}\u00a0: ${words}`];
};

export const changeLine = (place: Place, change: Change): Line => dated(change, happened(change), place);
export const ownChangeLine = (place: Place, change: Change): Line => dated(change, ownHappened(change), place);

export const visitLine = (place: Place, { partnerKey, start, attendance }: Visit): Line => {
  const named: Inline = strong(partnerName(place, partnerKey));
  return [named, `, ${instantWords(start, place)}\u00a0: ${attendanceNames[attendance]}`];
};
