// One way to change an initiative: locked, read again, written with its line of the history. Merged ones are found by the other.
import type { Queries } from '../../db/direct.ts';
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Planned } from '../deliveries/model.ts';
import { insertPlanned } from '../deliveries/store.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { happens } from './happening.ts';
import type { Initiative, InitiativeFailure, Sketch, Step } from './model.ts';
import { merged } from './rules.ts';
import { initiativeNumbered, lock, writeInitiative, writeMerged } from './store.ts';

export type Outcome = Promise<Result<Initiative, InitiativeFailure | PeopleFailure>>;

export interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

export const notOfVeilleuses = (actor: Actor): PeopleFailure | undefined =>
  holds(actor, 'veilleuse') ? undefined : { code: 'people.not_allowed', needed: 'veilleuse' };

interface Act {
  readonly kind: Step['kind'];
  readonly detail?: string | undefined;
  readonly changed?: Partial<Sketch & Pick<Initiative, 'objectives' | 'agreement' | 'state' | 'ownerId'>>;
  readonly planned?: readonly Planned[];
}

export const createChanging = ({ db, clock, places }: Parts) => {
  const placeOf = ({ placeId }: Actor): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };

  const found = async (at: Queries, placeId: string, number: number): Promise<Initiative | undefined> => {
    const one = await initiativeNumbered(at, placeId, number);
    return one?.mergedInto === undefined ? one : found(at, placeId, one.mergedInto);
  };

  const find = async (actor: Actor, number: number): Promise<Result<Initiative, InitiativeFailure>> => {
    const one = await found(db.prisma, actor.placeId, number);
    return one ? ok(one) : fail({ code: 'initiative.unknown', number });
  };

  /** Locked, then read again: it may have been merged meanwhile. */
  const locked = async (tx: Queries, placeId: string, number: number): Promise<Initiative | undefined> => {
    const named = await found(tx, placeId, number);
    if (!named) return undefined;
    await lock(tx, [named.id]);
    const one = (await found(tx, placeId, number)) ?? named;
    if (one.id !== named.id) await lock(tx, [one.id]);
    return one;
  };

  const changing = async (
    actor: Actor,
    number: number,
    act: (one: Initiative, tx: Queries) => Promise<Act | undefined> | Act | undefined,
  ): Outcome => {
    const refused = notOfVeilleuses(actor);
    if (refused) return fail(refused);
    const { placeId, memberId: authorId } = actor;
    const now = clock.now();
    const isThere = await db.prisma.$transaction(async (tx) => {
      const one = await locked(tx, placeId, number);
      if (!one) return false;
      const done = await act(one, tx);
      if (!done) return true;
      await writeInitiative(tx, one.id, { ...one, ...done.changed }, now);
      await happens(tx, one.id, {
        placeId,
        number: one.number,
        authorId,
        kind: done.kind,
        detail: done.detail,
        now,
      });
      await insertPlanned(tx, done.planned ?? [], now);
      return true;
    });
    return isThere ? find(actor, number) : fail({ code: 'initiative.unknown', number });
  };

  const mergeIn = async (tx: Queries, actor: Actor, number: number, into: number): Promise<boolean> => {
    const { placeId, memberId: authorId } = actor;
    const now = clock.now();
    const [first, second] = [await found(tx, placeId, number), await found(tx, placeId, into)];
    if (!first || !second || first.id === second.id) return false;
    await lock(tx, [first.id, second.id]);
    const [one, kept] = [await found(tx, placeId, number), await found(tx, placeId, into)];
    if (!one || !kept || one.id === kept.id) return false;
    await writeInitiative(tx, kept.id, { ...kept, ...merged(kept, one) }, now);
    await writeMerged(tx, one.id, kept.id);
    await happens(tx, kept.id, {
      placeId,
      number: kept.number,
      authorId,
      kind: 'merged',
      detail: String(one.number),
      now,
    });
    return true;
  };

  return { placeOf, found, find, locked, changing, mergeIn };
};

export type Changing = ReturnType<typeof createChanging>;
