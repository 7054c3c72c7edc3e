// Project holders' sheets. Each reading asks again who may see: a number that comes back from a button may be forged, and what
// one may not see is not there.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import { initiativesOf } from '../../place/initiatives.ts';
import type { Place } from '../../place/model.ts';
import { stepsOf } from '../initiatives/history-store.ts';
import type { Step } from '../initiatives/model.ts';
import { lockRequest, nextNumber } from '../initiatives/numbering-store.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { searchSheets } from '../synergies/search-store.ts';
import { type Become, createBecoming } from './becoming.ts';
import type {
  CodeAnswer,
  Directory,
  DirectoryWish,
  Project,
  ProjectFacts,
  ProjectFailure,
  Visibility,
} from './model.ts';
import { answered, areKnown, audienceOf, isTeam, sees, shownTo } from './rules.ts';
import {
  insertProject,
  lockedProject,
  projectNumbered,
  projectOfRequest,
  projectsOf,
  projectsSeen,
  projectsWithIds,
  writeProject,
} from './store.ts';

type Outcome<T = Project> = Promise<Result<T, ProjectFailure>>;

export interface ProjectsRoom {
  /** Seen by nobody else until its owner says otherwise. */
  create(actor: Actor, facts: ProjectFacts, requestId: string): Outcome;
  /** By a veilleuse: an initiative becomes the project that it was growing into. */
  become(
    actor: Actor,
    initiativeNumber: number,
    requestId: string,
  ): Promise<Result<Become, ProjectFailure | PeopleFailure>>;
  change(actor: Actor, number: number, changes: Partial<ProjectFacts>): Outcome;
  answer(actor: Actor, number: number, answer: CodeAnswer): Outcome;
  show(actor: Actor, number: number, visibility: Visibility): Outcome;
  archive(actor: Actor, number: number): Outcome;
  restore(actor: Actor, number: number): Outcome;
  find(actor: Actor, number: number): Outcome;
  /** What the initiative that it comes from went through, for its owner and the team; the oldest first. */
  thread(actor: Actor, project: Project): Promise<readonly Step[]>;
  /** Archived ones last. */
  mine(actor: Actor): Promise<readonly Project[]>;
  directory(actor: Actor, wish: DirectoryWish): Promise<Directory>;
  /** One's own among them, by their name, whoever sees them. Best first. */
  search(actor: Actor, words: string): Promise<readonly Project[]>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

const MOST = 25;
const unknown = fail({ code: 'project.not_found' } as const);

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export const createProjects = ({ db, clock, places }: Parts): ProjectsRoom => {
  const placeOf = ({ placeId }: Actor): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };

  const find: ProjectsRoom['find'] = async (actor, number) => {
    const project = await projectNumbered(db.prisma, actor.placeId, number);
    return project && sees(actor, project) ? ok(project) : unknown;
  };

  type Action = Parameters<typeof writeProject>[2]['action'];
  /** What its owner changes, whoever changes it at the same moment. */
  const changing = (
    { placeId, memberId: actorId, roles }: Actor,
    number: number,
    action: Action,
    change: (project: Project) => Result<Partial<Project>, ProjectFailure>,
  ): Outcome =>
    db.prisma.$transaction(async (tx): Outcome => {
      const project = await lockedProject(tx, placeId, number);
      if (!project || !sees({ memberId: actorId, roles }, project)) return unknown;
      if (project.ownerId !== actorId) return fail({ code: 'project.not_yours', number });
      const changed = change(project);
      if (!changed.ok) return changed;
      await writeProject(tx, { ...project, ...changed.value }, { placeId, number, actorId, now: clock.now(), action });
      return ok({ ...project, ...changed.value });
    });

  const rewriting = (actor: Actor, number: number, change: (project: Project) => Partial<ProjectFacts>) =>
    changing(actor, number, 'changed', (project) => {
      if (project.archivedAt) return fail({ code: 'project.archived', number });
      const changes = change(project);
      return areKnown(placeOf(actor), changes) ? ok(changes) : fail({ code: 'project.unknown_code' });
    });

  return {
    find,
    become: createBecoming({ db, clock }),

    create: async (actor, facts, requestId) => {
      if (!areKnown(placeOf(actor), facts)) return fail({ code: 'project.unknown_code' });
      const { placeId, memberId: ownerId } = actor;
      const number = await db.prisma.$transaction(async (tx) => {
        await lockRequest(tx, placeId, requestId);
        const known = await projectOfRequest(tx, placeId, requestId);
        if (known) return known.number;
        const next = await nextNumber(tx, placeId, 'project');
        const making = { placeId, number: next, ownerId, initiativeId: undefined, requestId, now: clock.now() };
        await insertProject(tx, facts, { ...making, visibility: 'private' });
        return next;
      });
      return find(actor, number);
    },

    change: (actor, number, changes) => rewriting(actor, number, () => changes),
    answer: (actor, number, said) => rewriting(actor, number, (project) => answered(project, said)),
    show: (actor, number, visibility) =>
      changing(actor, number, 'visibility', ({ archivedAt }) =>
        archivedAt ? fail({ code: 'project.archived', number }) : ok({ visibility }),
      ),
    archive: (actor, number) =>
      changing(actor, number, 'archived', ({ archivedAt }) => ok({ archivedAt: archivedAt ?? clock.now() })),
    restore: (actor, number) => changing(actor, number, 'restored', () => ok({ archivedAt: undefined })),

    thread: async (actor, { initiative, ownerId }) =>
      initiative && (ownerId === actor.memberId || isTeam(actor)) ? stepsOf(db.direct, initiative.id) : [],

    mine: ({ placeId, memberId }) => projectsOf(db.prisma, placeId, memberId),

    directory: (actor, wish) => {
      const { placeId, memberId } = actor;
      return projectsSeen(db.prisma, { placeId, memberId, visibilities: shownTo(actor) }, wish, MOST);
    },

    search: async (actor, words) => {
      const place = placeOf(actor);
      const vocabulary = { rules: initiativesOf(place), districts: place.districts ?? [] };
      const { placeId, memberId } = actor;
      const own = (await projectsOf(db.prisma, placeId, memberId)).filter(({ name }) =>
        plain(name).includes(plain(words)),
      );
      const asked = { words, kind: 'project' as const, audience: audienceOf(actor), vocabulary, most: MOST };
      const found = await searchSheets(db.prisma, placeId, asked);
      const others = await projectsWithIds(
        db.prisma,
        placeId,
        found.map(({ id }) => id).filter((id) => !own.some((each) => each.id === id)),
      );
      return [...own, ...others.filter((each) => sees(actor, each))].slice(0, MOST);
    },
  };
};
