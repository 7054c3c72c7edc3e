import { describe, expect, test } from 'vitest';
import { type Environment, readConfig } from '../src/config.ts';

const config = (env: Environment) => {
  const result = readConfig(env);
  if (!result.ok) throw new Error(result.error.join('\n'));
  return result.value;
};
const problems = (env: Environment): readonly string[] => {
  const result = readConfig(env);
  return result.ok ? [] : result.error;
};

describe('the configuration', () => {
  test('wants nothing: no variable at all is a bot with its own database and no platform', () => {
    expect(config({})).toEqual({
      dataDir: './data',
      databaseUrl: undefined,
      places: 'lieux/*.yaml',
      slack: undefined,
      discord: undefined,
      web: { host: '127.0.0.1', port: 3000, publicUrl: undefined },
      logLevel: 'info',
    });
  });

  test('takes an empty variable for an absent one, and trims the others', () => {
    expect(config({ DATABASE_URL: '', SLACK_BOT_TOKEN: '  ', PORT: ' 8080 ' })).toMatchObject({
      databaseUrl: undefined,
      slack: undefined,
      web: { port: 8080 },
    });
  });

  test('reads Slack over Socket Mode with an app token, even when there is a signing secret', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' };
    expect(config(slack).slack).toEqual({ mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: undefined });
  });

  test('reads Slack over HTTP with a signing secret, and another address without its last slash', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://127.0.0.1:9/api/' };
    expect(config(slack).slack).toEqual({
      mode: 'http',
      botToken: 'xoxb-1',
      signingSecret: 's',
      apiUrl: 'http://127.0.0.1:9/api',
    });
  });

  test('tells every problem at once, each with its variable, those across variables too', () => {
    const found = problems({
      PORT: 'abc',
      PUBLIC_URL: 'mijote.fr',
      LOG_LEVEL: 'bavard',
      SLACK_BOT_TOKEN: 'xoxb-1',
      DATABASE_URL: 'mysql://x',
    });
    expect(found).toHaveLength(5);
    for (const start of [
      /^DATABASE_URL\u00a0: /,
      /^PORT\u00a0: /,
      /^PUBLIC_URL\u00a0: /,
      /^LOG_LEVEL\u00a0: /,
      /^SLACK_BOT_TOKEN ne suffit pas/,
    ]) {
      expect(found).toContainEqual(expect.stringMatching(start));
    }
  });

  test.each([
    [{ PORT: '65536' }, /65535/],
    [{ PORT: '-1' }, /65535/],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_APP_TOKEN est donné sans SLACK_BOT_TOKEN/],
    [{ SLACK_SIGNING_SECRET: 's' }, /SLACK_SIGNING_SECRET est donné sans SLACK_BOT_TOKEN/],
    [{ SLACK_BOT_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' }, /^SLACK_BOT_TOKEN.*xoxb-/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN.*xapp-/],
    [{ DISCORD_API_URL: 'ftp://exemple.fr' }, /http:\/\/ ou https:\/\//],
  ])('refuses %o in words', (env, sentence) => {
    expect(problems(env)).toEqual([expect.stringMatching(sentence)]);
  });

  test('never repeats a value, which may be a secret', () => {
    const env = { SLACK_BOT_TOKEN: 'xapp-secret', SLACK_APP_TOKEN: 'xoxb-secret', DATABASE_URL: 'me:hunter2@db' };
    expect(problems(env).length).toBeGreaterThan(2);
    expect(problems(env).join('\n')).not.toContain('hunter2');
    expect(problems(env).join('\n')).not.toContain('-secret');
  });
});
