// Who is of which structure, and what its members may book in a week, all together.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place, SpaceKey } from '../../place/model.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { NamedMember, Namesakes } from '../roles/model.ts';
import type { RolesRoom } from '../roles/usecases.ts';
import type {
  Placed,
  QuotaSet,
  Structure,
  StructureAct,
  StructureCard,
  StructureFailure,
  WeeklyQuota,
} from './model.ts';
import { nameKey, renamingIn, structuresBeside, structuresNamed } from './rules.ts';
import {
  cardsOf,
  closedOnes,
  closeStructure,
  createStructure,
  type Doing,
  overrunsOf,
  placeMember,
  renameStructure,
  restoreStructure,
  structureOf,
  writeQuota,
} from './store.ts';

type Outcome<T> = Promise<Result<T, StructureFailure>>;

export interface StructuresRoom {
  /** Open ones, by name. */
  all(actor: Actor): Outcome<readonly StructureCard[]>;
  /** By its name, a part of it, or its number; so below. */
  card(actor: Actor, typed: string): Outcome<StructureCard>;
  create(actor: Actor, name: string): Outcome<StructureCard>;
  /** « Les Copains en Les Copines ». */
  rename(actor: Actor, typed: string): Outcome<{ readonly card: StructureCard; readonly former: string }>;
  /** « Karim Les Copains », in either order. Whoever is of another structure leaves it. */
  admit(actor: Actor, typed: string): Outcome<Placed | (Namesakes & { readonly structure: Structure })>;
  /** « Karim »; their structure may be named too. */
  dismiss(actor: Actor, typed: string): Outcome<Placed | Namesakes>;
  setQuota(actor: Actor, typed: string, spaceKey: SpaceKey, quota: WeeklyQuota): Outcome<QuotaSet>;
  close(actor: Actor, typed: string): Outcome<StructureCard>;
  restore(actor: Actor, typed: string): Outcome<StructureCard>;
  /** One's own, whoever one is. */
  mine(actor: Actor): Promise<StructureCard | undefined>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly roles: Pick<RolesRoom, 'person'>;
}

const unclear = (act: StructureAct) => fail({ code: 'structure.unclear', act } as const);

