// A Slack workspace in memory: who is there, what was posted, which modals are open, which addresses are still good.
import type { Choice, Home, InputBlock, MessageContent, Modal } from './block-kit.ts';

export const TEAM = 'T1';
/** At which people read it. */
export const WORKSPACE_URL = 'https://la-mijoteuse.slack.com/';
export const APP = 'A1';
export const BOT = { userId: 'UBOT', botId: 'BBOT' } as const;
export const TRIGGER_MS = 3_000;
export const RESPONSE_URL_MS = 30 * 60_000;
export const RESPONSE_URL_USES = 5;

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly isAdmin: boolean;
}

export interface MessageMetadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  /** For their eyes only, and gone when Slack is reloaded. */
  readonly ephemeralFor: string | undefined;
  content: MessageContent;
  /** What only apps see of it. */
  readonly metadata: MessageMetadata | undefined;
  /** Order of posting and editing. */
  at: number;
}

export interface OpenView {
  readonly id: string;
  readonly userId: string;
  hash: string;
  modal: Modal;
  /** By block id. */
  readonly state: Map<string, string | undefined>;
  /** That it lies on. */
  readonly under: OpenView | undefined;
}

export interface ShownHome {
  readonly id: string;
  readonly userId: string;
  readonly hash: string;
  readonly home: Home;
}

interface Trigger {
  readonly userId: string;
  readonly born: number;
  used: boolean;
}

interface ResponseUrl {
  readonly userId: string;
  readonly channel: string;
  readonly born: number;
  /** The message that was acted on. */
  readonly original: Message | undefined;
  uses: number;
}

export interface SharedFile {
  readonly name: string;
  readonly channel: string;
  readonly bytes: Uint8Array;
}

/** Something that one person, or everyone of a channel, sees now. `userId`: who caused it or for whom it is. */
export type Sight =
  | {
      readonly kind: 'message';
      readonly userId: string | undefined;
      readonly message: Message;
      readonly replaced: boolean;
    }
  | { readonly kind: 'view'; readonly userId: string; readonly view: OpenView }
  | { readonly kind: 'home'; readonly userId: string; readonly shown: ShownHome };

export const initialOf = ({ element }: InputBlock): string | undefined =>
  element.type === 'static_select' ? element.initial_option?.value : element.initial_value;

export const optionOf = (element: Choice, value: string): Choice['options'][number] | undefined =>
  element.options.find((option) => option.value === value || option.text.text === value);

