// The one way in, with a core of four lines: who runs what, what is answered, and what becomes of what breaks.
import { describe, expect, test } from 'vitest';
import type { Responder } from '../../src/chat/adapter.ts';
import type { Call, Command } from '../../src/chat/command.ts';
import { createChat } from '../../src/chat/dispatch.ts';
import type { Invocation } from '../../src/chat/invocation.ts';
import type { Options } from '../../src/chat/option.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { expandLine, isShortened, shortenCommands } from '../../src/chat/shorten.ts';
import type { Core } from '../../src/core/core.ts';
import type { LinesRoom } from '../../src/core/lines/usecases.ts';
import type { Facts } from '../../src/kernel/log.ts';
import { noMetrics } from '../../src/kernel/metrics.ts';
import type { Place, Role } from '../../src/place/model.ts';
import { plain } from '../../src/reply/plain.ts';
import { buttons, p, type Reply, say } from '../../src/reply/tree.ts';
import { mijoteuse } from '../place/fixture.ts';
import { onlyWith } from '../support/absent.ts';
import { aide, command, peindre } from './made-options.ts';

const memory = (): LinesRoom & { readonly lines: Map<string, string> } => {
  const lines = new Map<string, string>();
  return {
    lines,
    keep: async (placeId, kept) => {
      for (const { id, line } of kept) lines.set(`${placeId} ${id}`, line);
    },
    recall: async (placeId, id) => lines.get(`${placeId} ${id}`),
  };
};

interface Wishes {
  readonly place?: Place | undefined;
  readonly roles?: readonly Role[];
  readonly peopleBreak?: boolean;
}

const open = (
  commands: readonly Command[],
  { place = mijoteuse, roles = [], peopleBreak = false }: Wishes = {},
  served = true,
) => {
  const lines = memory();
  const logged: (Facts & { readonly event: string })[] = [];
  const nobody = () => {
    throw new Error('not asked here');
  };
  const core = onlyWith<Core>({
    people: {
      resolve: async ({ placeId, userId }) => {
        if (peopleBreak) throw new Error('the database is gone');
        return { memberId: userId.length, placeId, roles: new Set<Role>(['membre', ...roles]) };
      },
      known: nobody,
      identitiesOf: nobody,
      grant: nobody,
    },
    lines,
  });
  const counted: string[] = [];
  const note = (facts: Facts, event: string) => {
    logged.push({ ...facts, event });
  };
  let references = 0;
  const chat = createChat({
    registry: createRegistry([...commands, aide]),
    placeOf: () => (served ? place : undefined),
    core,
    clock: { now: () => Temporal.Instant.from('2026-11-23T09:00Z') },
    log: { debug: note, info: note, warn: note, error: note },
    metrics: {
      ...noMetrics,
      acknowledged: (platform) => counted.push(`acknowledged on ${platform}`),
      answered: ({ platform, command: path, outcome }) => counted.push(`${path} ${outcome} on ${platform}`),
    },
    newReference: () => {
      references += 1;
      return `MJ-${references}`;
    },
  });
  return { chat, lines, logged, counted };
};

/** What the platform was told, in order. */
const person = ({ deaf = false } = {}) => {
  const told: string[] = [];
  const replies: Reply[] = [];
  const responder: Responder = {
    openForm: async (form) => {
      told.push(`form ${form.line}`);
    },
    acknowledge: async (audience) => {
      told.push(`acknowledged for ${audience}`);
    },
    answer: async (reply) => {
      if (deaf) throw new Error('unknown interaction');
      told.push(`${reply.tone}: ${plain(reply)}`);
      replies.push(reply);
    },
  };
  return { told, replies, responder };
};

const said = (line: string, rest: Partial<Invocation> = {}, isAdmin = false): Invocation => ({
  id: '42',
  person: {
    platform: 'slack',
    workspace: 'T1',
    userId: 'U1',
    displayName: 'Léa',
    isWorkspaceAdmin: async () => isAdmin,
  },
  spot: undefined,
  line,
  fields: {},
  by: 'command',
  wantsForm: false,
  canOpenForm: false,
  ...rest,
});

const tell = async (commands: readonly Command[], invocation: Invocation, wishes?: Wishes, served = true) => {
  const house = open(commands, wishes, served);
  const { told, replies, responder } = person();
  await house.chat.dispatch(invocation, responder);
  return { ...house, told, replies };
};

const broken = command('casse', {
  run: async () => {
    throw new Error('secret of lea@example.org');
  },
});

