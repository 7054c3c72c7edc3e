// Where a sentence says of someone what is nobody's to note. A warning, never a refusal: it may miss, and it may be wrong.
import { contactDetailsIn } from './contact-details.ts';
import { byFirstWord, patternOf, saidAt, type Word, wordsOf } from './inflected.ts';
import { originAt } from './origins.ts';
import { PERSONAL } from './sensitive-words.ts';
import { wordSet } from './word-set.ts';

export type SensitiveKind = 'health' | 'origin' | 'religion' | 'offence' | 'phone' | 'email' | 'address';

export interface SensitiveSpan {
  readonly kind: SensitiveKind;
  readonly start: number;
  readonly end: number;
}

const personal = byFirstWord(
  (['health', 'origin', 'religion', 'offence'] as const).flatMap((kind) =>
    PERSONAL[kind].map((phrase) => patternOf(kind, phrase)),
  ),
);

/** A public, a fight, a subject: what is done for or about many. */
const THEMES = wordSet(`
  aux pour aupres envers contre prevention lutte lutter depistage information informer recherche ligue sensibilisation
  sensibiliser collecte course conference debat atelier ateliers cafe accueil accueillir aide aider soutien soutenir aidants
  accompagnement accompagner insertion inclusion inclusif association collectif cours accessible accessibilite
  sur autour journee semaine mission referent exposition film livre documentaire projection formation accessibles adapte adaptee
  adaptes adaptees theme solidarite histoire memoire culture cultures echange echanges rencontre rencontres
`);
const OF_SOMEONE = wordSet('un une son sa ses mon ma mes leur cette ce');
const NAMED = wordSet(
  'secours entraide comite assurance scouts guides association caisse entreprise ecole college lycee institut centre eglise temple cimetiere presse radio fete art musee',
);
/** Of many only: « un repas avec des réfugiés ». */
const WITH = wordSet('avec chez');
const SUBJECTS = wordSet('handicap alzheimer autisme cancer diabete sida vih addiction suicide delinquance');

const LOOKED_BACK = 5;

/** Of people in general, or of the subject itself: « un atelier pour les personnes handicapées », « la ligue contre le cancer ». */
const isTheme = (words: readonly Word[], at: number, length: number): boolean => {
  const before = words.slice(Math.max(0, at - LOOKED_BACK), at).map(({ word }) => word);
  const last = words[at + length - 1]?.word ?? '';
  const previous = before.at(-1) ?? '';
  if (NAMED.has(previous)) return true;
  if (OF_SOMEONE.has(previous) || before.slice(-2).some((word) => word === 'un' || word === 'une')) return false;
  const isPlural = /[sx]$/.test(last);
  if (isPlural && previous === 'des' && WITH.has(before.at(-2) ?? '')) return true;
  if (!before.some((word) => THEMES.has(word))) return false;
  return isPlural || SUBJECTS.has(last) || previous === 'l' || previous === 'la' || previous === 'le';
};

const BEFORE_NOT: Readonly<Record<string, ReadonlySet<string>>> = {
  aveugle: wordSet('l confiance'),
  aveugles: wordSet('l'),
  sourd: wordSet('bruit coup'),
  orthodoxe: wordSet('peu tres pas'),
  maladie: wordSet('assurance'),
  suicide: wordSet('mission'),
};
const AFTER_NOT: Readonly<Record<string, ReadonlySet<string>>> = {
  protestant: wordSet('contre aupres'),
  depression: wordSet('atmospherique tropicale meteo'),
  viole: wordSet('de'),
  invalide: wordSet('depuis'),
  invalides: wordSet('paris'),
};

const isOtherwise = (words: readonly Word[], at: number): boolean => {
  const { word } = words[at] ?? { word: '' };
  return (
    (BEFORE_NOT[word]?.has(words[at - 1]?.word ?? '') ?? false) ||
    (AFTER_NOT[word]?.has(words[at + 1]?.word ?? '') ?? false)
  );
};

const spanOf = (words: readonly Word[], kind: SensitiveKind, from: number, to: number): SensitiveSpan => ({
  kind,
  start: words[from]?.start ?? 0,
  end: words[to]?.end ?? 0,
});

const personalIn = (text: string, words: readonly Word[]): readonly SensitiveSpan[] =>
  words.flatMap((_, at): readonly SensitiveSpan[] => {
    const said = saidAt(personal, words, at);
    if (said && !isTheme(words, at, said.words.length) && !isOtherwise(words, at))
      return [spanOf(words, said.kind, at, at + said.words.length - 1)];
    const origin = originAt(text, words, at);
    return origin && !isTheme(words, at, origin.to - at + 1) ? [spanOf(words, 'origin', origin.from, origin.to)] : [];
  });

/** In the order of the text, none within another. */
export const sensitiveSpans = (text: string): readonly SensitiveSpan[] => {
  const all = [...contactDetailsIn(text), ...personalIn(text, wordsOf(text))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const kept: SensitiveSpan[] = [];
  for (const span of all) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
};
