// Pictures and files beside an answer: where it stands, or in the person's private messages where it can hold none.
import type { Audience } from '../../chat/adapter.ts';
import { slackWords } from '../../messages/slack.fr.ts';
import { type Block, p, type Reply } from '../../reply/tree.ts';
import { type Calls, Refused, type Spot } from './answering.ts';
import type { ReturnAddress } from './return-address.ts';

export type FileBlock = Extract<Block, { readonly type: 'picture' | 'file' }>;

export const filesOf = ({ blocks }: Reply): readonly FileBlock[] =>
  blocks.filter((block) => block.type === 'picture' || block.type === 'file');

export const contentOf = (file: FileBlock): Uint8Array =>
  file.type === 'picture' ? file.png : new TextEncoder().encode(file.content);

const whereIs = (sent: readonly FileBlock[]): string => {
  if (sent.length > 1) return slackWords.filesSentPrivately;
  return sent[0]?.type === 'picture' ? slackWords.pictureSentPrivately : slackWords.fileSentPrivately;
};

interface Sending {
  readonly to: ReturnAddress;
  readonly audience: Audience;
  readonly calls: Pick<Calls, 'upload' | 'direct' | 'detoured'>;
}

/** A picture that Slack refuses takes nothing away: its words say the same. */
const uploaded = async (spot: Spot, file: FileBlock, calls: Sending['calls']): Promise<boolean> => {
  try {
    await calls.upload(spot, file);
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || file.type !== 'picture') throw error;
    calls.detoured(error.message);
    return false;
  }
};

/** An ephemeral answer and a modal can hold no file: it goes to the person's private messages, and the answer says so. */
export const withFiles = async (reply: Reply, { to, audience, calls }: Sending): Promise<Reply> => {
  const files = filesOf(reply);
  if (files.length === 0) return reply;
  const aside = to.modal !== undefined || (audience === 'asker' && !to.direct);
  const channel = aside || to.channel === undefined ? await calls.direct(to.userId) : to.channel;
  const spot = { channel, thread: aside ? undefined : to.thread };
  const sent: FileBlock[] = [];
  for (const file of files) if (await uploaded(spot, file, calls)) sent.push(file);
  if (!aside || sent.length === 0) return reply;
  return { ...reply, blocks: [...reply.blocks, p(whereIs(sent))] };
};
