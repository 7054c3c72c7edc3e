// Several slots back to words: those that a button carries, and that read back as the same slots.
import { dayKey } from './day-order.ts';
import type { Slot, WhenReading } from './model.ts';
import { printWhen } from './when.ts';

const MOST_LISTED = 8;
const MOST_LEFT_OUT = 8;
const MOST_WEEKS_APART = 8;
const NAMES = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

interface Printed {
  readonly date: Temporal.PlainDate;
  /** After the date: « 9h-12h30 »; '' for a bare day; undefined where the date is not alone before it. */
  readonly hours: string | undefined;
  readonly words: string;
}

const printed = (slot: Slot, isMixed: boolean): Printed => {
  const words = printWhen(isMixed && slot.span === 'day' ? { ...slot, span: 'hours' } : slot);
  const [first = '', ...rest] = words.split(' ');
  return { date: slot.start.toPlainDate(), hours: first.includes('T') ? undefined : rest.join(' '), words };
};

/** Days of one weekday at one hour: « tous les mardis 9h-12h du 2026-11-24 au 2026-12-15 sauf le 2026-12-08 ». */
const asSeries = (all: readonly Printed[]): string | undefined => {
  const [first, last] = [all[0], all.at(-1)];
  if (first?.hours === undefined || last === undefined) return undefined;
  const gaps = all.slice(1).map(({ date }, index) => (all[index]?.date ?? date).until(date).days);
  const step = Math.min(...gaps);
  const weeks = step / 7;
  const isRegular =
    step > 0 && gaps.every((gap) => gap % step === 0) && all.every(({ hours }) => hours === first.hours);
  if (!isRegular || !Number.isInteger(weeks) || weeks > MOST_WEEKS_APART) return undefined;
  const said = new Set(all.map(({ date }) => dayKey(date)));
  const missing: string[] = [];
  for (let date = first.date; dayKey(date) < dayKey(last.date); date = date.add({ days: step }))
    if (!said.has(dayKey(date))) missing.push(date.toString());
  if (missing.length > MOST_LEFT_OUT) return undefined;
  const name = NAMES[first.date.dayOfWeek - 1];
  const days = weeks === 1 ? `tous les ${name}s` : `un ${name} sur ${weeks}`;
  const but = missing.length === 0 ? [] : [`sauf le ${missing.join(' et le ')}`];
  return [days, first.hours, `du ${first.date} au ${last.date}`, ...but].filter((part) => part !== '').join(' ');
};

/** Dates that share their hours, then the hours: « 2026-11-24 et 2026-11-26 9h-12h ». */
const asGroups = (all: readonly Printed[]): string =>
  all
    .map(({ date, hours, words }, index) =>
      hours !== undefined && hours === all[index + 1]?.hours ? date.toString() : words,
    )
    .join(' et ');

/** One slot as `printWhen` has it; '' when nothing was read. */
export const printWhenAll = ({ slots }: Pick<WhenReading, 'slots'>): string => {
  const isMixed = slots.some(({ span }) => span === 'day') && slots.some(({ span }) => span !== 'day');
  const all = slots.map((slot) => printed(slot, isMixed));
  if (all.length <= MOST_LISTED) return all.map(({ words }) => words).join(' et ');
  return asSeries(all) ?? asGroups(all);
};