export const createStructures = ({ db, clock, places, roles }: Parts): StructuresRoom => {
  const doingOf = ({ placeId, memberId }: Actor): Doing => ({ placeId, by: memberId, at: clock.now() });

  const cards = (placeId: string): Promise<readonly StructureCard[]> => {
    const place = places.get(placeId);
    if (!place) throw new Error(`structures of ${placeId}, a place that is not served`);
    const today = clock.now().toZonedDateTimeISO(place.timeZone);
    const monday = today.subtract({ days: today.dayOfWeek - 1 }).startOfDay();
    return cardsOf(db, placeId, { from: monday.toInstant(), to: monday.add({ days: 7 }).toInstant() });
  };

  const numbered = async ({ placeId }: Actor, id: number): Promise<StructureCard> => {
    const card = (await cards(placeId)).find((each) => each.id === id);
    if (!card) throw new Error(`structure ${id} was written, and is not there`);
    return card;
  };

  const unknown = (all: readonly Structure[], typed: string) =>
    fail({ code: 'structure.unknown', typed, near: all.map(({ name }) => name) } as const);

  const named = <S extends Structure>(all: readonly S[], typed: string): Result<S, StructureFailure> => {
    const [only, ...others] = structuresNamed(all, typed);
    if (only && others.length === 0) return ok(only);
    return unknown(only ? [only, ...others] : all, typed);
  };

  /** Only the staff, whoever asks. */
  const staffOnly =
    <A extends readonly unknown[], T>(work: (actor: Actor, ...rest: A) => Outcome<T>) =>
    (actor: Actor, ...rest: A): Outcome<T> =>
      holds(actor, 'animation')
        ? work(actor, ...rest)
        : Promise.resolve(fail({ code: 'people.not_allowed', needed: 'animation' }));

  const overruns = (id: number | undefined) => (id === undefined ? [] : overrunsOf(db, id, clock.now()));

  const placed = async (actor: Actor, person: NamedMember, structure: Structure | undefined): Promise<Placed> => {
    const former = await structureOf(db, person.memberId);
    await retrying(() => placeMember(db, doingOf(actor), person.memberId, structure?.id));
    return { kind: 'placed', person, structure, former, overruns: await overruns(structure?.id) };
  };

  return {
    all: staffOnly(async ({ placeId }) => ok(await cards(placeId))),
    card: staffOnly(async ({ placeId }, typed: string) => named(await cards(placeId), typed)),

    create: staffOnly(async (actor, name: string) => {
      if (name.trim() === '') return unclear('create');
      const done = await createStructure(db, doingOf(actor), name.trim());
      if (!done) return fail({ code: 'structure.name_taken', name });
      const made = (await cards(actor.placeId)).find((card) => nameKey(card.name) === nameKey(name));
      if (!made) throw new Error('a structure was created, and is not there');
      return ok(made);
    }),

    rename: staffOnly(async (actor, typed: string) => {
      const all = await cards(actor.placeId);
      const wanted = renamingIn(all, typed);
      if (!wanted) return all.length === 0 ? unknown(all, typed) : unclear('rename');
      const { id, name: former } = wanted.structure;
      if (!(await renameStructure(db, doingOf(actor), id, wanted.name)))
        return fail({ code: 'structure.name_taken', name: wanted.name });
      return ok({ card: await numbered(actor, id), former });
    }),

    admit: staffOnly(
      async (actor, typed: string): Outcome<Placed | (Namesakes & { readonly structure: Structure })> => {
        const all = await cards(actor.placeId);
        const beside = structuresBeside(all, typed);
        for (const { structure, rest } of beside) {
          const found = await roles.person(actor, rest);
          if (!found.ok) continue;
          if (found.value.kind === 'namesakes') return ok({ ...found.value, structure });
          return ok(await placed(actor, found.value.person, structure));
        }
        if (typed.trim() === '' || named(all, typed).ok) return unclear('admit');
        const [best] = beside;
        return best ? fail({ code: 'people.unknown_person', typed: best.rest }) : unknown(all, typed);
      },
    ),

    dismiss: staffOnly(async (actor, typed: string): Outcome<Placed | Namesakes> => {
      if (typed.trim() === '') return unclear('dismiss');
      const beside = structuresBeside(await cards(actor.placeId), typed);
      for (const said of [typed, ...beside.map(({ rest }) => rest)]) {
        const found = await roles.person(actor, said);
        if (!found.ok) continue;
        if (found.value.kind === 'namesakes') return ok(found.value);
        const { person } = found.value;
        if ((await structureOf(db, person.memberId)) === undefined)
          return fail({ code: 'structure.not_member', name: person.name });
        return ok(await placed(actor, person, undefined));
      }
      return fail({ code: 'people.unknown_person', typed });
    }),

    setQuota: staffOnly(async (actor, typed: string, spaceKey: SpaceKey, quota: WeeklyQuota) => {
      const found = named(await cards(actor.placeId), typed);
      if (!found.ok) return found;
      const { id, week } = found.value;
      const before = week.find((each) => each.spaceKey === spaceKey);
      const former = before?.isOwn ? (before.perWeek ?? 'unlimited') : 'usual';
      await retrying(() => writeQuota(db, doingOf(actor), { id, spaceKey, quota }));
      const mine = (await overruns(id)).filter((each) => each.spaceKey === spaceKey);
      return ok({ card: await numbered(actor, id), spaceKey, former, overruns: mine });
    }),

    close: staffOnly(async (actor, typed: string) => {
      const found = named(await cards(actor.placeId), typed);
      if (found.ok) await retrying(() => closeStructure(db, doingOf(actor), found.value.id));
      return found;
    }),

    restore: staffOnly(async (actor, typed: string) => {
      const found = named(await closedOnes(db, actor.placeId), typed);
      if (!found.ok) return found;
      const { id, name } = found.value;
      if (!(await restoreStructure(db, doingOf(actor), id))) return fail({ code: 'structure.name_taken', name });
      return ok(await numbered(actor, id));
    }),

    mine: async ({ placeId, memberId }) => {
      const structure = await structureOf(db, memberId);
      return structure && (await cards(placeId)).find(({ id }) => id === structure.id);
    },
  };
};
