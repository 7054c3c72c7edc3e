// Whether a message of ours stands in a channel. Discord gives no mark back in what it remembers: there, it is what says the
// same words since that time. For a few minutes the mark itself keeps a second one from being made.
import { type DiscordApi, PER_PAGE } from './api.ts';
import type { Message } from './render.ts';

interface Worded {
  readonly content?: string | null | undefined;
  readonly components?: readonly unknown[] | null | undefined;
}

/** Everything that is written in it, buttons included. */
const wordsIn = (part: unknown): readonly string[] => {
  if (Array.isArray(part)) return part.flatMap(wordsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    (name === 'content' || name === 'label' || name === 'custom_id') && typeof value === 'string'
      ? [value.trim()]
      : wordsIn(value),
  );
};

const saidIn = ({ content, components }: Worded): string => JSON.stringify([content ?? '', wordsIn(components)]);

const DISCORD_EPOCH_MS = 1_420_070_400_000;
/** Two clocks are never quite the same. */
const MARGIN = { minutes: 2 } as const;
const MOST_PAGES = 10;

const snowflakeAt = (instant: Temporal.Instant): string =>
  String(BigInt(instant.epochMilliseconds - DISCORD_EPOCH_MS) << 22n);

export interface Sought {
  readonly mark: string;
  readonly message: Message;
  readonly since: Temporal.Instant;
  readonly botId: string;
}

/** Its id; undefined: it is not there. */
export const sentMessage = async (
  api: Pick<DiscordApi, 'after'>,
  channelId: string,
  { mark, message, since, botId }: Sought,
): Promise<string | undefined> => {
  const said = saidIn(message.body);
  let from = snowflakeAt(since.subtract(MARGIN));
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await api.after(channelId, from);
    const found = messages.find((each) => each.author.id === botId && (each.nonce === mark || saidIn(each) === said));
    if (found) return found.id;
    if (messages.length < PER_PAGE) return undefined;
    from = messages.map(({ id }) => id).reduce((last, id) => (BigInt(id) > BigInt(last) ? id : last), from);
  }
  return undefined;
};
