// What Discord carries at most. https://discord.com/developers/docs/components/reference
import type { Limits } from '../../reply/fit.ts';

/** A message whose buttons come last: its words stand in `content`, which notifications show. */
export const plainMessage = { chars: 2_000, rows: 5 } as const;

/** A message laid out in components (IS_COMPONENTS_V2): rows and buttons count among the 40. */
export const laidOutMessage = { chars: 4_000, components: 40 } as const;

export const row = { buttons: 5 } as const;
export const select = { options: 25, placeholderChars: 150, hintChars: 100 } as const;
export const customIdChars = 100;
export const altTextChars = 1_024;
export const attachments = 10;
export const modal = {
  titleChars: 45,
  components: 5,
  labelChars: 45,
  hintChars: 100,
  placeholderChars: 100,
  valueChars: 4_000,
} as const;
/** A server's scheduled events, and how many of them are to come or go on. */
export const scheduled = { most: 100, nameChars: 100, descriptionChars: 1_000, locationChars: 100 } as const;
export const suggestion = { count: 25, chars: 100 } as const;

/** `totalChars` leaves room for the escapes that rendering adds; see render.ts for what needs even more. */
export const limits: Limits = {
  blocks: 40,
  headingChars: 250,
  paragraphChars: 3_000,
  listItems: 50,
  fields: 25,
  buttons: 25,
  choices: select.options,
  labelChars: 80,
  commandChars: 90,
  totalChars: 3_500,
};

/** Cuts where everyone sees it. For hints and placeholders only: what a person acts on is never cut. */
export const clip = (text: string, chars: number): string =>
  text.length <= chars ? text : `${text.slice(0, chars - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
