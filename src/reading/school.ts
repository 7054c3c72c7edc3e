// School holidays as people name them: « vacances scolaires », « vacances de Noël », « vacances d’été ».
import type { DateRange, Place, SchoolHoliday } from '../place/model.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { phrases } from './phrases.ts';
import { folded } from './tokenize.ts';

const ANY = phrases(`
  vacances scolaires, les vacances scolaires, vacances, les vacances, conges scolaires, les conges scolaires,
  pendant les vacances scolaires, pendant les vacances, periodes de vacances, les periodes de vacances,
  periode de vacances, pendant vacances scolaires, pendant les conges scolaires, vac scolaires, vacs, prochaines vacances,
  les prochaines vacances, periodes scolaires, aux vacances, durant les vacances, durant les vacances scolaires
`);
const OF = new Set(['de', 'd', 'du', 'la', 'l', 'des']);

/** Also called so. */
const ALIASES: Readonly<Record<string, string>> = {
  fevrier: 'hiver',
  paques: 'printemps',
  avril: 'printemps',
  juillet: 'ete',
};

export interface SchoolSaid {
  readonly to: number;
  readonly holidays: readonly SchoolHoliday[];
}

/** All of them, or those of that name. */
export const schoolHolidaysAt = (line: Line, at: number, { schoolHolidays }: Place): SchoolSaid | undefined => {
  const to = pastAny(line, at, ANY);
  if (to === undefined) return undefined;
  let name = to;
  while (OF.has(wordAt(line, name)) && name - to < 2) name += 1;
  const said = ALIASES[wordAt(line, name)] ?? wordAt(line, name);
  const named =
    name > to && said !== ''
      ? schoolHolidays.filter((each) =>
          folded(each.name)
            .split(/[\s’']/)
            .includes(said),
        )
      : [];
  return named.length > 0 ? { to: name + 1, holidays: named } : { to, holidays: schoolHolidays };
};

const { compare } = Temporal.PlainDate;

/** The next of them, begun or not. */
export const nextOf = (ranges: readonly SchoolHoliday[], today: Temporal.PlainDate): DateRange | undefined =>
  [...ranges].sort((a, b) => compare(a.from, b.from)).find(({ from }) => compare(from, today) > 0);
