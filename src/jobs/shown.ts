// A reply as it leaves, and the hash of what people see of it: what is shown already needs no update.
import { createHash } from 'node:crypto';
import type { Adapter } from '../chat/adapter.ts';
import { shortenCommands } from '../chat/shorten.ts';
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import { wordsOf } from './words.ts';

/** Undefined: there is nothing left to say. */
export const replyOf = async (core: Core, place: Place, delivery: Delivery): Promise<Reply | undefined> => {
  const words = await wordsOf(core, place, delivery);
  return words && shortenCommands(words, place.id, core.lines);
};

export const hashOf = (adapter: Adapter, reply: Reply): string =>
  createHash('sha256').update(adapter.looks(reply)).digest('base64url');
