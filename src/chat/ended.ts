// What is counted of a request: a declared command, never what was typed.
import type { CommandOutcome } from '../kernel/metrics.ts';
import type { Reply } from '../reply/tree.ts';
import type { Reading } from './read.ts';

export interface Ended {
  readonly command: string;
  readonly outcome: CommandOutcome;
}

export const NO_COMMAND = 'none';

export const endOf = (reading: Reading, reply: Reply | undefined): Ended => {
  switch (reading.kind) {
    case 'ready':
      return { command: reading.route.path, outcome: reply?.tone === 'refusal' ? 'refused' : 'done' };
    case 'form':
      return { command: reading.route.path, outcome: reply?.tone === 'refusal' ? 'refused' : 'form' };
    case 'refusal':
      return { command: NO_COMMAND, outcome: 'unread' };
  }
};
