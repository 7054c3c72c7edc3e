// Orientation: a conversation of which each answer is kept for a day, and what it leads to.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import { choiceOf, type OrientationRules, type Question } from '../../place/orientation.ts';
import type { OrientationAnswers } from '../../place/orienting.ts';
import { eventsBetween } from '../agenda/store.ts';
import { sessionsBetween } from '../appointments/store.ts';
import type { Actor } from '../people/model.ts';
import { refusersOf } from '../referrals/store.ts';
import { type ContactsRoom, createContacts } from './contacts.ts';
import { EMPTY, type OrientationDraft, type OrientationFailure, type SuggestionWithSession } from './model.ts';
import { answering, leaving, retracting, stillOffered, suggestionsFor } from './rules.ts';
import { nextSession } from './sessions.ts';
import { changeDraft, deleteDraft, deleteExpired, draftFor, stemsOf } from './store.ts';
import { type Stems, understoodFrom, vocabularyOf, wordsOf } from './understanding.ts';

type Changed = Promise<Result<OrientationDraft, OrientationFailure>>;

export interface OrientationRoom extends ContactsRoom {
  /** Empty when nothing was said, or too long ago. */
  draft(actor: Actor): Promise<OrientationDraft>;
  /** Begins again from what a sentence says. */
  understand(actor: Actor, sentence: string): Promise<OrientationDraft>;
  answer(actor: Actor, question: Question, choice: string): Changed;
  retract(actor: Actor, question: Question, choice: string): Changed;
  leave(actor: Actor, question: Question): Promise<OrientationDraft>;
  /** To say which publics they are of. */
  agree(actor: Actor): Promise<OrientationDraft>;
  /** Begins again from answers that they gave another time. */
  resume(actor: Actor, answers: OrientationAnswers): Promise<OrientationDraft>;
  restart(actor: Actor): Promise<void>;
  suggestions(actor: Actor, draft: OrientationDraft): Promise<readonly SuggestionWithSession[]>;
  /** What is of no use any more. */
  forget(placeId: string): Promise<void>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

const KEPT_FOR = { hours: 24 } as const;
/** How far ahead a session is announced. */
const AHEAD = { hours: 24 * 120 } as const;
const MOST_SESSIONS = 200;

export const createOrientation = (parts: Parts): OrientationRoom => {
  const { db, clock, places } = parts;
  const contacts = createContacts(parts);
  const stemmed = new WeakMap<OrientationRules, Promise<Stems>>();

  const placeOf = ({ placeId }: Actor): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };

  /** The place's own words are stemmed once. */
  const vocabulary = (place: Place): Promise<Stems> => {
    const { orientation } = place;
    if (!orientation) return Promise.resolve(new Map());
    const known = stemmed.get(orientation) ?? stemsOf(db.prisma, vocabularyOf(place));
    // A database that failed once is asked again.
    known.catch(() => stemmed.delete(orientation));
    stemmed.set(orientation, known);
    return known;
  };

  const change = (actor: Actor, changed: (draft: OrientationDraft) => OrientationDraft): Promise<OrientationDraft> => {
    const now = clock.now();
    const place = placeOf(actor);
    return changeDraft(db, actor, (draft) => changed(stillOffered(place, draft)), {
      now,
      expiresAt: now.add(KEPT_FOR),
    });
  };

  const refused = async (actor: Actor, question: Question, choice: string): Promise<OrientationFailure | undefined> => {
    const { orientation } = placeOf(actor);
    if (!orientation) return { code: 'orientation.none' };
    if (!choiceOf(orientation, question, choice)) return { code: 'orientation.unknown_answer' };
    if (question !== 'public') return undefined;
    const { publicsAgreedAt } = await draftFor(db.prisma, actor.memberId, clock.now());
    return publicsAgreedAt === undefined ? { code: 'orientation.consent_needed' } : undefined;
  };

  const changing = async (
    actor: Actor,
    question: Question,
    choice: string,
    changed: typeof answering,
  ): Promise<Result<OrientationDraft, OrientationFailure>> => {
    const failure = await refused(actor, question, choice);
    return failure ? fail(failure) : ok(await change(actor, (draft) => changed(draft, question, choice)));
  };

  return {
    ...contacts,

    draft: async (actor) => stillOffered(placeOf(actor), await draftFor(db.prisma, actor.memberId, clock.now())),

    understand: async (actor, sentence) => {
      const place = placeOf(actor);
      const [known, said] = [await vocabulary(place), await stemsOf(db.prisma, wordsOf(sentence))];
      const understood = understoodFrom(place, sentence, new Map([...known, ...said]));
      return change(actor, () => understood);
    },

    answer: (actor, question, choice) => changing(actor, question, choice, answering),
    retract: (actor, question, choice) => changing(actor, question, choice, retracting),
    leave: (actor, question) => change(actor, (draft) => leaving(draft, question)),
    agree: (actor) => change(actor, (draft) => ({ ...draft, publicsAgreedAt: draft.publicsAgreedAt ?? clock.now() })),

    resume: (actor, answers) => change(actor, () => stillOffered(placeOf(actor), { ...EMPTY, answers })),

    restart: async ({ memberId }) => {
      await deleteDraft(db.prisma, memberId);
    },

    suggestions: async (actor, draft) => {
      const place = placeOf(actor);
      const now = clock.now();
      const refusers = await refusersOf(db.prisma, place.id, actor.memberId);
      const suggested = suggestionsFor(place, draft, refusers);
      const events = await eventsBetween(
        db.prisma,
        { placeId: place.id, timeZone: place.timeZone },
        { start: now, end: now.add(AHEAD), kinds: ['session', 'info_meeting'], limit: MOST_SESSIONS },
      );
      const held = await sessionsBetween(
        db.prisma,
        { placeId: place.id, timeZone: place.timeZone },
        { memberId: actor.memberId, now },
        { start: now, end: now.add(AHEAD), partnerKeys: suggested.map(({ partner }) => partner.key) },
      );
      return suggested.map((each) => ({ ...each, ...nextSession(each.partner, { held, events }, now) }));
    },

    forget: async (placeId) => {
      await deleteExpired(db.prisma, placeId, clock.now());
      await contacts.forgetHandled(placeId);
    },
  };
};
