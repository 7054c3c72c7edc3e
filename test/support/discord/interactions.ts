// One act of a person, as Discord follows it: a first answer within 3 s, visibility fixed by it, then edits.
import { type Modal, parseModal, parseSuggestions } from './checks.ts';
import { type Draft, editMessage, postMessage } from './messages.ts';
import { alreadyAcknowledged, invalidBody, unknown } from './refusal.ts';
import type { Message, World } from './world.ts';

const PATIENCE_MS = 3_000;
const EPHEMERAL = 1 << 6;

export type Kind = 'command' | 'component' | 'typing' | 'form';

export type Shown =
  | { readonly as: 'message'; readonly message: Message; readonly replaced: boolean }
  | { readonly as: 'form'; readonly form: Modal; readonly from: Message | undefined }
  | { readonly as: 'suggestions'; readonly choices: readonly { readonly name: string; readonly value: string }[] };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: Kind;
  readonly userId: string;
  readonly channelId: string;
  /** The card that was acted upon. */
  readonly card: Message | undefined;
  readonly openedAt: number;
  state: 'waiting' | 'deferred' | 'deferred in card' | 'answered';
  waitedMs: number | undefined;
  visibility: number;
  original: Message | undefined;
  receiptLost: boolean;
  readonly shown: PromiseWithResolvers<Shown>;
}

type Opening = Pick<Interaction, 'kind' | 'userId' | 'channelId' | 'card'>;

export interface Interactions {
  open(opening: Opening): Interaction;
  /** Answers `POST /interactions/…/callback`. */
  firstAnswer(id: string, token: string, body: unknown, files: Draft['files']): Interaction;
  /** Answers calls on `/webhooks/{application}/{token}`. */
  follow(token: string, draft: Draft): Message;
  editOriginal(token: string, draft: Draft): Message;
  original(token: string): Message;
  all(): readonly Interaction[];
}

const record = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? { ...body } : {};

export const createInteractions = (world: World): Interactions => {
  const byToken = new Map<string, Interaction>();
  const violate = (sentence: string): void => {
    world.violations.push(sentence);
  };
  const refuse = (problem: string) => {
    violate(problem);
    return invalidBody([problem]);
  };

  const show = (interaction: Interaction, shown: Shown): void => {
    interaction.state = 'answered';
    interaction.shown.resolve(shown);
  };

  const post = (interaction: Interaction, draft: Draft): Message => {
    const { channelId, userId, visibility } = interaction;
    return postMessage(world, { channelId, onlyFor: visibility === EPHEMERAL ? userId : undefined }, draft, visibility);
  };

  const defer = (interaction: Interaction, data: Readonly<Record<string, unknown>>): void => {
    const flags = data.flags ?? 0;
    if (flags !== 0 && flags !== EPHEMERAL) throw refuse(`a deferral with flags ${flags}`);
    interaction.visibility = flags;
    interaction.state = 'deferred';
  };

  const openModal = (interaction: Interaction, data: unknown): void => {
    if (interaction.kind === 'form') throw refuse('a form in answer to a form');
    const modal = parseModal(data);
    if (!modal.success)
      throw refuse(
        `modal: ${modal.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
      );
    show(interaction, { as: 'form', form: modal.data, from: interaction.card });
  };

  const suggest = (interaction: Interaction, data: unknown): void => {
    const read = parseSuggestions(data);
    if (!read.success) throw refuse(`suggestions: ${read.error.message}`);
    show(interaction, { as: 'suggestions', choices: read.data.choices });
  };

  const take = (interaction: Interaction, type: unknown, data: unknown, files: Draft['files']): void => {
    if ((interaction.kind === 'typing') !== (type === 8))
      throw refuse(`a first answer of type ${type} to ${interaction.kind}`);
    switch (type) {
      case 4: {
        const { flags = 0, ...body } = record(data);
        interaction.visibility = Number(flags) & EPHEMERAL;
        interaction.original = post(interaction, { body: { ...body, flags: Number(flags) & ~EPHEMERAL }, files });
        show(interaction, { as: 'message', message: interaction.original, replaced: false });
        return;
      }
      case 5:
        defer(interaction, record(data));
        return;
      case 6:
        if (!interaction.card) throw refuse('an edit of the card where there is none');
        interaction.original = interaction.card;
        interaction.state = 'deferred in card';
        return;
      case 8:
        suggest(interaction, data);
        return;
      case 9:
        openModal(interaction, data);
        return;
      default:
        throw refuse(`a first answer of type ${type}`);
    }
  };

  const byItsToken = (token: string): Interaction => {
    const interaction = byToken.get(token);
    if (!interaction) throw unknown.webhook();
    if (interaction.state !== 'waiting') return interaction;
    violate(`an answer to ${interaction.kind} before its first answer`);
    throw unknown.message();
  };

  return {
    open: (opening) => {
      const interaction: Interaction = {
        ...opening,
        id: world.snowflake(),
        token: `interaction-${world.snowflake()}`,
        openedAt: performance.now(),
        state: 'waiting',
        waitedMs: undefined,
        visibility: 0,
        original: undefined,
        receiptLost: false,
        shown: Promise.withResolvers<Shown>(),
      };
      byToken.set(interaction.token, interaction);
      return interaction;
    },

    firstAnswer: (id, token, body, files) => {
      const interaction = byToken.get(token);
      if (interaction?.id !== id) throw unknown.interaction();
      const waitedMs = performance.now() - interaction.openedAt;
      if (interaction.waitedMs === undefined && waitedMs > PATIENCE_MS) {
        violate(`a first answer to ${interaction.kind} after ${Math.round(waitedMs)} ms`);
        throw unknown.interaction();
      }
      if (interaction.waitedMs !== undefined) {
        if (!interaction.receiptLost) violate(`a second first answer to ${interaction.kind}`);
        throw alreadyAcknowledged();
      }
      const { type, data } = record(body);
      take(interaction, type, data, files);
      interaction.waitedMs = waitedMs;
      return interaction;
    },

    follow: (token, draft) => {
      const interaction = byItsToken(token);
      return post(interaction, draft);
    },

    editOriginal: (token, draft) => {
      const interaction = byItsToken(token);
      const { state, original } = interaction;
      if (original) {
        const edited = editMessage(world, original, draft);
        if (state === 'deferred in card') show(interaction, { as: 'message', message: edited, replaced: true });
        return edited;
      }
      if (state !== 'deferred') throw unknown.message();
      if ((Number(record(draft.body).flags ?? 0) & EPHEMERAL) !== 0)
        throw refuse('visibility is fixed when the answer is deferred');
      interaction.original = post(interaction, draft);
      show(interaction, { as: 'message', message: interaction.original, replaced: false });
      return interaction.original;
    },

    original: (token) => {
      const { original } = byItsToken(token);
      if (!original) throw unknown.message();
      return original;
    },

    all: () => [...byToken.values()],
  };
};
