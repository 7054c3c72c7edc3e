// A project is seen as far as its owner chose, whichever way it is asked for: by its number, the directory, words, or as the
// closest of another.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/core/people/model.ts';
import type { Visibility } from '../../../src/core/projects/model.ts';
import type { Role } from '../../../src/place/model.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { openDesk } from '../booking/desk.ts';

const desk = await openDesk(mijoteuse);
afterAll(() => desk.db.close());
const { projects, links } = desk.core;

const facts = (name: string, offers: readonly string[], needs: readonly string[]) => ({
  name,
  pitch: '',
  theme: 'reemploi',
  stage: undefined,
  form: undefined,
  district: undefined,
  needs,
  offers,
});

const STATES = ['private', 'team', 'members', 'archived'] as const;
type State = (typeof STATES)[number];

/** By state: whose project, seen by everyone. */
const numbers: Partial<Record<State, number>> = {};
let owner: Actor;

const made = async (actor: Actor, name: string, offers: readonly string[], needs: readonly string[]) => {
  const created = await projects.create(actor, facts(name, offers, needs), `${name} of ${actor.memberId}`);
  if (!created.ok) throw new Error(created.error.code);
  return created.value.number;
};

beforeAll(async () => {
  await desk.reset();
  owner = await desk.person('lea');
  for (const state of STATES) {
    const number = await made(owner, `Bricothèque ${state}`, ['local'], []);
    const visibility: Visibility = state === 'archived' ? 'members' : state;
    await projects.show(owner, number, visibility);
    if (state === 'archived') await projects.archive(owner, number);
    numbers[state] = number;
  }
});

const team: readonly Role[] = ['veilleuse', 'animation', 'admin'];
const others: readonly Role[] = ['membre', 'partenaire', 'comite'];

const seen = (state: State, role: Role): boolean => state === 'members' || (state === 'team' && team.includes(role));

const cases = STATES.flatMap((state) =>
  [...team, ...others].map((role) => ({ state, role, isSeen: seen(state, role) })),
);

describe('to someone else', () => {
  test.each(cases)('what is « $state » is seen by « $role »: $isSeen', async ({ state, role, isSeen }) => {
    const actor = await desk.person(`someone ${role}`, role);
    const number = numbers[state] ?? 0;
    const name = `Bricothèque ${state}`;
    expect((await projects.find(actor, number)).ok).toBe(isSeen);
    const listed = await projects.directory(actor, {});
    expect(listed.projects.some((each) => each.name === name)).toBe(isSeen);
    const found = await projects.search(actor, name);
    expect(found.some((each) => each.name === name)).toBe(isSeen);
    const mine = await made(actor, `Café ${role}`, [], ['local']);
    const closest = await links.closest(actor, { kind: 'project', number: mine });
    expect(closest.ok && closest.value.synergies.some(({ sheet }) => sheet.title === name)).toBe(isSeen);
    const end = { kind: 'project', number } as const;
    const proposed = await links.propose(actor, { kind: 'project', number: mine }, end);
    // One’s own is private: that is said only where the other is there.
    expect(proposed.ok ? 'ok' : proposed.error.code).toBe(isSeen ? 'link.end_closed' : 'link.no_such_end');
    for (const act of [projects.archive(actor, number), projects.show(actor, number, 'private')])
      expect(await act).toMatchObject({
        ok: false,
        error: { code: isSeen ? 'project.not_yours' : 'project.not_found' },
      });
  });
});

test('its owner sees it all, archived or not, and the directory keeps what is archived out', async () => {
  for (const state of STATES) expect((await projects.find(owner, numbers[state] ?? 0)).ok).toBe(true);
  expect((await projects.mine(owner)).map(({ name }) => name).at(-1)).toBe('Bricothèque archived');
  const { projects: listed, count } = await projects.directory(owner, { offer: 'local' });
  expect([listed.length, count]).toEqual([3, 3]);
});

test('the directory is narrowed by theme and by need, and a code that the place has no more is refused', async () => {
  const actor = await desk.person('karim');
  expect((await projects.directory(actor, { theme: 'reemploi', need: 'local' })).count).toBe(0);
  expect((await projects.directory(actor, { theme: 'sport' })).count).toBe(0);
  const refused = { ok: false, error: { code: 'project.unknown_code' } };
  expect(await projects.answer(owner, numbers.members ?? 0, { field: 'theme', key: 'zorglub' })).toEqual(refused);
});
