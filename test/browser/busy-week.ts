// A week as the place lives it: bookings, events of every kind, a closure; with the longest words that may come.

import { closeSpaces } from '../../src/core/closures/usecases.ts';
import type { Core } from '../../src/core/core.ts';
import { asks, bookingOf } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import type { TestDatabase } from '../support/database.ts';

const ask = asks(mijoteuse);

const person = (core: Core, name: string) =>
  core.people.resolve({
    placeId: mijoteuse.id,
    platform: 'terminal',
    workspace: 'here',
    userId: name,
    displayName: name,
  });

const STAYS = [
  ['coworking', '2026-11-23', '9:00', '12:30'],
  ['coworking', '2026-11-23', '9:00', '18:00'],
  ['coworking', '2026-11-23', '10:00', '16:00'],
  ['expression', '2026-11-23', '14:00', '17:00'],
  ['coworking', '2026-11-24', '9:00', '18:00'],
  ['expression', '2026-11-25', '9:30', '12:00'],
  ['coworking', '2026-11-26', '9:00', '12:30'],
  ['cuisine', '2026-11-27', '11:00', '14:00'],
] as const;

export const NAMES = STAYS.map((_, index) => `Personne Nommée${index}`);

/** The numbers of its events, by a word of their own. */
export const fillWeek = async (
  core: Core,
  db: TestDatabase,
): Promise<{ readonly [name in 'cafe' | 'full' | 'cancelled' | 'fed']: number }> => {
  for (const [index, [space, date, from, to]] of STAYS.entries())
    bookingOf(
      await core.booking.book(await person(core, NAMES[index] ?? ''), ask(space, date, from, to), `stay ${index}`),
    );
  await addEvent(db, {
    title: 'Permanence BGE',
    kind: 'session',
    start: '2026-11-23T11:00',
    location: 'Bureau 2, sur rendez-vous',
  });
  await addEvent(db, {
    title: 'Atelier « Trouver le statut qui me va »\u00a0: association, coopérative ou entreprise individuelle',
    kind: 'workshop',
    start: '2026-11-23T17:30',
    spaceKey: 'convivialite',
    capacity: 12,
    theme: 'Statuts juridiques',
  });
  const cafe = await addEvent(db, {
    capacity: 20,
    theme: 'Premiers pas',
    description: 'On vient avec son projet, même flou.\nOn repart avec des noms et une date.',
  });
  const full = await addEvent(db, {
    title: 'Réunion d’information URSCOP',
    kind: 'info_meeting',
    start: '2026-11-25T14:00',
    spaceKey: 'expression',
    capacity: 1,
  });
  const maya = await person(core, 'Maya Inscrite');
  await db.pool.query(
    "INSERT INTO event_signup (event_id, member_id, place_id, answer, answered_at) VALUES ($1, $2, $3, 'going', now())",
    [full, maya.memberId, mijoteuse.id],
  );
  const cancelled = await addEvent(db, {
    title: 'Repair café au Val d’Aran',
    kind: 'other',
    start: '2026-11-28T10:00',
    location: 'Val d’Aran',
  });
  await db.pool.query("UPDATE event SET cancelled_at = now(), cancelled_because = 'le local est pris' WHERE id = $1", [
    cancelled,
  ]);
  const fed = await addEvent(db, {
    title: 'Mois de l’ESS\u00a0: la ville se raconte',
    kind: 'ess_month',
    start: '2026-12-02T18:00',
    location: 'Hall Comminges',
    feedKey: 'cress',
  });
  await addEvent(db, {
    title: 'Comité de sélection de l’hôtel de projet',
    kind: 'committee',
    start: '2026-12-08T14:00',
    spaceKey: 'expression',
  });
  for (const week of [0, 1, 2]) {
    const date = Temporal.PlainDate.from('2026-12-03').add({ weeks: week });
    await addEvent(db, { title: 'Café des porteurs', start: `${date.toString()}T09:30`, capacity: 20 });
  }
  await closeSpaces(
    db,
    mijoteuse,
    {
      spaceKeys: ['expression'],
      start: Temporal.Instant.from('2026-11-27T08:00Z'),
      end: Temporal.Instant.from('2026-11-27T17:00Z'),
      reason: 'peinture',
    },
    { actorId: undefined, now: Temporal.Instant.from('2026-11-23T08:00Z') },
  );
  return { cafe, full, cancelled, fed };
};