describe('a request', () => {
  test('is acknowledged for those who will read it, then answered', async () => {
    const open = command('dire', { audience: 'channel' });
    expect((await tell([open], said('dire'))).told).toEqual(['acknowledged for channel', 'done: dire {}']);
    expect((await tell([peindre], said('peindre rouge 2'))).told).toEqual([
      'acknowledged for asker',
      'done: peindre {"couleur":"rouge","couches":2}',
    ]);
  });

  test('is acknowledged before the database is asked anything', async () => {
    const { told } = await tell([peindre], said('peindre rouge'), { peopleBreak: true });
    expect(told[0]).toBe('acknowledged for asker');
    expect(told[1]).toMatch(/^error: .*MJ-1/s);
  });

  test('that is not complete opens its form first, where the platform can; elsewhere it is told what is missing', async () => {
    expect((await tell([peindre], said('peindre 2', { canOpenForm: true }))).told).toEqual(['form peindre']);
    const { told, replies } = await tell([peindre], said('peindre 2'));
    expect(told[0]).toBe('acknowledged for asker');
    expect(told[1]).toMatch(/^question: Il me manque.*quelle couleur/);
    expect(replies[0]?.blocks.at(-1)).toMatchObject({
      type: 'buttons',
      buttons: [{ command: 'peindre 2', effect: 'form' }],
    });
  });

  test('from the menu of a message opens the form of who may use it, and tells the others who can', async () => {
    const chosen = (access: Command['access']) =>
      tell([{ ...peindre, access }], said('peindre', { by: 'menu', wantsForm: true, canOpenForm: true }));
    expect((await chosen('membre')).told).toEqual(['form peindre']);
    const { told, counted } = await chosen('veilleuse');
    expect(told).toEqual(['acknowledged for asker', expect.stringMatching(/^refusal: .*veilleuse/s)]);
    expect(counted.at(-1)).toBe('peindre refused on slack');
  });

  test('from the menu of a message opens its form in time, though nobody knows yet who asks', async () => {
    const slow = said('peindre', { by: 'menu', wantsForm: true, canOpenForm: true });
    const never = new Promise<boolean>(() => {});
    const person = { ...slow.person, isWorkspaceAdmin: () => never };
    expect((await tell([{ ...peindre, access: 'veilleuse' }], { ...slow, person })).told).toEqual(['form peindre']);
  });

  test('twice by the platform has one id, by which the core does it once', async () => {
    const ids: string[] = [];
    const note = command('noter', {
      run: async ({ requestId }: Call<Options>) => {
        ids.push(requestId);
        return say('done');
      },
    });
    const { chat } = open([note]);
    for (const invocation of [said('noter'), said('noter'), said('noter', { id: '43' })])
      await chat.dispatch(invocation, person().responder);
    expect(ids).toEqual(['slack:T1:42', 'slack:T1:42', 'slack:T1:43']);
  });

  test('of a workspace that no place knows is told so', async () => {
    const { told } = await tell([peindre], said('peindre rouge'), {}, false);
    expect(told[0]).toBe('acknowledged for asker');
    expect(told[1]).toMatch(/^refusal: .*rattaché à aucun lieu/);
  });

  test('of an unknown command is told which it could have been', async () => {
    expect((await tell([peindre], said('piendre rouge'))).told[1]).toMatch(/^refusal: .*piendre.*\/peindre/);
  });
});

describe('who may use a command', () => {
  const staff = command('fermer', { access: 'animation' });

  test('a member is told who can', async () => {
    expect((await tell([staff], said('fermer'))).told[1]).toMatch(/^refusal: .*équipe d’animation/);
  });

  test('whoever has the role, the administration, and whoever administers the workspace can', async () => {
    expect((await tell([staff], said('fermer'), { roles: ['animation'] })).told[1]).toBe('done: fermer {}');
    expect((await tell([staff], said('fermer'), { roles: ['admin'] })).told[1]).toBe('done: fermer {}');
    expect((await tell([staff], said('fermer', {}, true))).told[1]).toBe('done: fermer {}');
    expect((await tell([staff], said('fermer'), { roles: ['veilleuse'] })).told[1]).toMatch(/^refusal/);
  });

  test('a button is no way around', async () => {
    expect((await tell([staff], said('fermer', { by: 'button' }))).told[1]).toMatch(/^refusal/);
    expect((await tell([staff], said('fermer', { by: 'mention' }))).told[1]).toMatch(/^refusal/);
  });
});

describe('what breaks', () => {
  test('is logged with the reference that the person is given', async () => {
    const { told, logged } = await tell([broken], said('casse'));
    expect(told[1]).toMatch(/^error: .*MJ-1/s);
    expect(told[1]).not.toMatch(/secret/);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ reference: 'MJ-1', platform: 'slack', by: 'command', event: 'a request broke' });
    expect(logged[0]?.err).toBeInstanceOf(Error);
  });

  test('even when the person can no longer be told, is logged, and never thrown at the platform', async () => {
    const { chat, logged } = open([broken]);
    await chat.dispatch(said('casse'), person({ deaf: true }).responder);
    expect(logged.map(({ event, reference }) => `${event} ${reference}`)).toEqual([
      'a request broke MJ-1',
      'and the person could not be told MJ-1',
    ]);
  });
});

