// A chat of one behaviour, for what only Slack does.
import type { Chat, Responder } from '../../../src/chat/adapter.ts';
import type { Invocation } from '../../../src/chat/invocation.ts';

export interface OneChat extends Chat {
  readonly heard: readonly Invocation[];
  readonly failures: readonly unknown[];
}

export const chatWith = (answer: (invocation: Invocation, responder: Responder) => Promise<void>): OneChat => {
  const heard: Invocation[] = [];
  const failures: unknown[] = [];
  return {
    commands: [],
    heard,
    failures,
    home: async () => {},
    suggest: () => [],
    dispatch: async (invocation, responder) => {
      heard.push(invocation);
      try {
        await answer(invocation, responder);
      } catch (error) {
        failures.push(error);
      }
    },
  };
};
