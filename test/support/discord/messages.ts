// Messages as Discord keeps them: checked, posted, edited, read.
import { messageProblems, readMessage } from './checks.ts';
import { pinged } from './markdown.ts';
import { cannotWriteToThem, invalidBody, noAccess, unknown } from './refusal.ts';
import type { Channel, Message, SentFile, World } from './world.ts';

const LAID_OUT = 1 << 15;
const EPHEMERAL = 1 << 6;

export interface Draft {
  readonly body: unknown;
  readonly files: readonly SentFile[];
}

export const isEphemeral = ({ flags }: Pick<Message, 'flags'>): boolean => (flags & EPHEMERAL) !== 0;

const checked = (world: World, { body, files }: Draft, edited: Message | undefined) => {
  const problems = messageProblems(body, {
    files: files.map(({ name }) => name),
    wasLaidOut: edited !== undefined && (edited.flags & LAID_OUT) !== 0,
    edits: edited !== undefined,
  });
  if (problems.length === 0) return readMessage(body);
  world.violations.push(...problems.map((problem) => `message: ${problem}`));
  throw invalidBody(problems);
};

const announce = (world: World, message: Message): Message => {
  message.shownAt = world.tick();
  for (const listener of [...world.onMessage]) listener(message);
  return message;
};

export interface Addressed {
  readonly channelId: string;
  readonly onlyFor?: string | undefined;
}

/** Posted by the bot; `flags` are those fixed beforehand (an answer deferred as ephemeral). */
export const postMessage = (world: World, { channelId, onlyFor }: Addressed, draft: Draft, flags = 0): Message => {
  const body = checked(world, draft, undefined);
  const message: Message = {
    id: world.snowflake(),
    channelId,
    onlyFor,
    replyTo: body.message_reference?.message_id,
    content: body.content ?? '',
    components: body.components ?? [],
    flags: flags | (body.flags ?? 0),
    pings: pinged(body),
    files: draft.files,
    nonce: body.nonce === undefined ? undefined : { value: body.nonce, at: performance.now() },
    shownAt: 0,
  };
  world.messages.set(message.id, message);
  return announce(world, message);
};

export const editMessage = (world: World, message: Message, draft: Draft): Message => {
  const body = checked(world, draft, message);
  if (body.content !== undefined) message.content = body.content ?? '';
  if (body.components !== undefined) message.components = body.components;
  if (body.attachments !== undefined) message.files = draft.files;
  message.flags |= body.flags ?? 0;
  message.pings = pinged(body);
  return announce(world, message);
};

export const channelIn = (world: World, id: string): Channel => {
  const channel = world.channels.get(id);
  if (!channel) throw unknown.channel();
  const trouble = world.troubles.get(id);
  if (trouble !== undefined) throw noAccess(trouble);
  return channel;
};

export const messageIn = (world: World, channelId: string, id: string): Message => {
  const message = world.messages.get(id);
  if (message?.channelId !== channelIn(world, channelId).id || isEphemeral(message)) throw unknown.message();
  return message;
};

/** Discord remembers the marks that it is asked to for a few minutes, and answers with the first message of that mark. */
const alreadySent = (world: World, channelId: string, { body }: Draft): Message | undefined => {
  const { nonce, enforce_nonce } = (body ?? {}) as { readonly nonce?: string; readonly enforce_nonce?: boolean };
  if (nonce === undefined || !enforce_nonce) return undefined;
  const isRecent = (at: number) => performance.now() - at < world.nonceMs;
  const removedAt = world.removed.get(nonce);
  if (removedAt !== undefined && isRecent(removedAt)) throw unknown.message();
  return [...world.messages.values()].find(
    (each) => each.channelId === channelId && each.nonce?.value === nonce && isRecent(each.nonce.at),
  );
};

export const sendToChannel = (world: World, channelId: string, draft: Draft): Message => {
  const channel = channelIn(world, channelId);
  if (channel.with !== undefined && world.users.get(channel.with)?.acceptsPrivateMessages !== true)
    throw cannotWriteToThem();
  return alreadySent(world, channelId, draft) ?? postMessage(world, { channelId }, draft);
};

/** Someone takes it away. */
export const removeMessage = (world: World, message: Message): void => {
  world.messages.delete(message.id);
  if (message.nonce) world.removed.set(message.nonce.value, message.nonce.at);
};

/** At most `limit`, those that come first after that one, the newest first. */
export const messagesAfter = (
  world: World,
  channelId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): readonly Message[] => {
  channelIn(world, channelId);
  return [...world.messages.values()]
    .filter((each) => each.channelId === channelId && !isEphemeral(each) && BigInt(each.id) > BigInt(after))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .slice(0, limit)
    .toReversed();
};
