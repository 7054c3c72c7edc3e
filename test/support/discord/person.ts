// A person in front of Discord's client: types, presses, chooses, fills in, and sees what comes back.
import type { PersonDriver, Seen } from '../seen.ts';
import { type Act, buttonsOf, choicesOf, seenForm, seenMessage } from './card.ts';
import type { Modal } from './checks.ts';
import type { Registry } from './commands.ts';
import type { Gateway } from './gateway.ts';
import type { Interaction, Interactions, Kind, Shown } from './interactions.ts';
import {
  botPermissionsIn,
  channelPayload,
  memberPayload,
  messagePayload,
  permissionsOf,
  pickedPayload,
  saidPayload,
  userPayload,
} from './payloads.ts';
import { readTyped, type Split } from './typed.ts';
import { type DiscordUser, type Message, privateChannelWith, type World } from './world.ts';

const PATIENCE_MS = 10_000;

export interface DiscordPerson extends PersonDriver {
  readonly id: string;
  /** What the client offers while one types in an option; `given` are the options already filled. */
  completes(
    command: string,
    option: string,
    typed: string,
    given?: Readonly<Record<string, string>>,
  ): Promise<readonly { readonly name: string; readonly value: string }[]>;
  /** Chooses that entry of a message's menu: of a message of theirs here, unless said otherwise. */
  menu(label: string, message?: Partial<PickableMessage>): Promise<Seen>;
  /** Discord sends their last choice of the menu a second time; it is to stay without effect. */
  menuAgain(): void;
  /** Writes to the bot in private. */
  writes(text: string): Promise<Seen>;
  /** The same person elsewhere: in their private conversation with the bot. */
  inPrivate(): DiscordPerson;
  refusesPrivateMessages(): void;
  /** The last thing that the bot wrote to them in private. */
  readsPrivate(): Seen;
}

export interface PickableMessage {
  readonly id: string;
  readonly text: string;
  /** Undefined: the bot. */
  readonly by: DiscordUser | undefined;
  /** What it forwards. */
  readonly forwards: string | undefined;
}

export interface PersonParts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly registry: Registry;
  readonly split: Split;
}

interface OpenForm {
  readonly form: Modal;
  readonly from: Message | undefined;
}

const INTERACTION_TYPES: Readonly<Record<Kind, number>> = { command: 2, component: 3, typing: 4, form: 5 };

const inTime = async <T>(what: string, promise: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`Nothing answered ${what} within ${PATIENCE_MS} ms`)),
    PATIENCE_MS,
  );
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

