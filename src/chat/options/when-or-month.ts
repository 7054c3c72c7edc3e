// A stretch of time, or a whole month: « jeudi », « demain matin », « décembre », « le mois prochain ».
import { ok } from '../../kernel/result.ts';
import { month as said } from '../../messages/words.fr.ts';
import type { WhenReading } from '../../reading/model.ts';
import { findMonth, parseMonth } from '../../reading/month.ts';
import type { ReadContext, RequiredOption } from '../option.ts';
import { startingLike } from './suggestions.ts';
import { whens } from './when.ts';

export type WhenOrMonth =
  | { readonly is: 'time'; readonly reading: WhenReading }
  | { readonly is: 'month'; readonly month: Temporal.PlainYearMonth };

export const inTime = (reading: WhenReading): WhenOrMonth => ({ is: 'time', reading });

export const inMonth = (month: Temporal.PlainYearMonth): WhenOrMonth => ({ is: 'month', month });

const local = ({ now, place }: ReadContext): Temporal.ZonedDateTime => now.toZonedDateTimeISO(place.timeZone);

const words = (month: Temporal.PlainYearMonth): string => said(month.toPlainDate({ day: 1 }));

const SUGGESTED = 12;

/** Those that look like what is typed; while nothing is, days are the better help. */
const months = (raw: string, context: ReadContext) => {
  if (raw.trim() === '') return [];
  const present = local(context).toPlainDate().toPlainYearMonth();
  const all = Array.from({ length: SUGGESTED }, (_, ahead) => words(present.add({ months: ahead })));
  const like = startingLike(
    raw,
    all.map((each) => ({ label: each, value: each })),
  );
  return like.length < all.length ? like : [];
};

const MOST = 25;

/** Several days are read too: what is free on the first of them is shown, the others are a press away. A month is sought first: it leaves those that date a day to what reads time. */
export const whenOrMonth = (summary: string): RequiredOption<WhenOrMonth> => {
  const time = whens(summary);
  return {
    ...time,
    parse: (raw, context) => {
      const month = parseMonth(raw, local(context));
      if (month) return ok(inMonth(month));
      const read = time.parse(raw, context);
      return read.ok ? ok(inTime(read.value)) : read;
    },
    find: (sentence, context) => {
      const month = findMonth(sentence, local(context));
      if (month) return ok({ value: inMonth(month.value), sentence: month.sentence });
      const found = time.find(sentence, context);
      if (!found.ok || !found.value) return found.ok ? ok(undefined) : found;
      return ok({ value: inTime(found.value.value), sentence: found.value.sentence });
    },
    print: (value, context) => (value.is === 'month' ? words(value.month) : time.print(value.reading, context)),
    phrase: (value, context) => (value.is === 'month' ? words(value.month) : time.phrase(value.reading, context)),
    suggest: (raw, context) => [...months(raw, context), ...time.suggest(raw, context)].slice(0, MOST),
  };
};
