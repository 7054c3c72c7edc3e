import { describe, expect, test } from 'vitest';
import { createLog, type Facts, newReference } from '../../src/kernel/log.ts';
import { masked } from '../../src/kernel/mask.ts';

const logged = (options: { pretty?: boolean } = {}) => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', ...options, to: { write: (line) => void lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
};

describe('the log', () => {
  test('writes one JSON line an event, with its level, its time and its facts', () => {
    const { log, last } = logged();
    log.warn({ platform: 'slack', ms: 12 }, 'slow answer');
    expect(last()).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      event: 'slow answer',
      platform: 'slack',
      ms: 12,
    });
  });

  test('says nothing below its level', () => {
    const { log, lines } = logged();
    log.debug({}, 'detail');
    expect(lines).toEqual([]);
  });

  test('drops a fact that is not listed, even when the compiler was told to look away', () => {
    const { log, lines } = logged();
    const facts: Facts = Object.assign({ ms: 1 }, { displayName: 'Léa Martin', line: 'reserver pour Mme Diallo' });
    log.info(facts, 'booked');
    expect(lines.join()).not.toMatch(/Léa|Diallo/);
  });

  test('keeps of an error its type, its code, its frames, and no word that someone typed', () => {
    const { log, lines, last } = logged();
    const cause = Object.assign(new Error('duplicate key: Key (name)=("Léa") — lea@exemple.fr'), { code: '23505' });
    log.error(
      { reference: 'MJ-7F3K2', err: new TypeError('cannot book for "Mme Diallo" with xoxb-12-secret', { cause }) },
      'broke',
    );
    expect(last()).toMatchObject({ reference: 'MJ-7F3K2', error: { type: 'TypeError', cause: { code: '23505' } } });
    expect(last().error.stack[0]).toMatch(/log\.test\.ts/);
    expect(lines.join()).not.toMatch(/Léa|Diallo|lea@|secret/);
  });

  test('logs what is thrown without being an error', () => {
    const { log, last } = logged();
    log.error({ err: 'boom' }, 'broke');
    expect(last().error).toEqual({ type: 'string', message: 'boom', stack: [] });
  });

  test('can be read by eye', () => {
    const { log, lines } = logged({ pretty: true });
    log.info({ port: 3000 }, 'listening');
    expect(lines).toEqual(['info listening port=3000\n']);
  });
});

test.each([
  'xoxb-1234-abcd',
  'xapp-1-A0-1234-abcd',
  'Bearer abc.def',
  'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs',
  'postgresql://mijote:hunter2@localhost/mijote',
  'https://hooks.slack.com/commands/T1/2/abc',
  'lea.martin@exemple.fr',
  '06 12 34 56 78',
  "near 'Mme Diallo'",
])('masks %s', (secret) => {
  const rest = masked(`before ${secret} after`);
  expect(rest).toMatch(/^before .*…/);
  expect(rest).not.toMatch(/1234|abc|Cl2FMQ|hunter2|martin|56|Diallo/);
});

test('leaves alone what says where and why', () => {
  const text = "connect ECONNREFUSED 127.0.0.1:5432, and that isn't the user's fault";
  expect(masked(text)).toBe(text);
});

describe('a reference', () => {
  test('is short, and has no character that is read for another', () => {
    for (let index = 0; index < 200; index += 1) expect(newReference()).toMatch(/^MJ-[2-9A-HJKMNP-Z]{5}$/);
  });

  test('comes from a source that a test can hold', () => {
    expect(newReference(() => 0)).toBe('MJ-22222');
  });
});
