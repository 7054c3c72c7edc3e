// Who is speaking: one member of the place, whatever the platform.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Role } from '../../place/model.ts';
import type { OpeningsRoom } from '../openings/usecases.ts';
import type { Actor, Identity } from './model.ts';
import {
  createPerson,
  findPerson,
  type GrantedRole,
  grantRole,
  identitiesOfMember,
  type KnownPerson,
  rename,
  writeSeen,
} from './store.ts';

export interface PeopleRoom {
  /** Whoever speaks for the first time becomes a member. Their name follows the platform's. */
  resolve(identity: Identity): Promise<Actor>;
  /** Without a trace; undefined: they have never spoken. */
  known(identity: Omit<Identity, 'displayName'>): Promise<Actor | undefined>;
  /** Where they last spoke comes first. */
  identitiesOf(memberId: number): Promise<readonly Identity[]>;
  /** `by`: the member who gives the role; undefined when it follows from the workspace or the place file. */
  grant(memberId: number, role: GrantedRole, by?: number): Promise<void>;
}

/** Where someone speaks is written once an hour at most: it stands on the way of every command. */
const SEEN_FOR = { hours: 1 } as const;

const isSeen = ({ lastSeenAt }: KnownPerson, now: Temporal.Instant): boolean =>
  lastSeenAt !== undefined && Temporal.Instant.compare(now, lastSeenAt.add(SEEN_FOR)) < 0;

const actorOf = ({ memberId, roles }: KnownPerson, { placeId }: Pick<Identity, 'placeId'>): Actor => ({
  memberId,
  placeId,
  roles: new Set<Role>(['membre', ...roles]),
});

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** Whoever speaks brings news of what another instance opened. */
  readonly openings: Pick<OpeningsRoom, 'refresh'>;
}

export const createPeople = ({ db, clock, openings }: Parts): PeopleRoom => {
  const findOrCreate = async (identity: Identity): Promise<KnownPerson> => {
    const person =
      (await findPerson(db, identity)) ??
      (await createPerson(db, identity, clock.now())) ??
      // Their other first request was quicker by a moment: it is committed.
      (await findPerson(db, identity));
    if (person === undefined) throw new Error(`a ${identity.platform} identity was refused as known, and is not`);
    return person;
  };

  return {
    resolve: async (identity) => {
      const person = await findOrCreate(identity);
      await openings.refresh(identity.placeId, person.openingsRevision);
      const now = clock.now();
      if (!isSeen(person, now)) await writeSeen(db, identity, now);
      if (person.displayName !== identity.displayName) await rename(db, person.memberId, identity);
      return actorOf(person, identity);
    },
    known: async (identity) => {
      const person = await findPerson(db, identity);
      return person && actorOf(person, identity);
    },
    identitiesOf: (memberId) => identitiesOfMember(db, memberId),
    grant: (memberId, role, by) => grantRole(db, { memberId, role, by, at: clock.now() }),
  };
};
