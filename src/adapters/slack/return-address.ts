// Where the answer to a request goes. A modal carries it along, for Slack does not say from where a form was opened.
import { z } from 'zod';

/** Acted on outside of any conversation, on one's page or in a modal. */
const modalSpot = z.object({
  /** The modal that the answer takes the place of; none: it opens one. */
  viewId: z.string().optional(),
  /** On top of that modal, and not in its place. */
  beside: z.boolean(),
});

export type ModalSpot = z.infer<typeof modalSpot>;

export const returnAddress = z.object({
  userId: z.string(),
  /** None for a request from outside of any conversation: the answer is a private message. */
  channel: z.string().optional(),
  /** The message whose thread the request was made in. */
  thread: z.string().optional(),
  /** Good for five answers within half an hour. */
  responseUrl: z.string().optional(),
  /** Whether `channel` is the person's own conversation with the bot. */
  direct: z.boolean(),
  /** Whether a private answer takes the place of the card that was acted on: only the person sees that card. */
  replaces: z.boolean(),
  /** The answer stands in a modal. */
  modal: modalSpot.optional(),
});

export type ReturnAddress = z.infer<typeof returnAddress>;
