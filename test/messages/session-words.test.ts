// A partner's session, wherever it is shown to everyone: how one comes, and how many slots are free; never who comes.
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/core/agenda/model.ts';
import { answerButtons, eventCard, eventDayLine, eventLine, eventState } from '../../src/messages/event.fr.ts';
import { eventsCalendar } from '../../src/messages/event-calendar.fr.ts';
import { sheetOf } from '../../src/messages/mirror.fr.ts';
import { plain, plainLine } from '../../src/reply/plain.ts';
import { say } from '../../src/reply/tree.ts';
import { mijoteuse } from '../place/fixture.ts';

const NBSP = '\u00a0';
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(mijoteuse.timeZone);

const session: Event = {
  id: 12,
  placeId: mijoteuse.id,
  seriesId: undefined,
  kind: 'session',
  title: 'Permanence BGE Haute-Garonne',
  description: undefined,
  theme: undefined,
  edition: undefined,
  objectives: [],
  start: at('2026-11-26T09:00'),
  end: at('2026-11-26T12:00'),
  spaceKey: 'convivialite',
  location: undefined,
  capacity: 4,
  organiserId: 1,
  feedKey: undefined,
  partnerKey: 'bge',
  slotMinutes: 45,
  cancelledAt: undefined,
  cancelledBecause: undefined,
  sequence: 0,
  going: 2,
  waiting: 0,
  maybe: 0,
  seatsLeft: 2,
};
const meeting: Event = { ...session, kind: 'info_meeting', slotMinutes: undefined };

describe('by appointment', () => {
  test.each([
    [2, `2${NBSP}créneaux libres`],
    [1, `1${NBSP}créneau libre`],
    [0, 'complet'],
  ])('%i slots left are « %s »', (seatsLeft, words) => {
    expect(eventState({ ...session, seatsLeft })).toBe(words);
  });

  test('a line says how one comes, where, and what is free', () => {
    const rest = `sur rendez-vous, 45${NBSP}min · Espace de convivialité · 2${NBSP}créneaux libres`;
    expect(plainLine(eventDayLine(mijoteuse, session))).toBe(
      `9${NBSP}h – 12${NBSP}h · Permanence BGE Haute-Garonne · ${rest}`,
    );
    expect(plainLine(eventLine(mijoteuse, session))).toContain(rest);
  });

  test('a card counts slots, and nobody who has one', () => {
    const card = plain(say('info', ...eventCard(mijoteuse, session)));
    expect(card).toContain(`Permanence, sur rendez-vous, 45${NBSP}min`);
    expect(card).toContain(`Créneaux${NBSP}: 2${NBSP}créneaux libres`);
    expect(card).not.toContain('Qui vient');
    expect(plain(say('info', ...eventCard(mijoteuse, meeting)))).toContain(`2${NBSP}places restantes`);
  });

  test('an announcement carries one button: nobody says « peut-être » of a time of their own', () => {
    expect(answerButtons(session).map(({ label }) => label)).toEqual(['Prendre rendez-vous']);
    expect(answerButtons(meeting).map(({ label }) => label)).toEqual(['Je participe', 'Peut-être', 'Je ne peux plus']);
  });

  test('a server’s calendar and a calendar file say it too', () => {
    expect(sheetOf(mijoteuse, session, undefined).about).toEqual([
      `Permanence, sur rendez-vous, 45${NBSP}min`,
      `4${NBSP}créneaux en tout.`,
    ]);
    const file = eventsCalendar(mijoteuse, [session], { stamp: session.start.toInstant() });
    expect(file).toContain('DESCRIPTION:Sur rendez-vous\\, 45');
    expect(file).toContain('SUMMARY:Permanence BGE Haute-Garonne');
  });
});
