import { describe, expect, it } from 'vitest';
import { actionRequest, commandRequest, submissionRequest } from '../../../src/adapters/slack/invocation.ts';
import { mentionRequest } from '../../../src/adapters/slack/mention.ts';
import { pickedRequest } from '../../../src/adapters/slack/picked.ts';
import { saidToBot, typedText } from '../../../src/adapters/slack/typed-text.ts';

const directory = {
  isAdmin: async (id: string) => id === 'U9',
  nameOf: async (id: string) => `nom de ${id}`,
  look: async (channel: string) => ({ name: `nom de ${channel}` }),
};

describe('what was typed', () => {
  it.each([
    ['a &lt; b &amp; c &gt; d', 'a < b & c > d'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['pour <@U123ABC|lea> demain', 'pour @lea demain'],
    ['pour <@U123ABC>', 'pour @U123ABC'],
    ['voir <#C1|general>', 'voir #general'],
    ['<!here> et <!channel|@channel> et <!subteam^S1|@animation>', '@here et @channel et @animation'],
    ['<https://exemple.fr/a?b=1&amp;c=2|exemple.fr>', 'exemple.fr'],
    ['<https://exemple.fr>', 'https://exemple.fr'],
    ['<mailto:lea@exemple.fr|lea@exemple.fr>', 'lea@exemple.fr'],
    ['<mailto:lea@exemple.fr>', 'lea@exemple.fr'],
    ['<!date^1392734382^le {date}|le 18 février>', 'le 18 février'],
    ['un <drôle> de texte <', 'un <drôle> de texte <'],
    ['  coworking demain \n', 'coworking demain'],
    ['« l’été » 🙂 — 14 h', '« l’été » 🙂 — 14 h'],
  ])('%j is « %s »', (sent, typed) => {
    expect(typedText(sent)).toBe(typed);
  });

  it.each([
    ['<@UBOT> réserve le coworking', 'réserve le coworking'],
    ['<@UBOT|mijote>, réserve', 'réserve'],
    ['dis <@UBOT> réserve demain', 'dis   réserve demain'],
    ['<@UBOT>', ''],
    ['<@UBOT> pour <@U2|karim>', 'pour @karim'],
  ])('said to the bot, %j is « %s »', (sent, typed) => {
    expect(saidToBot(sent, 'UBOT')).toBe(typed);
  });
});

const command = {
  command: '/reserver',
  text: 'coworking demain',
  user_id: 'U1',
  user_name: 'lea',
  team_id: 'T1',
  channel_id: 'D77',
  response_url: 'https://hooks.slack.com/commands/1',
  trigger_id: 't.1',
};

describe('a slash command', () => {
  it('is the line that was typed, under its trigger', () => {
    const { invocation, to } = commandRequest(command, directory);
    expect(invocation).toMatchObject({
      id: 't.1',
      line: 'reserver coworking demain',
      by: 'command',
      canOpenForm: true,
      wantsForm: false,
    });
    expect(invocation.person).toMatchObject({ platform: 'slack', workspace: 'T1', userId: 'U1', displayName: 'lea' });
    expect(to).toMatchObject({ responseUrl: 'https://hooks.slack.com/commands/1', replaces: false });
  });

  it('says in which channel it was typed, and nothing of a private conversation', async () => {
    const { spot } = commandRequest({ ...command, channel_id: 'C1' }, directory).invocation;
    expect(spot?.at).toEqual({ platform: 'slack', workspace: 'T1', channel: 'C1' });
    expect(await spot?.look()).toEqual({ name: 'nom de C1' });
    expect(commandRequest(command, directory).invocation.spot).toBeUndefined();
  });

  it('may stand alone', () => {
    expect(commandRequest({ ...command, text: '' }, directory).invocation.line).toBe('reserver');
    const { text: _, ...without } = command;
    expect(commandRequest(without, directory).invocation.line).toBe('reserver');
  });

  it('does not take a conversation between two people for one with the bot', () => {
    expect(commandRequest(command, directory).to.direct).toBe(false);
  });

  it('asks who administers only when asked', async () => {
    expect(await commandRequest({ ...command, user_id: 'U9' }, directory).invocation.person.isWorkspaceAdmin()).toBe(
      true,
    );
    expect(await commandRequest(command, directory).invocation.person.isWorkspaceAdmin()).toBe(false);
  });

  it('is refused where it is none', () => {
    expect(() => commandRequest({ type: 'other' }, directory)).toThrow();
  });
});

const press = (action: object, container: object = { is_ephemeral: true }, channel = 'C1') => ({
  type: 'block_actions',
  team: { id: 'T1' },
  user: { id: 'U1', username: 'lea' },
  trigger_id: 't.2',
  response_url: 'https://hooks.slack.com/actions/1',
  channel: { id: channel },
  container,
  actions: [action],
});

describe('a press', () => {
  it.each([
    ['replace:0.0', { is_ephemeral: true }, 'C1', { replaces: true, direct: false }],
    ['beside:0.0', { is_ephemeral: true }, 'C1', { replaces: false, direct: false }],
    ['form:0.0', { is_ephemeral: true }, 'C1', { replaces: true, direct: false }],
    ['replace:0.0', { is_ephemeral: false }, 'C1', { replaces: false, direct: false }],
    ['replace:0.0', { is_ephemeral: false }, 'D1', { replaces: true, direct: true }],
  ])('of %s on %j in %s answers %j', (action_id, container, channel, to) => {
    expect(actionRequest(press({ action_id, value: 'annuler 12' }, container, channel), directory)?.to).toMatchObject(
      to,
    );
  });

  it('wants the form that its button promises', () => {
    expect(actionRequest(press({ action_id: 'form:1.2', value: 'reserver' }), directory)?.invocation).toMatchObject({
      line: 'reserver',
      wantsForm: true,
    });
    expect(actionRequest(press({ action_id: 'replace:1.2', value: 'reserver' }), directory)?.invocation.wantsForm).toBe(
      false,
    );
  });

  it('of a choice sends the line of its option', () => {
    const chosen = press({ action_id: 'replace:2', selected_option: { value: 'reserver jeudi' } });
    expect(actionRequest(chosen, directory)?.invocation).toMatchObject({
      line: 'reserver jeudi',
      by: 'button',
      id: 't.2',
    });
  });

  it('of something that carries no line is none of ours', () => {
    expect(actionRequest(press({ action_id: 'link' }), directory)).toBeUndefined();
  });

  it('keeps the thread that the card stands in', () => {
    expect(
      actionRequest(press({ action_id: 'beside:0.0', value: 'aide' }, { thread_ts: '17.1' }), directory)?.to.thread,
    ).toBe('17.1');
  });
});

describe('a submitted form', () => {
  const view = {
    id: 'V1',
    hash: 'h1',
    private_metadata: JSON.stringify({
      line: 'reservations modifier 12',
      again: 1,
      to: {
        userId: 'U666',
        channel: 'C1',
        direct: false,
        replaces: true,
        responseUrl: 'https://hooks.slack.com/actions/1',
      },
    }),
    state: {
      values: {
        '1:quand': { value: { type: 'plain_text_input', value: 'demain' } },
        '1:espace': { value: { type: 'static_select', selected_option: { value: 'coworking' } } },
        '1:motif': { value: { type: 'plain_text_input', value: null } },
        '1:materiel': { value: { type: 'static_select', selected_option: null } },
      },
    },
  };
  const submission = (changed: object = {}) => ({
    team: { id: 'T1' },
    user: { id: 'U1', name: 'lea' },
    view: { ...view, ...changed },
  });

  it('is its line and the fields that are filled', () => {
    expect(submissionRequest(submission(), directory).invocation).toMatchObject({
      line: 'reservations modifier 12',
      fields: { quand: 'demain', espace: 'coworking' },
      by: 'form',
      canOpenForm: true,
    });
  });

  it('has an id of its own each time that it is shown again, and the same one when Slack repeats itself', () => {
    const ids = [submission(), submission(), submission({ hash: 'h2' })].map(
      (body) => submissionRequest(body, directory).invocation.id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('is answered to whoever submitted it', () => {
    expect(submissionRequest(submission(), directory).to.userId).toBe('U1');
  });
});

describe('a value of ours that comes back', () => {
  it.each(['réunion R&D <lieu>', 'réunion R&amp;D &lt;lieu&gt;'])(
    'is the same, escaped by Slack or not: %s',
    (value) => {
      expect(actionRequest(press({ action_id: 'replace:0', value }), directory)?.invocation.line).toBe(
        'réunion R&D <lieu>',
      );
      const metadata = { line: value, again: 0, to: { userId: 'U1', direct: false, replaces: false } };
      const body = {
        team: { id: 'T1' },
        user: { id: 'U1' },
        view: {
          id: 'V',
          hash: 'h',
          private_metadata: JSON.stringify(metadata),
          state: { values: { '0:motif': { value: { value } } } },
        },
      };
      expect(submissionRequest(body, directory).invocation).toMatchObject({
        line: 'réunion R&D <lieu>',
        fields: { motif: 'réunion R&D <lieu>' },
      });
    },
  );
});

describe('a sentence said to the bot', () => {
  const said = (event: object) => ({
    team_id: 'T1',
    event_id: 'Ev1',
    event: { type: 'app_mention', user: 'U1', text: '<@UBOT> réserve demain', channel: 'C1', ...event },
  });
  const heard = (event: object) => mentionRequest(said(event), 'UBOT', directory);

  it('is heard in a channel, in its thread', async () => {
    expect(await heard({ thread_ts: '17.1' })).toMatchObject({
      invocation: {
        id: 'Ev1',
        line: 'réserve demain',
        by: 'mention',
        canOpenForm: false,
        person: { displayName: 'nom de U1' },
      },
      to: { channel: 'C1', thread: '17.1', direct: false },
    });
  });

  it('is heard in private without the bot’s name', async () => {
    expect(await heard({ type: 'message', channel_type: 'im', channel: 'D1', text: 'réserve demain' })).toMatchObject({
      invocation: { line: 'réserve demain' },
      to: { channel: 'D1', direct: true },
    });
  });

  it.each([
    ['by a bot', { bot_id: 'B1' }],
    ['by the bot itself', { user: 'UBOT' }],
    ['by no one', { user: undefined }],
    ['again, by an edit', { edited: { user: 'U1', ts: '1' } }],
    ['of someone who joined', { subtype: 'channel_join' }],
    ['in a channel, to others', { type: 'message', channel_type: 'channel' }],
  ])('is left alone when said %s', async (_, event) => {
    expect(await heard(event)).toBeUndefined();
  });
});

describe('an entry of a message’s menu', () => {
  const menus = [{ label: 'Garder', path: 'carnet garder', summary: 'Garder', text: 'phrase', link: 'lien' }];
  const self = { botId: 'BBOT', botUserId: 'UBOT', origin: 'https://la-mijoteuse.slack.com/' };
  const action = {
    type: 'message_action',
    callback_id: 'carnet garder',
    trigger_id: 't.9',
    response_url: 'https://hooks.slack.com/app/1',
    message_ts: '1700000000.000100',
    team: { id: 'T1', domain: 'la-mijoteuse' },
    user: { id: 'U1', name: 'lea' },
    channel: { id: 'C1', name: 'general' },
    message: { type: 'message', user: 'U2', ts: '1700000000.000100', text: 'Repair café &amp; <@U3|ana>' },
  };
  const picked = (more: object = {}) => pickedRequest({ ...action, ...more }, menus, self, directory);
  const withMessage = (message: object) => picked({ message: { ...action.message, ...message } })?.invocation.fields;

  it('is its command’s path, with the message’s words and where it is read', () => {
    expect(picked()?.invocation).toMatchObject({
      id: 't.9',
      line: 'carnet garder',
      fields: {
        phrase: 'Repair café & @ana',
        lien: 'https://la-mijoteuse.slack.com/archives/C1/p1700000000000100',
      },
      by: 'menu',
      wantsForm: true,
      canOpenForm: true,
      person: { workspace: 'T1', userId: 'U1', displayName: 'lea' },
      spot: { at: { platform: 'slack', workspace: 'T1', channel: 'C1' } },
    });
    expect(picked()?.triggerId).toBe('t.9');
    expect(picked()?.to).toMatchObject({ channel: 'C1', thread: undefined, replaces: false, direct: false });
  });

  it('in a thread, is addressed and answered there', () => {
    const answer = picked({ message: { ...action.message, thread_ts: '1699999999.000001' } });
    expect(answer?.invocation.fields.lien).toBe(
      'https://la-mijoteuse.slack.com/archives/C1/p1700000000000100?thread_ts=1699999999.000001&cid=C1',
    );
    expect(answer?.to.thread).toBe('1699999999.000001');
    expect(picked({ message: { ...action.message, thread_ts: '1700000000.000100' } })?.to.thread).toBeUndefined();
  });

  const rich = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Repair café, voir ' },
          { type: 'link', url: 'https://exemple.fr' },
        ],
      },
    ],
  };

  it.each<[string, object, string]>([
    ['its blocks when Slack gives no text', { text: '', blocks: [rich] }, 'Repair café, voir https://exemple.fr'],
    [
      'a section’s words',
      { text: null, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Bonjour &lt;3' } }] },
      'Bonjour <3',
    ],
    [
      'what is attached, when there is nothing else',
      { text: '', attachments: [{ fallback: 'Une annonce' }] },
      'Une annonce',
    ],
    ['nothing of a picture alone', { text: '', files: [{ id: 'F1' }] }, ''],
    ['nothing of the bot’s own words', { bot_id: 'BBOT', text: 'Une carte' }, ''],
    ['the words of another bot', { bot_id: 'B2', user: undefined, text: 'Une annonce' }, 'Une annonce'],
  ])('takes %s', (_, message, phrase) => {
    expect(withMessage(message)?.phrase).toBe(phrase);
  });

  it('is not for the chat when no command has it any more, and has no channel between two people', () => {
    expect(picked({ callback_id: 'autre' })).toBeUndefined();
    expect(picked({ channel: { id: 'D1' } })?.invocation.spot).toBeUndefined();
  });
});
