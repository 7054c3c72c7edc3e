// Someone at a Slack client: sees what Slack would show them, and can do only what is on their screen.
import type { PersonDriver, Seen, SeenForm } from '../seen.ts';
import { buttonsOf, choicesOf, type InputBlock, modal, shownText, type ViewBlock } from './block-kit.ts';
import type { Delivery } from './delivery.ts';
import {
  type Acted,
  blockActions,
  canAct,
  homeOpened,
  messageAction,
  type PickableMessage,
  type Spoken,
  slashCommand,
  spoken,
  viewActions,
  viewSubmission,
} from './payloads.ts';
import {
  type Member,
  type Message,
  type OpenView,
  optionOf,
  type ShownHome,
  type Sight,
  type Workspace,
} from './workspace.ts';

const PATIENCE_MS = 10_000;

export interface SlackPerson extends PersonDriver {
  /** Every message that the person can see where they are and in private, oldest first. */
  screen(): readonly string[];
  /** Closes the modal without submitting it. */
  closes(): void;
  /** Goes to their page with the bot, « Accueil »; resolves once it is shown. */
  opensHome(): Promise<Seen>;
  /** Their page as it stands now; undefined: they never opened it. */
  home(): Seen | undefined;
  /** Goes to their messages with the bot, which stand beside; resolves once Slack has delivered it. */
  opensMessages(): Promise<void>;
  /** Chooses that entry of a message's menu: of a message of theirs here, unless said otherwise. */
  menu(label: string, message?: Partial<PickableMessage>): Promise<Seen>;
  /** Slack delivers their last choice of the menu a second time. */
  menuAgain(): Promise<void>;
  /** Something is said that the bot must leave unanswered; resolves once Slack has delivered it. */
  saysUnheard(spoken: Omit<Spoken, 'channel'>): Promise<void>;
}

export interface Where {
  readonly channel: string;
  readonly thread?: string | undefined;
}

const fieldName = ({ block_id = '' }: InputBlock): string => block_id.slice(block_id.indexOf(':') + 1);

const inputsOf = ({ modal: { blocks } }: OpenView): readonly InputBlock[] =>
  blocks.filter((block) => block.type === 'input');

const seenForm = (view: OpenView): SeenForm => ({
  title: view.modal.title.text,
  notice: shownText(view.modal.blocks),
  fields: inputsOf(view).map((block) => ({
    name: fieldName(block),
    label: block.label.text,
    value: view.state.get(block.block_id ?? ''),
    problem: block.hint?.text,
  })),
});

const nothing = {
  text: '',
  buttons: [],
  choices: [],
  form: undefined,
  private: true,
  replaced: false,
  files: [],
} as const;

const cardOf = (blocks: readonly ViewBlock[]): Seen => ({
  ...nothing,
  text: shownText(blocks),
  buttons: buttonsOf(blocks),
  choices: choicesOf(blocks),
});

