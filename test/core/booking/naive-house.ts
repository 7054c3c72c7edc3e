// What the booking room should do, written as plainly as possible: no database, no interval, no sweep. Time is quarters
// of an hour counted from the first midnight; who holds what is a list, walked through each time.

export const QUARTERS_A_DAY = 96;
const [OPENING, CLOSING] = [9 * 4, 18 * 4];

export type Room = 'desks' | 'lounge' | 'kitchen' | 'pantry';

export interface Wish {
  readonly room: Room;
  readonly from: number;
  readonly to: number;
  readonly people: number;
  readonly computers: number;
}

interface Kept extends Wish {
  readonly who: number;
  /** In seconds; undefined: it stands. */
  cancelledAt: number | undefined;
}

interface Hold {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly howMany: number;
}

const HOW_MANY: Readonly<Record<string, number>> = { desks: 10, 'desks/computer': 2, lounge: 1, kitchen: 1, pantry: 1 };
const INSIDE: Readonly<Record<Room, readonly Room[]>> = {
  desks: ['desks'],
  lounge: ['lounge', 'kitchen', 'pantry'],
  kitchen: ['kitchen', 'pantry'],
  pantry: ['pantry'],
};
/** The lounge needs a quarter of an hour before and half an hour after. */
const BUFFERS: Readonly<Record<Room, readonly [before: number, after: number]>> = {
  desks: [0, 0],
  lounge: [1, 2],
  kitchen: [0, 0],
  pantry: [0, 0],
};
export const QUOTA = 8;
const RESTORED_WITHIN_SECONDS = 300;

const holdsOf = ({ room, from, to, people, computers }: Wish): readonly Hold[] => {
  const [before, after] = BUFFERS[room];
  const rooms = INSIDE[room].map((what) => ({
    what,
    from: from - before,
    to: to + after,
    howMany: room === 'desks' ? people : 1,
  }));
  return computers > 0 ? [...rooms, { what: 'desks/computer', from, to, howMany: computers }] : rooms;
};

const isDuring = (quarter: number, { from, to }: { readonly from: number; readonly to: number }) =>
  from <= quarter && quarter < to;

export const naiveHouse = () => {
  const bookings = new Map<number, Kept>();
  const closures: Hold[] = [];
  /** Those that a closure took: they do not come back. */
  const withdrawn = new Set<number>();
  const monday = (quarter: number) => Math.floor(Math.floor(quarter / QUARTERS_A_DAY) / 7);

  const takenAt = (what: string, quarter: number, except: number | undefined): number => {
    let sum = 0;
    for (const [id, booking] of bookings) {
      if (id === except || booking.cancelledAt !== undefined) continue;
      for (const hold of holdsOf(booking)) if (hold.what === what && isDuring(quarter, hold)) sum += hold.howMany;
    }
    for (const hold of closures) if (hold.what === what && isDuring(quarter, hold)) sum += hold.howMany;
    return sum;
  };

  const ruleBroken = ({ room, from, to, computers }: Wish): string | undefined => {
    if (computers > (room === 'desks' ? 2 : 0)) return 'booking.not_enough_equipment';
    if (from % QUARTERS_A_DAY < OPENING || (to - 1) % QUARTERS_A_DAY >= CLOSING) return 'booking.closed';
    return undefined;
  };

  const noRoom = (who: number, wish: Wish, except?: number): string | undefined => {
    const own = [...bookings].filter(
      ([id, { cancelledAt, who: whose, room }]) =>
        id !== except && cancelledAt === undefined && whose === who && room === wish.room,
    );
    if (own.some(([, { from, to }]) => from < wish.to && wish.from < to)) return 'booking.already';
    const inWeek = own.filter(([, { from }]) => monday(from) === monday(wish.from)).length;
    if (wish.room === 'desks' && inWeek >= QUOTA) return 'booking.over_quota';
    for (const { what, from, to, howMany } of holdsOf(wish)) {
      for (let quarter = from; quarter < to; quarter += 1)
        if (takenAt(what, quarter, except) + howMany > (HOW_MANY[what] ?? 0))
          return what === 'desks/computer'
            ? 'booking.equipment_taken'
            : closures.some((hold) => hold.what === wish.room && hold.from < wish.to && wish.from < hold.to)
              ? 'booking.closed'
              : wish.room === 'desks'
                ? 'booking.full'
                : 'booking.taken';
    }
    return undefined;
  };

  const mine = (who: number, id: number): Kept | undefined => {
    const booking = bookings.get(id);
    return booking?.who === who ? booking : undefined;
  };

  return {
    bookings,
    standing: () => [...bookings].filter(([, { cancelledAt }]) => cancelledAt === undefined),

    wouldTake: (who: number, wish: Wish, except?: number): string =>
      ruleBroken(wish) ?? noRoom(who, wish, except) ?? 'ok',

    write: (id: number, who: number, wish: Wish): void => {
      bookings.set(id, { ...wish, who, cancelledAt: undefined });
    },

    change: (who: number, id: number, wish: Wish): string => {
      const booking = mine(who, id);
      if (!booking) return 'booking.not_found';
      if (booking.cancelledAt !== undefined) return 'booking.already_cancelled';
      const answer = ruleBroken(wish) ?? noRoom(who, wish, id) ?? 'ok';
      if (answer === 'ok') bookings.set(id, { ...wish, who, cancelledAt: undefined });
      return answer;
    },

    cancel: (who: number, id: number, now: number): string => {
      const booking = mine(who, id);
      if (!booking) return 'booking.not_found';
      if (booking.cancelledAt !== undefined) return 'booking.already_cancelled';
      booking.cancelledAt = now;
      return 'ok';
    },

    restore: (who: number, id: number, now: number): string => {
      const booking = mine(who, id);
      if (!booking) return 'booking.not_found';
      if (booking.cancelledAt === undefined) return 'booking.not_cancelled';
      if (withdrawn.has(id)) return 'booking.withdrawn';
      if (now - booking.cancelledAt > RESTORED_WITHIN_SECONDS) return 'booking.restore_too_late';
      const answer = noRoom(who, booking, id) ?? 'ok';
      if (answer === 'ok') booking.cancelledAt = undefined;
      return answer;
    },

    /** Whoever is there goes; undefined when it is closed already, even in part. */
    close: (room: Room, from: number, to: number, now: number): readonly number[] | undefined => {
      const wanted = INSIDE[room].map((what): Hold => ({ what, from, to, howMany: HOW_MANY[what] ?? 0 }));
      const meets = (a: Hold) => wanted.some((b) => a.what === b.what && a.from < b.to && b.from < a.to);
      if (closures.some(meets)) return undefined;
      const displaced = [...bookings].filter(
        ([, booking]) => booking.cancelledAt === undefined && holdsOf(booking).some(meets),
      );
      for (const [, booking] of displaced) booking.cancelledAt = now;
      closures.push(...wanted);
      for (const [id] of displaced) withdrawn.add(id);
      return displaced.map(([id]) => id);
    },
  };
};