describe('what is counted', () => {
  const closed = command('fermer', { access: 'animation' });

  test.each([
    ['peindre rouge 2', {}, ['acknowledged on slack', 'peindre done on slack']],
    ['peindre 2', { canOpenForm: true }, ['acknowledged on slack', 'peindre form on slack']],
    ['fermer', {}, ['acknowledged on slack', 'fermer refused on slack']],
    ['casse', {}, ['acknowledged on slack', 'none broken on slack']],
    ['je m’appelle Léa', {}, ['acknowledged on slack', 'none unread on slack']],
  ] as const)('of « %s » is the command and its outcome, never a word that was typed', async (line, how, counts) => {
    expect((await tell([peindre, closed, broken], said(line, how))).counted).toEqual(counts);
  });
});

describe('a refusal', () => {
  const picky = command('choisir', {
    options: peindre.options,
    title: 'Choisir',
    run: async () => say('refusal', p('Non.')),
  });

  test('of what was typed can be changed: the form comes back filled in', async () => {
    const { replies } = await tell([picky], said('choisir rouge 2 grand atelier'));
    expect(replies[0]?.blocks.at(-1)).toMatchObject({
      buttons: [{ label: 'Changer ma demande', command: 'choisir rouge 2 — grand atelier', effect: 'form' }],
    });
  });

  test('of a button is not', async () => {
    expect((await tell([picky], said('choisir rouge', { by: 'button' }))).replies[0]?.blocks).toHaveLength(1);
  });
});

describe('a command too long for a button', () => {
  const long = `peindre rouge 2 — ${'grand atelier '.repeat(20).trim()}`;
  const offering = command('offrir', {
    run: async () =>
      say('question', buttons({ label: 'Oui', command: long }, { label: 'Non', command: 'aide' }), {
        type: 'choice',
        label: 'Ou bien',
        options: [{ label: 'Encore', command: long }],
      }),
  });

  test('is kept under the hash of its words, and found again by whoever presses', async () => {
    const { chat, lines, replies } = await tell([offering, peindre], said('offrir'));
    const [first, second] = replies[0]?.blocks ?? [];
    const short = first?.type === 'buttons' ? first.buttons.map(({ command }) => command) : [];
    expect(short[0]).toMatch(/^suite [\w-]{22}$/);
    expect(short[1]).toBe('aide');
    expect(second?.type === 'choice' && second.options[0]?.command).toBe(short[0]);
    expect(lines.lines.size).toBe(1);

    const { told, responder } = person();
    await chat.dispatch(said(short[0] ?? '', { by: 'button' }), responder);
    expect(told[0]).toBe('acknowledged for asker');
    expect(told[1]).toMatch(/^done: peindre .*grand atelier grand atelier/);
  });

  test('is no way around a role', async () => {
    const closed = command('fermer', { access: 'animation', options: peindre.options, title: 'Fermer' });
    const { chat, lines } = open([closed]);
    const kept = await shortenCommands(
      say('info', buttons({ label: 'x', command: long.replace('peindre', 'fermer') })),
      mijoteuse.id,
      lines,
    );
    const [block] = kept.blocks;
    const { told, responder } = person();
    await chat.dispatch(
      said(block?.type === 'buttons' ? (block.buttons[0]?.command ?? '') : '', { by: 'button' }),
      responder,
    );
    expect(told[1]).toMatch(/^refusal: .*équipe d’animation/);
  });

  test('that is no longer kept, or is another place’s, is told to be too old', async () => {
    expect((await tell([peindre], said('suite abcdefghijklmnopqrstuv', { by: 'button' }))).told[1]).toMatch(
      /^refusal: .*trop ancien/,
    );
    const lines = memory();
    const reply = await shortenCommands(say('info', buttons({ label: 'x', command: long })), 'elsewhere', lines);
    const [block] = reply.blocks;
    const short = block?.type === 'buttons' ? (block.buttons[0]?.command ?? '') : '';
    expect(isShortened(short)).toBe(true);
    expect(await expandLine(short, 'elsewhere', lines)).toBe(long);
    expect(await expandLine(short, 'here', lines)).toBeUndefined();
  });

  test('is kept once, whoever shows it, and what is short is left as it is', async () => {
    const lines = memory();
    const card = say('info', buttons({ label: 'x', command: long }));
    expect(await shortenCommands(card, 'a', lines)).toEqual(await shortenCommands(card, 'a', lines));
    expect(lines.lines.size).toBe(1);
    const short = say('info', buttons({ label: 'x', command: 'a'.repeat(90) }));
    expect(await shortenCommands(short, 'a', lines)).toEqual(short);
    expect(lines.lines.size).toBe(1);
  });
});
