// A page of their own that each person has on some platforms: what a platform that has one must be able to do, and how it is
// written. It is a reply like any other, and its buttons are typed commands.
import type { Core } from '../core/core.ts';
import type { HomeAt } from '../core/homes/model.ts';
import { homeReply } from '../messages/home.fr.ts';
import type { Place } from '../place/model.ts';
import type { Platform, Reply } from '../reply/tree.ts';
import type { PersonRef } from './adapter.ts';
import { shortenCommands } from './shorten.ts';

/** Something else was shown there since: it is to be looked at again. */
export class ShownSince extends Error {
  override readonly name = 'ShownSince';
}

export interface Homes {
  readonly platform: Exclude<Platform, 'terminal'>;
  /**
   * Its mark, by which the next one says what it thinks to write over. Rejects with `ShownSince` when that is not what stands
   * there, and with `Unreachable` when that person has no such page, now or later.
   */
  show(person: PersonRef, reply: Reply, over: string | undefined): Promise<string>;
}

const SHOWN_EVENTS = 10;
const SHOWN_DAYS = 7;

const replyFor = async (core: Core, file: Place, at: HomeAt): Promise<Reply> => {
  const known = await core.people.known(at);
  const actor = known ?? core.staff.day.visitor(file);
  const place = core.staff.openings.current(file);
  const shown = await core.showing.now(place);
  const until = shown.now.toPlainDate().add({ days: SHOWN_DAYS }).toZonedDateTime(place.timeZone).toInstant();
  const [bookings, waits, attendances, events] = await Promise.all([
    core.booking.toCome(actor),
    core.waitlist.mine(actor),
    core.signups.mine(actor),
    core.agenda.between(place, { start: shown.now.toInstant(), end: until, limit: SHOWN_EVENTS + 1 }),
  ]);
  return homeReply(place, {
    actor,
    isKnown: known !== undefined,
    shown,
    bookings,
    waits,
    attendances,
    events: events.slice(0, SHOWN_EVENTS),
    isCut: events.length > SHOWN_EVENTS,
  });
};

const MOST_ATTEMPTS = 3;

/** What is read last is what stays, however many write it at once: who finds another one there reads again. */
export const writeHome = async (core: Core, place: Place, at: HomeAt, homes: Homes): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const over = attempt < MOST_ATTEMPTS ? await core.homes.shown(at) : undefined;
    const reply = await shortenCommands(await replyFor(core, place, at), place.id, core.lines);
    try {
      return await core.homes.keep(at, await homes.show(at, reply, over));
    } catch (error) {
      if (!(error instanceof ShownSince) || attempt >= MOST_ATTEMPTS) throw error;
    }
  }
};
