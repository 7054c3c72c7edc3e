// Whether a message that bears a mark of ours stands in a conversation: Slack gives messages back with what only apps see of
// them. It lets the bot read the channels that it is a member of, and its private conversations.
import { z } from 'zod';
import type { Calls } from './answering.ts';
import { MARKED } from './calls.ts';

const pageSchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        bot_id: z.string().optional(),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.looseObject({ mark: z.string().optional() }) })
          .optional()
          .catch(undefined),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

const PER_PAGE = 200;
/** Nobody reads ten thousand messages for the sake of one: beyond that, it is taken to be lost. */
const MOST_PAGES = 10;
/** Two clocks are never quite the same; the mark tells, not the time. */
const MARGIN = { hours: 1 } as const;

/** Its `ts`; undefined: it is not there. */
export const markedMessage = async (
  { history }: Pick<Calls, 'history'>,
  channel: string,
  { mark, since, botId }: { readonly mark: string; readonly since: Temporal.Instant; readonly botId: string },
): Promise<string | undefined> => {
  const oldest = String(Math.floor(since.subtract(MARGIN).epochMilliseconds / 1000));
  const asked = { channel, oldest, limit: PER_PAGE, include_all_metadata: true } as const;
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages, response_metadata } = pageSchema.parse(await history(cursor ? { ...asked, cursor } : asked));
    const found = messages.find(
      ({ bot_id, metadata }) =>
        bot_id === botId && metadata?.event_type === MARKED && metadata.event_payload.mark === mark,
    );
    if (found) return found.ts;
    cursor = response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  return undefined;
};
