// The platforms that are configured, with their libraries, which are loaded only where they serve.
import type { Config } from '../config.ts';
import type { Log } from '../kernel/log.ts';
import type { Turn } from '../kernel/turn.ts';

export const onCutIn = (log: Log) => (what: string) => log.warn({ reason: what }, 'a reply was cut');

export const connectSlack = async ({ slack }: Config, log: Log) => {
  if (!slack) return undefined;
  const { slackAdapter } = await import('../adapters/slack/adapter.ts');
  const connection =
    slack.mode === 'socket'
      ? ({ by: 'socket', appToken: slack.appToken } as const)
      : ({ by: 'http', signingSecret: slack.signingSecret } as const);
  return slackAdapter({ botToken: slack.botToken, connection, apiUrl: slack.apiUrl, log, onCut: onCutIn(log) });
};

/** Of the instances of one bot, one listens. A token begins with the number of its bot, which is no secret. */
export const connectDiscord = async ({ discord }: Config, log: Log, turnNamed: (name: string) => Turn) => {
  if (!discord) return undefined;
  const { discordAdapter } = await import('../adapters/discord/adapter.ts');
  const turn = turnNamed(`discord ${discord.token.split('.')[0]}`);
  return discordAdapter({ ...discord, turn, log, onCut: onCutIn(log) });
};
