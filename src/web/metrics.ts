// What the house counts, as Prometheus reads it. Loaded only by whoever is asked for it.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../kernel/metrics.ts';

/** Read when someone asks. */
export interface Levels {
  /** What waits to be said, by state. */
  readonly queue: () => Promise<Readonly<Record<string, number>>>;
  readonly connections: () => { readonly open: number; readonly idle: number; readonly waiting: number };
}

export interface Measures extends Metrics {
  /** Given once the house is open. */
  watch(levels: Levels): void;
  text(): Promise<string>;
  readonly type: string;
}

/** Seconds: the platforms drop what is not acknowledged within three. */
const ANSWERS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];
const STATEMENTS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

const seconds = (ms: number): number => ms / 1000;

const instruments = (registers: Registry[]) => ({
  commands: new Counter({
    name: 'mijote_commands_total',
    help: 'Commands, by what became of them',
    labelNames: ['platform', 'command', 'outcome'],
    registers,
  }),
  acknowledgement: new Histogram({
    name: 'mijote_acknowledgement_seconds',
    help: 'From a request to its first answer',
    labelNames: ['platform'],
    buckets: ANSWERS,
    registers,
  }),
  answer: new Histogram({
    name: 'mijote_answer_seconds',
    help: 'From a request to its answer',
    labelNames: ['platform', 'command'],
    buckets: ANSWERS,
    registers,
  }),
  posts: new Counter({
    name: 'mijote_posts_total',
    help: 'Messages sent and updated unasked, by what became of them',
    labelNames: ['platform', 'act', 'outcome'],
    registers,
  }),
  logged: new Counter({
    name: 'mijote_log_lines_total',
    help: 'Warnings and errors of the log, by event',
    labelNames: ['level', 'event'],
    registers,
  }),
  statements: new Histogram({
    name: 'mijote_database_statement_seconds',
    help: 'From a statement to its answer',
    labelNames: ['outcome'],
    buckets: STATEMENTS,
    registers,
  }),
});

const watchLevels = (registers: Registry[], { queue, connections }: Levels): void => {
  new Gauge({
    name: 'mijote_deliveries',
    help: 'Messages that wait, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries(await queue())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'mijote_database_connections',
    help: 'Connections of the pool, and who waits for one',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(connections())) this.set({ state }, count);
    },
  });
};

export const openMeasures = (): Measures => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const { commands, acknowledgement, answer, posts, logged, statements } = instruments(registers);
  return {
    acknowledged: (platform, ms) => acknowledgement.observe({ platform }, seconds(ms)),
    answered: ({ platform, command, outcome }, ms) => {
      commands.inc({ platform, command, outcome });
      answer.observe({ platform, command }, seconds(ms));
    },
    posted: (platform, act, outcome) => posts.inc({ platform, act, outcome }),
    logged: (level, event) => logged.inc({ level, event }),
    queried: (ms, outcome) => statements.observe({ outcome }, seconds(ms)),
    watch: (levels) => watchLevels(registers, levels),
    text: () => registry.metrics(),
    type: registry.contentType,
  };
};
