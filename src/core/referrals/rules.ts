// What a referral may become, when its partner is reminded, and what of someone is shared. Pure.
import type { Place } from '../../place/model.ts';
import { conditions } from '../../place/orientation.ts';
import type { OrientationAnswers } from '../../place/orienting.ts';
import { workingDaysAfter } from '../../place/working-days.ts';
import type { ShownName } from '../names/model.ts';
import { nameAs } from '../names/rules.ts';
import type { ReferralAnswer, ReferralState, Shared, SharedAnswers, SharedWish } from './model.ts';

export const isOpen = (state: ReferralState): boolean => state === 'sent' || state === 'taken';

/** `already`: it was answered so. `taken`: a colleague looks after it, and alone gives it up. */
type Turn = 'write' | 'already' | 'taken' | 'closed';

/** `isTheirs`: whoever answers took it, or is of the staff. */
export const turnOf = (state: ReferralState, answer: ReferralAnswer, isTheirs: boolean): Turn => {
  switch (state) {
    case 'sent':
      return 'write';
    case 'taken':
      if (answer === 'taken') return isTheirs ? 'already' : 'taken';
      return answer === 'declined' && !isTheirs ? 'taken' : 'write';
    case 'declined':
    case 'unreachable':
    case 'helped':
    case 'stopped':
    case 'expired':
      return state === answer ? 'already' : 'closed';
  }
};

/** At which hour of the place people are reminded, and silence is taken for an answer. */
const AT = Temporal.PlainTime.from('09:00');

/** The instant of the `count`th working day after that one. */
export const workingInstant = (
  from: Temporal.Instant,
  count: number,
  { timeZone }: Pick<Place, 'timeZone'>,
): Temporal.Instant =>
  workingDaysAfter(from.toZonedDateTimeISO(timeZone).toPlainDate(), count)
    .toZonedDateTime({ timeZone, plainTime: AT })
    .toInstant();

/** As they show it in /compte; whoever shows nothing there is known by the name of the conversation, which the card says. */
export const nameShared = (displayName: string, shown: ShownName): string =>
  nameAs(displayName, shown) ?? displayName.trim();

/** Without who one is: that was said for oneself alone. */
export const answersShared = (answers: OrientationAnswers): SharedAnswers | undefined => {
  const kept = [...conditions, 'district' as const].flatMap((question) => {
    const given = answers[question] ?? [];
    return given.length === 0 ? [] : [[question, given] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

interface Known {
  readonly name: string;
  readonly answers: SharedAnswers | undefined;
  /** What was proposed before. */
  readonly before: Shared | undefined;
}

/** The least, what was added before, and what is added now. */
export const sharedFrom = ({ name, answers, before }: Known, wish: SharedWish): Shared => {
  const known = wish.afresh ? undefined : before;
  const withAnswers = wish.withAnswers ?? (known === undefined ? !wish.afresh : known.answers !== undefined);
  const said = {
    phone: wish.phone ?? known?.phone,
    email: wish.email ?? known?.email,
    note: wish.note ?? known?.note,
    answers: withAnswers ? answers : undefined,
  };
  return { name, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
};
