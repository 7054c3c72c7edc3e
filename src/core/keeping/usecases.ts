// Once a day, what is of no use any more is forgotten, as late as the place's file says.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import { keepingOf } from '../../place/keeping.ts';
import type { Place } from '../../place/model.ts';
import { forgetWishes } from '../appointments/line-store.ts';
import { claimRun } from '../deliveries/store.ts';
import { forgetClosed } from '../followups/telling-store.ts';
import { CONTACT_KEPT } from '../links/rules.ts';
import { forgetContacts } from '../links/store.ts';
import { deleteClosed } from '../referrals/store.ts';
import { forgetDeliveries, forgetLines, forgetRequests } from './store.ts';

export interface Forgotten {
  readonly deliveries: number;
  readonly requests: number;
  readonly lines: number;
  /** Of those who asked for an earlier appointment. */
  readonly wishes: number;
  readonly followups: number;
  readonly referrals: number;
  /** Of those who were introduced: the other has it. */
  readonly contacts: number;
}

export interface KeepingRoom {
  /** Undefined: it was done today already, by this instance or another. */
  forget(place: Place): Promise<Forgotten | undefined>;
}

/** When nobody is there. */
const AT = Temporal.PlainTime.from('04:00');

export const createKeeping = ({ db, clock }: { readonly db: Database; readonly clock: Clock }): KeepingRoom => ({
  forget: async (place) => {
    const now = clock.now();
    const local = now.toZonedDateTimeISO(place.timeZone);
    const isEarly = Temporal.PlainTime.compare(local.toPlainTime(), AT) < 0;
    const day = local.toPlainDate().subtract({ days: isEarly ? 1 : 0 });
    const due = day.toZonedDateTime({ timeZone: place.timeZone, plainTime: AT }).toInstant();
    if (!(await claimRun(db.prisma, { job: `keeping ${place.id}`, due, instance: 'any', now }))) return undefined;
    const { deliveries, requests, lines, followups, referrals } = keepingOf(place);
    return {
      deliveries: await forgetDeliveries(db.prisma, place.id, { before: now.subtract(deliveries), now }),
      requests: await forgetRequests(db.prisma, place.id, now.subtract(requests)),
      lines: await forgetLines(db.prisma, place.id, now.subtract(lines)),
      wishes: await forgetWishes(db.prisma, place.id, now.subtract(deliveries)),
      referrals: await deleteClosed(db.prisma, place.id, now.subtract(referrals)),
      followups: await forgetClosed(db.prisma, place.id, now.subtract(followups)),
      contacts: await forgetContacts(db.prisma, place.id, now.subtract(CONTACT_KEPT)),
    };
  },
});
