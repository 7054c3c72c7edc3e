import type { RequiredOption } from '../option.ts';
import { saidChoice } from './said-choice.ts';

export type Attending = 'going' | 'maybe';

const SAID: readonly (readonly [words: string, value: Attending])[] = [
  ['peut-être', 'maybe'],
  ['peut être', 'maybe'],
  ['peutetre', 'maybe'],
  ['oui', 'going'],
];

/** Whether one comes, or may. */
export const attending = (summary: string): RequiredOption<Attending> =>
  saidChoice(summary, {
    said: SAID,
    written: { going: 'oui', maybe: 'peutetre' },
    labels: { going: 'Je participe', maybe: 'Peut-être' },
  });
