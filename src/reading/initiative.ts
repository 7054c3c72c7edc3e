// What a veilleuse says of an initiative in one sentence: « Repair café au Val d’Aran, cherche un local et des bénévoles ».
// Its codes are those of the place file; each word is in the title, in a code or in the summary. Pure.
import { type InitiativeRules, initiativesOf } from '../place/initiatives.ts';
import type { Place } from '../place/model.ts';
import type { SheetCodes } from '../place/sheet-codes.ts';
import { type Clause, clausesIn } from './initiative-clauses.ts';
import { codesIn, keysOf, longestOf } from './initiative-codes.ts';
import { districtsIn } from './initiative-district.ts';
import { peopleIn } from './initiative-people.ts';
import { isOnly, isWho, saidIn, sentenceCase, titleOf } from './initiative-title.ts';
import { type Word, wordsIn } from './spoken.ts';

export interface InitiativeReading extends SheetCodes {
  readonly title: string;
  /** What no code says, as it was said. */
  readonly summary: string;
  readonly people: number | undefined;
}

type Coded = Pick<Place, 'initiatives' | 'districts'>;

/** Two that differ are no answer: it is asked. */
const only = (keys: readonly string[]): string | undefined => (keys.length === 1 ? keys[0] : undefined);

/** In the title first: « Repair café … propose des cours de français » mends things. */
const themeIn = (
  words: readonly Word[],
  { themes }: InitiativeRules,
  title: Pick<Clause, 'from' | 'to'> | undefined,
  clauses: readonly Clause[],
): string | undefined => {
  const within = (some: readonly Pick<Clause, 'from' | 'to'>[]) =>
    longestOf(some.flatMap((clause) => codesIn(words, themes, clause)));
  const others = clauses.filter(({ kind }) => kind === 'other');
  return within(title ? [title] : []) ?? within(others) ?? within(clauses.filter(({ kind }) => kind === 'offer'));
};

const MOST_SHOUTED = 8;

/** What is written in capitals alone is read, and kept, as if it were not; an acronym stays. */
const quiet = (text: string): string =>
  text.length > MOST_SHOUTED && text === text.toUpperCase() ? text.toLowerCase() : text;

export const initiativeIn = (text: string, place: Coded): InitiativeReading => {
  const rules = initiativesOf(place);
  const sentence = quiet(text.replace(/\s+/g, ' ').trim());
  const words = wordsIn(sentence);
  const clauses = clausesIn(words, rules);
  const taken = new Set<number>();
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) taken.add(at);
  };

  const districts = districtsIn(words, place.districts ?? []);
  const district = only(keysOf(districts));
  if (district !== undefined) for (const { from, to } of districts) take(from, to);

  const others = clauses.filter(({ kind }) => kind === 'other');
  const people = others.map((clause) => peopleIn(words, clause)).find((said) => said !== undefined);
  if (people) take(people.from, people.to);

  const stages = codesIn(words, rules.stages, { from: 0, to: words.length });
  const listed = (kind: 'need' | 'offer') =>
    clauses
      .filter((clause) => clause.kind === kind)
      .map((clause) => codesIn(words, rules.needs, { ...clause, from: clause.body }));
  const [needs, offers] = [listed('need').flat(), listed('offer').flat()];
  for (const { from, to } of [...needs, ...offers]) take(from, to);
  for (const { kind, from, body } of clauses) if (kind !== 'other') take(from, body);

  // A stage says all of a part that says nothing else: « en cours de montage ».
  const staged = new Set(taken);
  for (const { from, to } of stages) for (let at = from; at < to; at += 1) staged.add(at);
  const isSaid = (clause: Clause): boolean => isOnly(words, clause, clause.kind === 'other' ? staged : taken);
  // « Les habitants demandent un pédibus »: what they ask for names it, rather than who they are.
  const asked = clauses.find((clause) => clause.kind !== 'other' && !isSaid(clause));
  const named =
    others.find((clause) => !isWho(words, clause, staged)) ??
    (asked && { ...asked, from: asked.body }) ??
    others.find((clause) => !isSaid(clause));
  const titled = named && titleOf({ text: sentence, words, clause: named, taken, stages });
  const left = clauses.filter((clause) => clause.to !== named?.to && !isSaid(clause));
  // Nothing but needs and offers: they are its name.
  const [first] = clauses;
  const title = titled?.title ?? sentenceCase(first ? saidIn(sentence, words, first) : sentence);
  return {
    title,
    summary: [
      ...(titled?.left ?? []),
      ...(titled ? left : left.filter((clause) => clause !== first)).map((clause) => saidIn(sentence, words, clause)),
    ]
      .filter((part) => part !== '')
      .join('\u00a0; '),
    district,
    theme: themeIn(words, rules, titled?.named, clauses),
    stage: only(keysOf(stages)),
    people: people?.count,
    needs: keysOf(needs),
    offers: keysOf(offers),
  };
};