export const createWorkspace = () => {
  let serial = 0;
  let skew = 0;
  const members = new Map<string, Member>();
  const channels = new Set<string>(['C1']);
  /** Why nothing can be said there: `is_archived`, `not_in_channel`… */
  const troubles = new Map<string, string>();
  const lacking = new Set<string>();
  const messages: Message[] = [];
  const views = new Map<string, OpenView>();
  const homes = new Map<string, ShownHome>();
  /** What the app's manifest puts in the menu of a message: what people read, by what the app is told. */
  const shortcuts = new Map<string, string>();
  /** Who has their page before their eyes. */
  const atHome = new Set<string>();
  const triggers = new Map<string, Trigger>();
  const responseUrls = new Map<string, ResponseUrl>();
  const uploads = new Map<string, { readonly name: string; readonly length: number; bytes: Uint8Array | undefined }>();
  const files: SharedFile[] = [];
  const watchers = new Set<(sight: Sight) => void>();

  const next = (): number => {
    serial += 1;
    return serial;
  };
  const show = (sight: Sight): void => {
    for (const watcher of [...watchers]) watcher(sight);
  };
  const now = (): number => performance.now() + skew;
  const ownerOf = (channel: string): string | undefined =>
    channel.startsWith('D') ? `U${channel.slice(1)}` : undefined;

  const fill = (view: OpenView, previous: ReadonlyMap<string, string | undefined>): void => {
    view.state.clear();
    for (const block of view.modal.blocks) {
      if (block.type !== 'input') continue;
      const id = block.block_id ?? String(next());
      // Slack keeps what stands in a block that it knows by its id, whatever its new initial value.
      view.state.set(id, previous.has(id) ? previous.get(id) : initialOf(block));
    }
  };

  return {
    members,
    channels,
    troubles,
    messages,
    views,
    homes,
    shortcuts,
    atHome,
    uploads,
    files,
    now,
    /** Lets time pass for addresses and triggers. */
    advance: (milliseconds: number) => {
      skew += milliseconds;
    },
    nextId: (prefix: string): string => `${prefix}${next()}`,
    watch: (watcher: (sight: Sight) => void): (() => void) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    directOf: (userId: string): string => {
      const channel = `D${userId.slice(1)}`;
      channels.add(channel);
      return channel;
    },
    /** The same people are in the same conversation. */
    groupOf: (userIds: readonly string[]): string => {
      const channel = `G${[...userIds].sort().join('')}`;
      channels.add(channel);
      return channel;
    },
    /** What the app was installed without. */
    lacking,
    ownerOf,

    newTrigger: (userId: string): string => {
      const id = `${next()}.${TEAM}.trigger`;
      triggers.set(id, { userId, born: now(), used: false });
      return id;
    },
    /** Whose trigger it is, or why it is refused. */
    useTrigger: (id: string): { readonly userId: string } | { readonly error: string } => {
      const trigger = triggers.get(id);
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      trigger.used = true;
      return now() - trigger.born > TRIGGER_MS ? { error: 'expired_trigger_id' } : { userId: trigger.userId };
    },
    newResponseUrl: (userId: string, channel: string, original: Message | undefined): string => {
      const id = String(next());
      responseUrls.set(id, { userId, channel, born: now(), original, uses: 0 });
      return id;
    },
    useResponseUrl: (id: string): ResponseUrl | { readonly error: string } => {
      const url = responseUrls.get(id);
      if (!url) return { error: 'invalid_url' };
      url.uses += 1;
      if (now() - url.born > RESPONSE_URL_MS) return { error: 'expired_url' };
      return url.uses > RESPONSE_URL_USES ? { error: 'used_url' } : url;
    },

    post: (
      content: MessageContent,
      where: {
        readonly channel: string;
        readonly thread?: string | undefined;
        readonly ephemeralFor?: string | undefined;
        readonly causedBy?: string | undefined;
        readonly metadata?: MessageMetadata | undefined;
      },
    ): Message => {
      const at = next();
      const { channel, thread, ephemeralFor, causedBy, metadata } = where;
      const message: Message = {
        channel,
        ts: `${Math.floor(Date.now() / 1000)}.${String(at % 1_000_000).padStart(6, '0')}`,
        thread,
        ephemeralFor,
        content,
        metadata,
        at,
      };
      messages.push(message);
      show({ kind: 'message', userId: ephemeralFor ?? ownerOf(channel) ?? causedBy, message, replaced: false });
      return message;
    },
    /** Someone takes it away. */
    remove: (message: Message): void => {
      messages.splice(messages.indexOf(message), 1);
    },
    edit: (message: Message, content: MessageContent, causedBy?: string): void => {
      message.content = content;
      message.at = next();
      show({ kind: 'message', userId: causedBy ?? message.ephemeralFor, message, replaced: causedBy !== undefined });
    },
    /** `under`: the modal that it is put on top of. */
    open: (userId: string, shown: Modal, under?: OpenView): OpenView => {
      const view: OpenView = { id: `V${next()}`, userId, hash: `h${next()}`, modal: shown, state: new Map(), under };
      fill(view, new Map());
      views.set(userId, view);
      show({ kind: 'view', userId, view });
      return view;
    },
    /** The one of that id that its person has open, be it under another. */
    openView: (id: string): OpenView | undefined => {
      const known = (view: OpenView | undefined): OpenView | undefined =>
        view === undefined || view.id === id ? view : known(view.under);
      for (const view of views.values()) if (known(view)) return known(view);
      return undefined;
    },
    publish: (userId: string, shown: Home): ShownHome => {
      const known = homes.get(userId);
      const published = { id: known?.id ?? `V${next()}`, userId, hash: `h${next()}`, home: shown };
      homes.set(userId, published);
      show({ kind: 'home', userId, shown: published });
      return published;
    },
    reopen: (view: OpenView, shown: Modal): void => {
      const previous = new Map(view.state);
      view.modal = shown;
      view.hash = `h${next()}`;
      fill(view, previous);
      show({ kind: 'view', userId: view.userId, view });
    },
  };
};

export type Workspace = ReturnType<typeof createWorkspace>;
