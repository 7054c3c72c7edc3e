// What Discord sends when a command is typed, a button pressed, a form submitted or an option being typed → what the
// chat reads. Pure, on plain data.
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataOption,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessage,
  APIMessageApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import type { SuggestQuery } from '../../chat/adapter.ts';
import type { Invocation, Person, Spot } from '../../chat/invocation.ts';
import type { MessageMenu } from '../../chat/message-menu.ts';
import { readCustomId, readModalId } from './custom-id.ts';
import { fieldsOf } from './modal.ts';
import { troubleUnder } from './permissions.ts';
import { administers, personOf } from './person.ts';
import { fromMenu } from './picked.ts';
import { isLaidOut } from './render.ts';

/** Where the answer goes. What everyone should see is always a message of its own: only what is for the asker edits a card. */
export interface Answer {
  readonly inPrivateChannel: boolean;
  /** The private card that was acted upon gives way to the answer. */
  readonly replacesCard: boolean;
  /** That card is laid out in components: Discord never takes that back. */
  readonly staysLaidOut: boolean;
}

export type Received =
  | { readonly kind: 'request'; readonly invocation: Invocation; readonly answer: Answer }
  | { readonly kind: 'typing'; readonly query: SuggestQuery };

type Option = APIApplicationCommandInteractionDataOption<4> | APIApplicationCommandInteractionDataOption<2>;
type Typed = { readonly name: string; readonly value: string; readonly focused: boolean };

const EPHEMERAL = 1 << 6;

/** `reservations modifier` and the options given, whatever the depth they are sent at. */
const pathAndOptions = (
  name: string,
  options: readonly Option[] = [],
): { readonly line: string; readonly typed: readonly Typed[] } => {
  const [first] = options;
  if (first && (first.type === 1 || first.type === 2)) {
    const inner = pathAndOptions(first.name, first.options);
    return { ...inner, line: `${name} ${inner.line}` };
  }
  const typed = options.flatMap((option) =>
    'value' in option
      ? [{ name: option.name, value: String(option.value), focused: 'focused' in option && option.focused === true }]
      : [],
  );
  return { line: name, typed };
};

const valuesOf = (typed: readonly Typed[]): Readonly<Record<string, string>> =>
  Object.fromEntries(typed.map(({ name, value }) => [name, value]));

const senderOf = ({ guild_id, member, user }: APIInteraction, onlyGuild: string | undefined): Person | undefined => {
  const sender = member?.user ?? user;
  if (!sender) return undefined;
  return personOf(
    { guildId: guild_id, user: sender, member, isAdmin: () => member !== undefined && administers(member.permissions) },
    onlyGuild,
  );
};

const isPrivate = (message: Pick<APIMessage, 'flags'>, guildId: string | undefined): boolean =>
  guildId === undefined || ((message.flags ?? 0) & EPHEMERAL) !== 0;

/** A card that others see too stays as it is, whoever presses it. */
const answerTo = (message: Pick<APIMessage, 'flags'> | undefined, guildId: string | undefined): Answer => ({
  inPrivateChannel: guildId === undefined,
  replacesCard: message !== undefined && isPrivate(message, guildId),
  staysLaidOut: isLaidOut(message?.flags),
});

/** Discord says with each request what the bot may do there. Nobody else reads a private conversation. */
const spotOf = ({ guild_id, channel, app_permissions }: APIInteraction): Spot | undefined =>
  guild_id === undefined || channel === undefined
    ? undefined
    : {
        at: { platform: 'discord', workspace: guild_id, channel: channel.id },
        look: async () => ({
          name: 'name' in channel ? (channel.name ?? undefined) : undefined,
          trouble: troubleUnder(app_permissions, channel.type),
        }),
      };

type Asked = Omit<Invocation, 'id' | 'person' | 'spot'> & { readonly answer: Answer };

const fromCommand = ({ data, guild_id }: APIChatInputApplicationCommandInteraction): Asked => {
  const { line, typed } = pathAndOptions(data.name, data.options);
  return {
    line,
    fields: valuesOf(typed),
    by: 'command',
    wantsForm: false,
    canOpenForm: true,
    answer: answerTo(undefined, guild_id),
  };
};

const fromComponent = ({ data, message, guild_id }: APIMessageComponentInteraction): Asked | undefined => {
  const pressed = readCustomId(data.component_type === 3 ? (data.values[0] ?? '') : data.custom_id);
  if (!pressed) return undefined;
  const { effect, command } = pressed;
  return {
    line: command,
    fields: {},
    by: 'button',
    wantsForm: effect === 'form',
    canOpenForm: true,
    answer: answerTo(effect === 'beside' ? undefined : message, guild_id),
  };
};

const fromModal = ({ data, message, guild_id }: APIModalSubmitInteraction): Asked | undefined => {
  const line = readModalId(data.custom_id);
  if (line === undefined) return undefined;
  return {
    line,
    fields: fieldsOf(data),
    by: 'form',
    wantsForm: false,
    canOpenForm: false,
    answer: answerTo(message, guild_id),
  };
};

const fromTyping = ({ data }: APIApplicationCommandAutocompleteInteraction, person: Person): Received | undefined => {
  const { line, typed } = pathAndOptions(data.name, data.options);
  const focused = typed.find((option) => option.focused);
  if (!focused) return undefined;
  const { platform, workspace } = person;
  const fields = valuesOf(typed.filter((option) => option !== focused));
  return {
    kind: 'typing',
    query: { person: { platform, workspace }, line, fields, option: focused.name, typed: focused.value },
  };
};

/** Who the bot is, the one server that it serves, and what stands in the menu of a message. */
export interface Around {
  readonly botId: string;
  readonly onlyGuild: string | undefined;
  readonly menus: readonly MessageMenu[];
}

/** Undefined: nothing that the chat knows. */
export const receivedFrom = (
  interaction: APIInteraction,
  { botId, onlyGuild, menus }: Around,
): Received | undefined => {
  const person = senderOf(interaction, onlyGuild);
  if (!person) return undefined;
  const request = (asked: Asked | undefined): Received | undefined => {
    if (!asked) return undefined;
    const { answer, ...rest } = asked;
    return { kind: 'request', invocation: { id: interaction.id, person, spot: spotOf(interaction), ...rest }, answer };
  };
  switch (interaction.type) {
    case 1:
      return undefined;
    case 2:
      if (interaction.data.type === 3) {
        const asked = fromMenu(interaction as APIMessageApplicationCommandInteraction, menus, botId);
        return request(asked && { ...asked, answer: answerTo(undefined, interaction.guild_id) });
      }
      return 'options' in interaction.data || interaction.data.type === 1
        ? request(fromCommand(interaction as APIChatInputApplicationCommandInteraction))
        : undefined;
    case 3:
      return request(fromComponent(interaction));
    case 4:
      return fromTyping(interaction, person);
    case 5:
      return request(fromModal(interaction));
  }
};
