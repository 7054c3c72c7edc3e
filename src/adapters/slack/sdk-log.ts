// What Bolt has to say, in our log. Its debug lines hold what people type: they go nowhere.
import type { Log } from '../../kernel/log.ts';

const nothing = (): void => {};

export const sdkLog = (log: Log) => ({
  debug: nothing,
  info: nothing,
  warn: (...said: readonly unknown[]) => log.warn({ platform: 'slack', reason: said.join(' ') }, 'slack sdk warning'),
  error: (...said: readonly unknown[]) => log.error({ platform: 'slack', reason: said.join(' ') }, 'slack sdk error'),
  setLevel: nothing,
  setName: nothing,
});