export const personOn = (parts: PersonParts, user: DiscordUser, channelId: string): DiscordPerson => {
  const { world, gateway, interactions, registry, split } = parts;
  const guildId = world.channels.get(channelId)?.guildId;
  let open: OpenForm | undefined;
  /** As they are in the conversation where they acted last, when it is not this one. */
  let elsewhere: DiscordPerson | undefined;
  let lastSent: object | undefined;

  const sendInteraction = (kind: Kind, data: object, card?: Message): Interaction => {
    const interaction = interactions.open({ kind, userId: user.id, channelId, card });
    const sent = {
      id: interaction.id,
      application_id: world.applicationId,
      type: INTERACTION_TYPES[kind],
      data,
      ...(guildId === undefined
        ? { user: userPayload(user), context: 1 }
        : {
            guild_id: guildId,
            member: { ...memberPayload(user, guildId), user: userPayload(user), permissions: permissionsOf(user) },
            context: 0,
            guild_locale: 'fr',
          }),
      channel_id: channelId,
      channel: channelPayload(world, channelId),
      ...(card ? { message: messagePayload(world, card) } : {}),
      token: interaction.token,
      version: 1,
      app_permissions: botPermissionsIn(world, channelId),
      locale: 'fr',
      entitlements: [],
      authorizing_integration_owners: { 0: guildId ?? '0' },
      attachment_size_limit: 10_485_760,
    };
    lastSent = sent;
    gateway.dispatch('INTERACTION_CREATE', sent);
    return interaction;
  };

  const seen = (shown: Shown): Seen => {
    switch (shown.as) {
      case 'message':
        open = undefined;
        return seenMessage(world, shown.message, shown.replaced);
      case 'form':
        open = { form: shown.form, from: shown.from };
        return {
          text: '',
          buttons: [],
          choices: [],
          form: seenForm(shown.form),
          private: true,
          replaced: false,
          files: [],
        };
      case 'suggestions':
        throw new Error('Suggestions are no answer to this');
    }
  };

  const answered = async (what: string, interaction: Interaction): Promise<Seen> =>
    seen(await inTime(what, interaction.shown.promise));

  const visible = (): readonly Message[] =>
    [...world.messages.values()]
      .filter((message) => message.channelId === channelId || world.channels.get(message.channelId)?.with === user.id)
      .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === user.id)
      .sort((a, b) => b.shownAt - a.shownAt);

  const act = async (label: string, actsOf: (message: Message) => readonly Act[], kind: string): Promise<Seen> => {
    for (const message of visible()) {
      const found = actsOf(message).find((one) => one.label === label);
      if (!found) continue;
      // A card that came in private is acted upon there.
      if (message.channelId !== channelId) {
        elsewhere = personOn(parts, user, message.channelId);
        return elsewhere[kind === 'button' ? 'presses' : 'chooses'](label);
      }
      elsewhere = undefined;
      const { customId, componentType, values } = found;
      const data = {
        id: 1,
        custom_id: customId,
        component_type: componentType,
        ...(componentType === 3 ? { values } : {}),
      };
      return answered(`« ${label} »`, sendInteraction('component', data, message));
    }
    throw new Error(`${user.name} sees no ${kind} « ${label} »`);
  };

  const submission = ({ form }: OpenForm, given: Readonly<Record<string, string>>) => {
    const unknown = Object.keys(given).filter(
      (name) => !form.components.some((one) => one.type === 18 && one.component.custom_id === name),
    );
    if (unknown.length > 0) throw new Error(`The form has no field ${unknown.join(', ')}`);
    return form.components.map((one, index) => {
      if (one.type === 10) return { type: 10, id: index + 1 };
      const { component } = one;
      const { custom_id, required = true } = component;
      if (component.type === 4) {
        const value = given[custom_id] ?? component.value ?? '';
        if (required && value === '') throw new Error(`Discord’s client wants the field « ${custom_id} »`);
        return { type: 18, id: index + 1, component: { type: 4, id: 10 + index, custom_id, value } };
      }
      const value = given[custom_id] ?? component.options.find((option) => option.default)?.value;
      if (required && value === undefined) throw new Error(`Discord’s client wants the field « ${custom_id} »`);
      if (value && !component.options.some((option) => option.value === value))
        throw new Error(`« ${value} » is none of the options of « ${custom_id} »`);
      return {
        type: 18,
        id: index + 1,
        component: { type: 3, id: 10 + index, custom_id, values: value ? [value] : [] },
      };
    });
  };

  /** The bot's next words to this person: in private, or in reply to what they said. */
  const nextWords = (said: string): Promise<Message> => {
    const next = Promise.withResolvers<Message>();
    const listener = (message: Message): void => {
      if (message.replyTo !== said && world.channels.get(message.channelId)?.with !== user.id) return;
      world.onMessage.delete(listener);
      next.resolve(message);
    };
    world.onMessage.add(listener);
    return next.promise;
  };

  const saysTo = async (channel: string, content: string): Promise<Seen> => {
    const id = world.snowflake();
    const next = nextWords(id);
    gateway.dispatch('MESSAGE_CREATE', saidPayload(world, user, channel, id, content));
    return seenMessage(world, await inTime(`« ${content} »`, next), false);
  };

  const self: DiscordPerson = {
    id: user.id,
    says: (line) => {
      const { name, subcommand, options } = readTyped(line, (wanted) => registry.named(wanted, guildId), split);
      const nested = subcommand === undefined ? options : [{ type: 1, name: subcommand, options }];
      return answered(line, sendInteraction('command', { id: world.snowflake(), name, type: 1, options: nested }));
    },
    menu: async (label, picked = {}) => {
      if (!registry.inMenu(label, guildId)) throw new Error(`no entry « ${label} » in the menu of a message here`);
      const message = { id: world.snowflake(), text: '', by: user, forwards: undefined, ...picked };
      const messages = { [message.id]: pickedPayload(world, channelId, message) };
      const data = { id: world.snowflake(), name: label, type: 3, target_id: message.id, resolved: { messages } };
      return answered(`« ${label} »`, sendInteraction('command', data));
    },
    menuAgain: () => {
      if (!lastSent) throw new Error(`${user.name} did nothing yet`);
      gateway.dispatch('INTERACTION_CREATE', lastSent);
    },
    presses: (label) => act(label, buttonsOf, 'button'),
    chooses: (label) => act(label, choicesOf, 'choice'),
    submits: async (fields) => {
      if (!open && elsewhere) return elsewhere.submits(fields);
      if (!open) throw new Error(`${user.name} has no form open`);
      const { form, from } = open;
      const components = submission(open, fields);
      open = undefined;
      return answered('the form', sendInteraction('form', { custom_id: form.custom_id, components }, from));
    },
    mentions: (text) => saysTo(channelId, `<@${world.botId}> ${text}`),
    writes: (text) => saysTo(privateChannelWith(world, user.id).id, text),
    completes: async (command, option, typed, given = {}) => {
      const [name = '', subcommand] = command.split(' ');
      const others = Object.entries(given).map(([known, value]) => ({ type: 3, name: known, value }));
      const options = [...others, { type: 3, name: option, value: typed, focused: true }];
      const nested = subcommand === undefined ? options : [{ type: 1, name: subcommand, options }];
      const shown = await inTime(
        `« ${typed} »`,
        sendInteraction('typing', { id: world.snowflake(), name, type: 1, options: nested }).shown.promise,
      );
      if (shown.as !== 'suggestions') throw new Error('Typing was answered by something else than suggestions');
      return shown.choices;
    },
    inPrivate: () => personOn(parts, user, privateChannelWith(world, user.id).id),
    refusesPrivateMessages: () => {
      user.acceptsPrivateMessages = false;
    },
    readsPrivate: () => {
      const last = visible().find((message) => world.channels.get(message.channelId)?.with === user.id);
      if (!last) throw new Error(`Nobody wrote to ${user.name} in private`);
      return seenMessage(world, last, false);
    },
  };
  return self;
};
