import { afterEach, describe, expect, it } from 'vitest';
import type { Chat, Responder } from '../../../src/chat/adapter.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Invocation } from '../../../src/chat/invocation.ts';
import { buttons, p, say } from '../../../src/reply/tree.ts';
import { chatWith } from '../../support/slack/chat-with.ts';
import { openSlackWorld, type SlackWorld } from '../../support/slack/world.ts';

const form = (problem?: string, value = 'demain'): Form => ({
  title: 'Réserver',
  submit: 'Valider',
  line: 'reserver',
  notice: [],
  fields: [
    {
      name: 'quand',
      label: 'Quel jour',
      input: 'text',
      required: true,
      value,
      placeholder: undefined,
      choices: [],
      problem,
    },
  ],
});

const repeats = async ({ line, fields }: Invocation, { acknowledge, answer }: Responder): Promise<void> => {
  await acknowledge('asker');
  await answer(say('done', p([line, ...Object.values(fields)].join(' '))));
};

describe('answering on Slack', () => {
  const opened: SlackWorld[] = [];
  const world = async (chat: Chat): Promise<SlackWorld> => {
    const one = await openSlackWorld(chat);
    opened.push(one);
    return one;
  };

  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  it('answers in private all the same when the command’s address is no longer good', async () => {
    const chat = chatWith(repeats);
    const { slack, logged } = await world(chat);
    slack.refuseNext('respond', 'expired_url');
    expect(await slack.person('U1', 'lea').says('/dire un')).toMatchObject({ text: 'dire un', private: true });
    expect(slack.calls).toContain('chat.postEphemeral');
    expect(logged).toEqual(['warn an answer goes another way expired_url']);
  });

  it('answers in private messages where it may not speak in the channel', async () => {
    const { slack } = await world(chatWith(repeats));
    slack.refuseNext('respond', 'used_url');
    slack.refuseNext('chat.postEphemeral', 'not_in_channel');
    expect(await slack.person('U1', 'lea').says('/dire un')).toMatchObject({ text: 'dire un', private: true });
    expect(slack.calls.slice(-2)).toEqual(['conversations.open', 'chat.postMessage']);
  });

  it('never shows in the channel what was for one person, and tells the chat that it failed', async () => {
    const chat = chatWith(repeats);
    const one = await world(chat);
    const { slack } = one;
    for (const method of ['respond', 'chat.postEphemeral', 'conversations.open'])
      slack.refuseNext(method, 'account_inactive');
    const waiting = slack
      .person('U1', 'lea')
      .says('/dire un')
      .catch(() => 'rien');
    await expect.poll(() => chat.failures).toHaveLength(1);
    expect(one.inChannel()).toEqual([]);
    expect(String(chat.failures[0])).toContain('refused');
    await one.adapter.post(one.channel, say('info', p('fin')), 'm1');
    await waiting;
  });

  it('gives the words of a picture that Slack refuses, and does not say where it would be', async () => {
    const chat = chatWith(async (_, { acknowledge, answer }) => {
      await acknowledge('asker');
      await answer(
        say('info', { type: 'picture', name: 'semaine.png', png: new Uint8Array([1]), words: ['La semaine'] }),
      );
    });
    const { slack, logged } = await world(chat);
    slack.refuseNext('files.getUploadURLExternal', 'missing_scope');
    const lea = slack.person('U1', 'lea');
    expect(await lea.says('/dire un')).toMatchObject({ text: 'La semaine', files: [] });
    expect(logged).toEqual(['warn an answer goes another way missing_scope']);
    const second = await lea.says('/dire deux');
    expect(second.text).toContain('L’image est dans vos messages privés avec Mijote.');
    expect(second.files).toEqual(['semaine.png']);
  });

  it('waits as long as Slack asks when it limits our calls', async () => {
    const { slack, adapter, channel, inChannel } = await world(chatWith(repeats));
    slack.limitNext('chat.postMessage', 1);
    await adapter.post(channel, say('info', p('Bonjour')), 'm1');
    expect(inChannel()).toEqual(['Bonjour']);
    expect(slack.calls.filter((method) => method === 'chat.postMessage')).toHaveLength(2);
  });

  it('shows a form again with what is wrong and what was typed, then takes it', async () => {
    const chat = chatWith(async (invocation, responder) => {
      const { quand = '' } = invocation.fields;
      if (invocation.by === 'command') return responder.openForm(form());
      if (quand === 'hier') return responder.openForm(form('Hier est passé.', quand));
      return repeats(invocation, responder);
    });
    const { slack } = await world(chat);
    const lea = slack.person('U1', 'lea');
    await lea.says('/reserver');
    const again = await lea.submits({ quand: 'hier' });
    expect(again.form?.fields).toEqual([
      { name: 'quand', label: 'Quel jour', value: 'hier', problem: 'Hier est passé.' },
    ]);
    expect((await lea.submits({})).form?.fields[0]?.problem).toBe('Hier est passé.');
    expect(await lea.submits({ quand: 'jeudi' })).toMatchObject({ text: 'reserver jeudi', private: true });
    expect(new Set(chat.heard.map(({ id }) => id)).size).toBe(4);
    expect(chat.failures).toEqual([]);
  });

  it('fills a form shown again with what was understood, not with what stood there', async () => {
    const chat = chatWith(async ({ by }, responder) =>
      responder.openForm(by === 'command' ? form() : form('Précisez.', 'jeudi 26')),
    );
    const { slack } = await world(chat);
    const lea = slack.person('U1', 'lea');
    await lea.says('/reserver');
    expect((await lea.submits({ quand: 'jeudi' })).form?.fields[0]?.value).toBe('jeudi 26');
  });

  it('answers a form that was filled for longer than its address lasts', async () => {
    const chat = chatWith((invocation, responder) =>
      invocation.by === 'command' ? responder.openForm(form()) : repeats(invocation, responder),
    );
    const { slack } = await world(chat);
    const lea = slack.person('U1', 'lea');
    await lea.says('/reserver');
    slack.workspace.advance(31 * 60_000);
    expect(await lea.submits({ quand: 'jeudi' })).toMatchObject({ text: 'reserver jeudi', private: true });
  });

  it('replaces the card from which a form was opened', async () => {
    const chat = chatWith(async (invocation, responder) => {
      if (invocation.wantsForm) return responder.openForm(form());
      if (invocation.by === 'form') return repeats(invocation, responder);
      await responder.acknowledge('asker');
      return responder.answer(
        say('done', p('Réservé'), buttons({ label: 'Modifier', command: 'reserver', effect: 'form' })),
      );
    });
    const { slack } = await world(chat);
    const lea = slack.person('U1', 'lea');
    await lea.says('/reserver demain');
    await lea.presses('Modifier');
    expect(await lea.submits({ quand: 'jeudi' })).toMatchObject({ text: 'reserver jeudi', replaced: true });
    expect(lea.screen()).toEqual(['reserver jeudi']);
  });

  it('tells the chat when a form comes too late to be opened, and can still answer', async () => {
    const chat = chatWith(async (_, responder) => {
      try {
        await responder.openForm(form());
      } catch (error) {
        await responder.acknowledge('asker');
        await responder.answer(say('error', p(String(error))));
      }
    });
    const { slack } = await world(chat);
    slack.refuseNext('views.open', 'expired_trigger_id');
    expect((await slack.person('U1', 'lea').says('/reserver')).text).toBe('Refused: expired_trigger_id');
  });

  it('converses in private messages, where nothing is ephemeral', async () => {
    const chat = chatWith(async ({ line, by }, { acknowledge, answer }) => {
      await acknowledge('asker');
      await answer(say('done', p(`${by} ${line}`), buttons({ label: 'Encore', command: 'encore' })));
    });
    const { slack } = await world(chat);
    const lea = slack.person('U1', 'lea', { channel: 'D' });
    expect(await lea.mentions('réserve demain')).toMatchObject({ text: 'mention réserve demain', private: true });
    expect(slack.calls).not.toContain('chat.postEphemeral');
    expect(await lea.presses('Encore')).toMatchObject({ text: 'button encore', replaced: true });
    expect(lea.screen()).toEqual(['button encore']);
  });

  it('sends files to where the conversation is private already, without saying that it went elsewhere', async () => {
    const chat = chatWith(async (_, { acknowledge, answer }) => {
      await acknowledge('asker');
      await answer(
        say('info', {
          type: 'file',
          name: 'agenda.ics',
          mime: 'text/calendar',
          content: 'BEGIN',
          words: ['À ajouter'],
        }),
      );
    });
    const { slack } = await world(chat);
    expect(await slack.person('U1', 'lea', { channel: 'D' }).mentions('mon agenda')).toMatchObject({
      text: 'À ajouter',
      files: ['agenda.ics'],
    });
    const inPublic = await slack.person('U1', 'lea').says('/agenda');
    expect(inPublic.text).toMatch(/messages privés/);
    expect(new TextDecoder().decode(slack.workspace.files.at(-1)?.bytes)).toBe('BEGIN');
    expect(slack.workspace.files.at(-1)?.channel).toBe('D1');
  });

  it('stays in the thread where it was named', async () => {
    const { slack } = await world(chatWith(repeats));
    await slack.person('U1', 'lea', { thread: '1700000000.000009' }).mentions('réserve demain');
    expect(slack.workspace.messages.at(-1)).toMatchObject({ thread: '1700000000.000009', ephemeralFor: 'U1' });
  });

  it('answers no bot, and no edit', async () => {
    const chat = chatWith(repeats);
    const { slack } = await world(chat);
    const lea = slack.person('U1', 'lea');
    await lea.saysUnheard({ text: 'bonjour', besides: { bot_id: 'B2' } });
    await lea.saysUnheard({ text: 'bonjour', besides: { edited: { user: 'U1', ts: '1' } } });
    await lea.mentions('pour de vrai');
    expect(chat.heard.map(({ line }) => line)).toEqual(['pour de vrai']);
  });

  it('knows who administers, and asks Slack only then', async () => {
    const chat = chatWith(async ({ person }, { acknowledge, answer }) => {
      await acknowledge('asker');
      await answer(say('info', p((await person.isWorkspaceAdmin()) ? 'oui' : 'non')));
    });
    const { slack } = await world(chat);
    expect((await slack.person('U1', 'lea', { isAdmin: true }).says('/suis-je')).text).toBe('oui');
    expect((await slack.person('U2', 'karim').says('/suis-je')).text).toBe('non');
    expect(slack.calls.filter((method) => method === 'users.info')).toHaveLength(2);
  });

  it('answers someone whose name Slack will not say', async () => {
    const chat = chatWith(repeats);
    const { slack } = await world(chat);
    slack.refuseNext('users.info', 'user_not_visible');
    await slack.person('U1', 'lea').mentions('bonjour');
    await slack.person('U1', 'lea').mentions('bonjour');
    expect(chat.heard.map(({ person }) => person.displayName)).toEqual(['membre', 'lea']);
  });

  it('pings nobody with what a member typed, in the channel neither', async () => {
    const chat = chatWith(async ({ line }, { acknowledge, answer }) => {
      await acknowledge('channel');
      await answer(say('info', p(line)));
    });
    const { slack } = await world(chat);
    await slack.person('U1', 'lea').says('/dire <!channel> <@U1> @everyone @here');
    const [message] = slack.workspace.messages;
    expect(message?.content.text).toBe('dire &lt;!channel&gt; &lt;@U1&gt; @everyone @here');
    expect(JSON.stringify(message?.content.blocks)).not.toMatch(/"type":"(user|broadcast|usergroup)"|mrkdwn/);
  });
});
