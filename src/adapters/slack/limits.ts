// What Slack accepts in a message (docs.slack.dev/reference/block-kit): each block of a reply becomes one of its blocks.
import type { Limits } from '../../reply/fit.ts';

export const limits: Limits = {
  blocks: 50,
  headingChars: 150,
  paragraphChars: 3000,
  listItems: 60,
  fields: 30,
  buttons: 25,
  choices: 100,
  labelChars: 75,
  // A button's value may hold 2,000; the value of an option 150, and both carry commands.
  commandChars: 150,
  // Blocks are refused as too long beyond some 13,000 characters.
  totalChars: 10_000,
};

export const MOST = {
  placeholder: 150,
  option: 75,
  modalTitle: 24,
  inputValue: 3000,
  text: 40_000,
  viewBlocks: 100,
} as const;

/** For what is not worth a refusal: a hint, a placeholder. */
export const short = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
