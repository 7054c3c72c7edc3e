// What Slack sends, as an invocation and the address of its answer. Nothing here calls Slack but through the directory.
import { z } from 'zod';
import type { Invocation, Person, Spot } from '../../chat/invocation.ts';
import { submitted, viewState } from './form.ts';
import type { ReturnAddress } from './return-address.ts';
import { typedText, unescaped } from './typed-text.ts';

export interface Request {
  readonly invocation: Invocation;
  readonly to: ReturnAddress;
}

/** Within three seconds, a form may be opened in answer to it. */
export interface Triggered extends Request {
  readonly triggerId: string;
}

/** What a payload does not say of a person. */
export interface Directory {
  isAdmin(userId: string): Promise<boolean>;
  /** An event says who spoke by id alone. */
  nameOf(userId: string): Promise<string>;
  look: (channel: string) => ReturnType<Spot['look']>;
}

export const person = (workspace: string, userId: string, displayName: string, { isAdmin }: Directory): Person => ({
  platform: 'slack',
  workspace,
  userId,
  displayName,
  isWorkspaceAdmin: () => isAdmin(userId),
});

/** Conversations of two begin with a D. */
const isDirect = (channel: string | undefined): boolean => channel?.startsWith('D') ?? false;

/** Nobody else reads what is said between two. */
export const spotIn = (workspace: string, channel: string | undefined, { look }: Directory): Spot | undefined =>
  channel === undefined || isDirect(channel)
    ? undefined
    : { at: { platform: 'slack', workspace, channel }, look: () => look(channel) };

const slashCommand = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: z.string(),
  user_name: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  response_url: z.string(),
  trigger_id: z.string(),
});

export const commandRequest = (body: unknown, directory: Directory): Triggered => {
  const typed = slashCommand.parse(body);
  return {
    invocation: {
      id: typed.trigger_id,
      person: person(typed.team_id, typed.user_id, typed.user_name, directory),
      spot: spotIn(typed.team_id, typed.channel_id, directory),
      line: `${typed.command.slice(1)} ${typedText(typed.text)}`.trim(),
      fields: {},
      by: 'command',
      wantsForm: false,
      canOpenForm: true,
    },
    // A command typed between two people is typed in a conversation where the bot is not: it is no `direct` one.
    to: {
      userId: typed.user_id,
      channel: typed.channel_id,
      responseUrl: typed.response_url,
      direct: false,
      replaces: false,
    },
    triggerId: typed.trigger_id,
  };
};

export const user = z.object({
  id: z.string(),
  name: z.string().optional(),
  username: z.string().optional(),
  team_id: z.string().optional(),
});

export const team = z.object({ id: z.string() }).nullish();

export const workspaceOf = (body: {
  readonly team?: z.infer<typeof team>;
  readonly user: z.infer<typeof user>;
}): string => body.team?.id ?? body.user.team_id ?? '';

export const handleOf = ({ id, name, username }: z.infer<typeof user>): string => username ?? name ?? id;

const blockAction = z.object({
  user,
  team,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  view: z.object({ id: z.string(), type: z.string() }).optional(),
  container: z.object({ is_ephemeral: z.boolean().optional(), thread_ts: z.string().optional() }),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});

/** Undefined: not one of our buttons or choices. */
export const actionRequest = (body: unknown, directory: Directory): Triggered | undefined => {
  const pressed = blockAction.parse(body);
  const [action] = pressed.actions;
  const line = action?.selected_option?.value ?? action?.value;
  if (!action || line === undefined) return undefined;
  const becomes = action.action_id.split(':')[0];
  const direct = isDirect(pressed.channel?.id);
  const alone = direct || pressed.container.is_ephemeral === true;
  return {
    invocation: {
      id: pressed.trigger_id,
      person: person(workspaceOf(pressed), pressed.user.id, handleOf(pressed.user), directory),
      spot: spotIn(workspaceOf(pressed), pressed.channel?.id, directory),
      line: unescaped(line),
      fields: {},
      by: 'button',
      wantsForm: becomes === 'form',
      canOpenForm: true,
    },
    to: {
      userId: pressed.user.id,
      channel: pressed.channel?.id,
      thread: pressed.container.thread_ts,
      responseUrl: pressed.response_url,
      direct,
      replaces: alone && becomes !== 'beside',
      ...(pressed.view && {
        modal: { ...(pressed.view.type === 'modal' && { viewId: pressed.view.id }), beside: becomes === 'beside' },
      }),
    },
    triggerId: pressed.trigger_id,
  };
};

const viewSubmission = z.object({
  user,
  team,
  view: z.object({ id: z.string(), hash: z.string(), private_metadata: z.string(), state: viewState }),
});

export const submissionRequest = (body: unknown, directory: Directory): Request & { readonly again: number } => {
  const { view, ...sent } = viewSubmission.parse(body);
  const { line, to, again, fields } = submitted(view.private_metadata, view.state);
  return {
    invocation: {
      // A view that was shown again with its problems has the same id and another hash.
      id: `${view.id}:${view.hash}`,
      person: person(workspaceOf(sent), sent.user.id, handleOf(sent.user), directory),
      spot: spotIn(workspaceOf(sent), to.channel, directory),
      line: unescaped(line),
      fields,
      by: 'form',
      wantsForm: false,
      canOpenForm: true,
    },
    // Whoever submits is answered, whatever the metadata says.
    to: { ...to, userId: sent.user.id, ...(to.modal && { modal: { viewId: view.id, beside: false } }) },
    again,
  };
};