export const createPerson = (
  workspace: Workspace,
  delivery: Delivery,
  member: Member,
  { channel, thread }: Where,
  links: { readonly respondAt: (id: string) => string; readonly violate: (problem: string) => void },
): SlackPerson => {
  const direct = workspace.directOf(member.id);
  let lastChoice: ReturnType<typeof messageAction> | undefined;

  const addresses = (at: string, original: Message | undefined) => ({
    triggerId: workspace.newTrigger(member.id),
    responseUrl: links.respondAt(workspace.newResponseUrl(member.id, at, original)),
  });

  const sees = ({ ephemeralFor, channel: at }: Message): boolean =>
    ephemeralFor === undefined ? at === channel || at === direct : ephemeralFor === member.id;

  const concerns = (sight: Sight): boolean => {
    // What says « Un instant… » is no answer.
    if (sight.kind === 'view') return sight.userId === member.id && sight.view.modal.callback_id !== 'waiting';
    if (sight.kind === 'home') return false;
    return sight.userId === undefined ? sees(sight.message) : sight.userId === member.id;
  };

  const seen = (sight: Sight, filesBefore: number): Seen => {
    if (sight.kind === 'home') return cardOf(sight.shown.home.blocks);
    if (sight.kind === 'view') {
      const { view } = sight;
      return inputsOf(view).length > 0 ? { ...nothing, form: seenForm(view) } : cardOf(view.modal.blocks);
    }
    const { content, ephemeralFor, channel: at } = sight.message;
    return {
      text: shownText(content.blocks),
      buttons: buttonsOf(content.blocks),
      choices: choicesOf(content.blocks),
      form: undefined,
      private: ephemeralFor !== undefined || at.startsWith('D'),
      replaced: sight.replaced,
      files: workspace.files
        .slice(filesBefore)
        .filter((file) => file.channel === at || file.channel === direct)
        .map(({ name }) => name),
    };
  };

  /** What comes of an act: the first thing that it makes the person see. */
  const after = async (act: () => Promise<unknown>, isIt = concerns): Promise<Seen> => {
    const filesBefore = workspace.files.length;
    const { promise, resolve, reject } = Promise.withResolvers<Sight>();
    const stop = workspace.watch((sight) => isIt(sight) && resolve(sight));
    const timer = setTimeout(
      () => reject(new Error(`${member.name} saw nothing within ${PATIENCE_MS} ms`)),
      PATIENCE_MS,
    );
    try {
      const acted = act();
      acted.catch(reject);
      const sight = await promise;
      await acted;
      return seen(sight, filesBefore);
    } finally {
      clearTimeout(timer);
      stop();
    }
  };

  /** A modal hides everything else, and their page the conversations, while they are there. */
  const viewActedOn = (acted: Acted): OpenView | ShownHome | undefined => {
    const modal = workspace.views.get(member.id);
    if (modal && canAct(modal.modal.blocks, acted)) return modal;
    const page = workspace.atHome.has(member.id) ? workspace.homes.get(member.id) : undefined;
    return !modal && page && canAct(page.home.blocks, acted) ? page : undefined;
  };

  const act = async (acted: Acted, label: string): Promise<Seen> => {
    const view = viewActedOn(acted);
    if (view)
      return after(() =>
        delivery.send('interactive', viewActions(member, view, acted, workspace.newTrigger(member.id))),
      );
    const card = workspace.messages
      .filter((message) => sees(message) && canAct(message.content.blocks, acted))
      .reduce<Message | undefined>((last, message) => (last && last.at > message.at ? last : message), undefined);
    if (!card) throw new Error(`${member.name} sees nothing that says « ${label} »`);
    return after(() => delivery.send('interactive', blockActions(member, card, acted, addresses(card.channel, card))));
  };

  const fill = (view: OpenView, fields: Readonly<Record<string, string>>): void => {
    const inputs = inputsOf(view);
    const unknown = Object.keys(fields).filter((name) => !inputs.some((block) => fieldName(block) === name));
    if (unknown.length > 0) throw new Error(`the form has no field ${unknown.join(', ')}`);
    for (const block of inputs) {
      const value = fields[fieldName(block)];
      if (value !== undefined) view.state.set(block.block_id ?? '', held(block, value));
      if (!block.optional && !view.state.get(block.block_id ?? ''))
        throw new Error(`« ${block.label.text} » is required`);
    }
  };

  const held = ({ element, label }: InputBlock, value: string): string | undefined => {
    if (value === '') return undefined;
    if (element.type === 'number_input' && !/^-?\d+$/.test(value)) throw new Error(`« ${label.text} » takes a number`);
    if (element.type !== 'static_select') return value;
    const option = optionOf(element, value);
    if (!option) throw new Error(`« ${label.text} » has no choice « ${value} »`);
    return option.value;
  };

  const submit = async (view: OpenView): Promise<void> => {
    workspace.views.delete(member.id);
    const answer = await delivery.send('interactive', viewSubmission(member, view, workspace.newTrigger(member.id)));
    if (answer.response_action === undefined) return;
    const again = modal.safeParse(answer.view);
    if (answer.response_action !== 'update' || !again.success) {
      links.violate(`a submission was answered ${JSON.stringify(answer)}: ${again.error?.message}`);
      return;
    }
    workspace.views.set(member.id, view);
    workspace.reopen(view, again.data);
  };

  const speak = (text: string, besides: Readonly<Record<string, unknown>> = {}) =>
    delivery.send('events_api', spoken(member, { channel, text, thread, besides }, workspace.nextId('Ev')));

  return {
    says: (line) =>
      after(() => delivery.send('slash_commands', slashCommand(member, channel, line, addresses(channel, undefined)))),
    presses: (label) => act({ button: label }, label),
    chooses: (label) => act({ option: label }, label),
    submits: async (fields) => {
      const view = workspace.views.get(member.id);
      if (!view) throw new Error(`${member.name} has no form open`);
      fill(view, fields);
      return after(() => submit(view));
    },
    mentions: (text) => after(() => speak(text)),
    saysUnheard: async ({ text, besides }) => {
      await speak(text, besides);
    },
    menu: (label, picked = {}) => {
      const callbackId = workspace.shortcuts.get(label);
      if (callbackId === undefined) throw new Error(`no entry « ${label} » in the menu of a message`);
      const ts = '1700000000.000100';
      const message = { channel, ts, thread, text: '', by: member.id, ...picked };
      const choice = messageAction(member, callbackId, message, addresses(message.channel, undefined));
      lastChoice = choice;
      return after(() => delivery.send('interactive', choice));
    },
    menuAgain: async () => {
      if (!lastChoice) throw new Error(`${member.name} chose nothing in the menu of a message`);
      await delivery.send('interactive', lastChoice);
    },
    closes: () => {
      workspace.views.delete(member.id);
    },
    opensHome: async () => {
      workspace.views.delete(member.id);
      workspace.atHome.add(member.id);
      const shown = workspace.homes.get(member.id);
      return after(
        () =>
          delivery.send(
            'events_api',
            homeOpened(member, { channel: direct, tab: 'home', shown }, workspace.nextId('Ev')),
          ),
        (sight) => sight.kind === 'home' && sight.userId === member.id,
      );
    },
    home: () => {
      const shown = workspace.homes.get(member.id);
      return shown && cardOf(shown.home.blocks);
    },
    opensMessages: async () => {
      workspace.atHome.delete(member.id);
      const shown = workspace.homes.get(member.id);
      await delivery.send(
        'events_api',
        homeOpened(member, { channel: direct, tab: 'messages', shown }, workspace.nextId('Ev')),
      );
    },
    screen: () => workspace.messages.filter(sees).map(({ content }) => shownText(content.blocks)),
  };
};
