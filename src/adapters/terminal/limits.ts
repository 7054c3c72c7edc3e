// A terminal refuses nothing; these keep an answer on a few screens, and each label on its line.
import type { Limits } from '../../reply/fit.ts';

export const limits: Limits = {
  blocks: 100,
  headingChars: 200,
  paragraphChars: 4000,
  listItems: 100,
  fields: 60,
  buttons: 25,
  choices: 50,
  labelChars: 100,
  commandChars: 2000,
  totalChars: 20_000,
};
