import { afterAll, expect, test } from 'vitest';
import { posterHtml } from '../../src/pictures/poster.ts';
import { asks, openDesk } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';

const desk = await openDesk(mijoteuse);
afterAll(() => desk[Symbol.asyncDispose]());

test('the poster says what is taken and what is free, stretch by stretch, and who only if they chose to show it', async () => {
  const karim = await desk.person('Karim <b>');
  const ask = asks(mijoteuse);
  await desk.core.booking.book(karim, ask('expression', '2026-11-24', '9:00', '12:00', { purpose: 'atelier' }), 'a');
  await desk.core.booking.book(karim, ask('coworking', '2026-11-24', '9:00', '11:00', { people: 3 }), 'b');
  const date = Temporal.PlainDate.from('2026-11-24');
  const boards = await desk.core.booking.boards(desk.core.staff.day.visitor(mijoteuse), {
    first: date,
    last: date,
    spaceKey: undefined,
  });
  const sheet = { place: mijoteuse, date, boards, now: desk.now() };
  const page = posterHtml({ ...sheet, names: await desk.core.names.onDay(mijoteuse, date) });
  const lines = page.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]+>/g, ' ');
  expect(lines).toMatch(/9\u00a0h – 12\u00a0h\s+occupé/);
  expect(lines).toMatch(/12\u00a0h – 18\u00a0h\s+libre/);
  expect(lines).toMatch(/9\u00a0h – 11\u00a0h\s+7\u00a0places libres sur 10/);
  expect(lines).not.toMatch(/karim|atelier/i);
  expect(page).toContain('size: A4');

  await desk.core.names.show(karim, 'full');
  const named = posterHtml({ ...sheet, names: await desk.core.names.onDay(mijoteuse, date) });
  expect(named).toMatch(/occupé<\/strong> <small>Karim &lt;b&gt;<\/small>/);
  expect(named).not.toMatch(/libre<\/strong> <small>/);
});

test('the poster says what is on, at what hours and where, and who speaks in its title cannot write on it', async () => {
  const date = Temporal.PlainDate.from('2026-11-24');
  const id = await addEvent(desk.db, { title: 'Café <b>', start: '2026-11-24T09:30' });
  const event = await desk.core.agenda.numbered(mijoteuse, id);
  if (!event) throw new Error('the event is not there');
  const page = posterHtml({ place: mijoteuse, date, boards: [], names: [], events: [event], now: desk.now() });
  expect(page).toContain('<h2>Au programme</h2>');
  expect(page).toMatch(
    /9\u00a0h\u00a030 – 11\u00a0h\u00a030<\/span> <strong>Café &lt;b&gt;<\/strong> <small>Espace de convivialité/,
  );
});
