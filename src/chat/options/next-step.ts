// What is to be done, and by which day: « rappeler jeudi ». The day is read where it is said, the rest stays as typed; so does
// all of it when it says more than a day: an hour, a habit.
import { ok } from '../../kernel/result.ts';
import type { Sentence } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import { wordSet } from '../../reading/word-set.ts';
import type { ReadContext, RequiredOption } from '../option.ts';
import { days } from './days.ts';
import type { Period } from './period.ts';
import { words } from './words.ts';

export interface StepSaid {
  readonly words: string;
  readonly due: Temporal.PlainDate | undefined;
}

/** « jeudi »: that day; « la semaine prochaine »: as it begins; « d’ici vendredi »: as it ends. */
const dueOf = ({ start, end }: Period, { now, place }: ReadContext): Temporal.PlainDate => {
  const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate();
  const [first, last] = [start.toPlainDate(), end.subtract({ nanoseconds: 1 }).toPlainDate()];
  const hasBegun = Temporal.PlainDate.compare(first, today) <= 0;
  return hasBegun ? last : first;
};

const HABITS = wordSet('tous toutes chaque');

const saysMore = ({ start, end }: Period, { tokens }: Sentence): boolean =>
  !isMidnight(start) || !isMidnight(end) || tokens.some(({ word }) => HABITS.has(word));

const isMidnight = (at: Temporal.ZonedDateTime): boolean => at.hour === 0 && at.minute === 0;

export const nextStep = (summary: string, mostChars: number): RequiredOption<StepSaid> => {
  const [said, when] = [words(summary, mostChars), days(summary)];

  const find = (sentence: Sentence, context: ReadContext): ReturnType<RequiredOption<StepSaid>['find']> => {
    const all = said.find(sentence, context);
    if (!all.ok || !all.value) return all.ok ? ok(undefined) : all;
    const dated = when.find(sentence, context);
    // A day that is not clear stays in its words, and the card says that there is none.
    const period = dated.ok ? dated.value : undefined;
    if (!period) return ok({ value: { words: all.value.value, due: undefined }, sentence: all.value.sentence });
    const rest = saysMore(period.value, sentence) ? all : said.find(period.sentence, context);
    const left = rest.ok ? rest.value?.value : undefined;
    return ok({
      value: { words: left ?? all.value.value, due: dueOf(period.value, context) },
      sentence: all.value.sentence,
    });
  };

  const parse: RequiredOption<StepSaid>['parse'] = (raw, context) => {
    const found = find(tokenize(raw), context);
    if (!found.ok) return found;
    return ok(found.value?.value ?? { words: raw.trim(), due: undefined });
  };

  /** Words that still say the day need no other. */
  const printed = ({ words: what, due }: StepSaid, context: ReadContext): string => {
    const again = parse(what, context);
    return due === undefined || (again.ok && again.value.due?.equals(due)) ? what : `${what} ${due}`;
  };

  return {
    ...said,
    parse,
    find,
    print: printed,
    phrase: printed,
  };
};
