// Who speaks for which partner: the staff say so, and a partner acts for those that they speak for alone.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { holds, notOfStaff } from '../people/rules.ts';
import type { NamedMember, Namesakes, RolesFailure } from '../roles/model.ts';
import type { RolesRoom } from '../roles/usecases.ts';
import type { Named, PartnersFailure, Speaker } from './model.ts';
import { keysOfMember, nameSpeaker, speakerIds, speakersOf, unnameSpeaker } from './store.ts';

type Naming = Result<Named | Namesakes, PartnersFailure | RolesFailure | PeopleFailure>;

export interface PartnersRoom {
  /** The partners for which this member speaks. */
  keysOf(actor: Actor): Promise<ReadonlySet<string>>;
  /** Who speaks for it, first those who were named first. */
  membersOf(placeId: string, partnerKey: string): Promise<readonly number[]>;
  /** Undefined: the actor speaks for it, or is of the staff. */
  refusal(actor: Actor, partnerKey: string): Promise<PartnersFailure | undefined>;
  /** By name, for the staff. */
  speakers(actor: Actor): Promise<Result<readonly Speaker[], PeopleFailure>>;
  /** With the role that it goes with. Of whoever is meant: a name, a mention, a number. */
  name(actor: Actor, typed: string, partnerKey: string): Promise<Naming>;
  unname(actor: Actor, typed: string, partnerKey: string): Promise<Naming>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly roles: RolesRoom;
}

export const createPartners = ({ db, clock, places, roles }: Parts): PartnersRoom => {
  const isKnown = ({ placeId }: Actor, partnerKey: string): boolean =>
    places.get(placeId)?.partners.some(({ key }) => key === partnerKey) ?? false;

  const keysOf: PartnersRoom['keysOf'] = (actor) => keysOfMember(db.prisma, actor.placeId, actor.memberId);

  /** Whoever is meant, when it is one person, and what is done of them. */
  const withPerson = async (
    actor: Actor,
    typed: string,
    act: (person: NamedMember) => Promise<Result<Omit<Named, 'person'>, PartnersFailure>>,
  ): Promise<Naming> => {
    const found = await roles.person(actor, typed);
    if (!found.ok) return found;
    if (found.value.kind === 'namesakes') return ok(found.value);
    const done = await act(found.value.person);
    if (!done.ok) return done;
    const now = await roles.person(actor, String(found.value.person.memberId));
    return ok({ ...done.value, person: now.ok && now.value.kind === 'person' ? now.value.person : found.value.person });
  };

  const writing = (actor: Actor, { memberId }: NamedMember, partnerKey: string) => ({
    placeId: actor.placeId,
    partnerKey,
    memberId,
    by: actor.memberId,
    at: clock.now(),
  });

  return {
    keysOf,
    membersOf: (placeId, partnerKey) => speakerIds(db.prisma, placeId, partnerKey),

    refusal: async (actor, partnerKey) => {
      if (!holds(actor, 'partenaire')) return { code: 'people.not_allowed', needed: 'partenaire' };
      if (!isKnown(actor, partnerKey)) return { code: 'partners.unknown' };
      if (holds(actor, 'animation')) return undefined;
      const keys = await keysOf(actor);
      return keys.has(partnerKey) ? undefined : { code: 'partners.not_yours', partnerKey, keys: [...keys].sort() };
    },

    speakers: async (actor) => {
      const refused = notOfStaff(actor);
      return refused ? fail(refused) : ok(await speakersOf(db.prisma, actor.placeId));
    },

    name: async (actor, typed, partnerKey) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      if (!isKnown(actor, partnerKey)) return fail({ code: 'partners.unknown' });
      return withPerson(actor, typed, async (person) => {
        await nameSpeaker(db.prisma, writing(actor, person, partnerKey));
        return ok({ kind: 'named', partnerKey, withdrawn: false });
      });
    },

    unname: async (actor, typed, partnerKey) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      return withPerson(actor, typed, async (person) => {
        const gone = await unnameSpeaker(db.prisma, writing(actor, person, partnerKey));
        return gone
          ? ok({ kind: 'unnamed', partnerKey, withdrawn: gone.withdrawn })
          : fail({ code: 'partners.not_speaking', name: person.name, partnerKey });
      });
    },
  };
};
