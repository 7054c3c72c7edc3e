// A message as a person sees it.
import type { Seen, SeenForm } from '../seen.ts';
import { actsIn, type Modal } from './checks.ts';
import { markdownOf, shown } from './markdown.ts';
import { isEphemeral } from './messages.ts';
import type { Message, World } from './world.ts';

export const namesIn =
  (world: World) =>
  (id: string): string =>
    world.users.get(id)?.name ?? id;

export const textOf = (world: World, message: Message): string => shown(markdownOf(message), namesIn(world));

/** What pressing or choosing sends. */
export interface Act {
  readonly label: string;
  readonly customId: string;
  readonly componentType: 2 | 3;
  readonly values: readonly string[];
}

export const buttonsOf = ({ components }: Pick<Message, 'components'>): readonly Act[] =>
  actsIn(components).flatMap((act) =>
    act.type === 2 ? [{ label: act.label, customId: act.custom_id, componentType: 2, values: [] }] : [],
  );

export const choicesOf = ({ components }: Pick<Message, 'components'>): readonly Act[] =>
  actsIn(components).flatMap((act) =>
    act.type === 3
      ? act.options.map(
          ({ label, value }): Act => ({ label, customId: act.custom_id, componentType: 3, values: [value] }),
        )
      : [],
  );

export const seenMessage = (world: World, message: Message, replaced: boolean): Seen => ({
  text: textOf(world, message),
  buttons: buttonsOf(message).map(({ label }) => label),
  choices: choicesOf(message).map(({ label }) => label),
  form: undefined,
  private: isEphemeral(message) || world.channels.get(message.channelId)?.guildId === undefined,
  replaced,
  files: message.files.map(({ name }) => name),
});

export const seenForm = ({ title, components }: Modal): SeenForm => ({
  title,
  notice: components.flatMap((one) => (one.type === 10 ? [shown(one.content)] : [])).join('\n'),
  fields: components.flatMap((one) => {
    if (one.type === 10) return [];
    const { component, label, description } = one;
    const value = component.type === 4 ? component.value : component.options.find((option) => option.default)?.value;
    return [{ name: component.custom_id, label, value, problem: description }];
  }),
});
