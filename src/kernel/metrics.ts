// What the house counts and times, for whoever measures it. Labels are words of ours, from closed lists: never a person's.

/** `form`: a form was opened; `unread`: the words were not understood, so that no command was meant. */
export type CommandOutcome = 'done' | 'refused' | 'form' | 'unread' | 'broken';

export type PostOutcome = 'sent' | 'unreachable' | 'failed';

export interface Metrics {
  /** From the request to its first answer. */
  acknowledged(platform: string, ms: number): void;
  /** From the request to its answer; `command` is a declared one, or « none ». */
  answered(
    asked: { readonly platform: string; readonly command: string; readonly outcome: CommandOutcome },
    ms: number,
  ): void;
  posted(platform: string, act: 'post' | 'update' | 'tell', outcome: PostOutcome): void;
  /** One line of the log at that level; `event` is in our own words. */
  logged(level: 'warn' | 'error', event: string): void;
  /** One statement, from asked to answered. */
  queried(ms: number, outcome: 'ok' | 'refused'): void;
}

export const noMetrics: Metrics = {
  acknowledged: () => {},
  answered: () => {},
  posted: () => {},
  logged: () => {},
  queried: () => {},
};
