// Where the answer to a request goes. A modal carries it along, for Slack does not say from where a form was opened.
import { z } from 'zod';

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
});

export type ReturnAddress = z.infer<typeof returnAddress>;
