// What Slack refuses in a message or a modal, and what it would show of them and whom it would notify.
// Limits: https://docs.slack.dev/reference/block-kit
import { z } from 'zod';

const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});

const richElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url: z.url().max(3000),
    text: z.string().min(1).optional(),
    style: style.optional(),
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().min(1) }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']) }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string() }),
]);

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richElement).min(1) });

const option = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(150),
  description: plainText(75).optional(),
});

const actionId = z.string().min(1).max(255);

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: actionId,
    placeholder: plainText(150).optional(),
    options: z.array(option).min(1).max(100),
    initial_option: option.optional(),
  })
  .refine(
    ({ options, initial_option }) =>
      !initial_option || options.some((each) => JSON.stringify(each) === JSON.stringify(initial_option)),
    'initial_option is not one of the options',
  );

const button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plainText(75),
  value: z.string().min(1).max(2000),
  style: z.enum(['primary', 'danger']).optional(),
});

const blockId = z.string().min(1).max(255).optional();

const shared = [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z.strictObject({
    type: z.literal('rich_text'),
    block_id: blockId,
    elements: z
      .array(
        z.discriminatedUnion('type', [
          section,
          z.strictObject({
            type: z.literal('rich_text_list'),
            style: z.enum(['bullet', 'ordered']),
            elements: z.array(section).min(1),
          }),
        ]),
      )
      .min(1),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion('type', [button, staticSelect]))
      .min(1)
      .max(25),
  }),
] as const;

const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    staticSelect,
    z.strictObject({
      type: z.literal('plain_text_input'),
      action_id: actionId,
      initial_value: z.string().max(3000).optional(),
      placeholder: plainText(150).optional(),
      multiline: z.boolean().optional(),
    }),
    z.strictObject({
      type: z.literal('number_input'),
      action_id: actionId,
      is_decimal_allowed: z.boolean(),
      initial_value: z
        .string()
        .regex(/^-?\d+$/)
        .optional(),
      placeholder: plainText(150).optional(),
    }),
  ]),
});

const messageBlock = z.discriminatedUnion('type', [...shared]);
const viewBlock = z.discriminatedUnion('type', [...shared, input]);

export type ViewBlock = z.infer<typeof viewBlock>;
export type InputBlock = z.infer<typeof input>;
export type Choice = z.infer<typeof staticSelect>;

const once = (blocks: readonly ViewBlock[]): boolean => {
  const ids = blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.map(({ action_id }) => action_id) : [],
  );
  const named = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  return new Set(ids).size === ids.length && new Set(named).size === named.length;
};

export const messageContent = z.object({
  text: z.string({ error: 'no top-level text' }).min(1).max(40_000),
  blocks: z
    .array(messageBlock)
    .min(1)
    .max(50)
    .refine(once, 'an action_id or block_id stands twice')
    .refine((blocks) => JSON.stringify(blocks.map(shownBlock)).length < 13_200, 'msg_blocks_too_long'),
});
export type MessageContent = z.infer<typeof messageContent>;

export const modal = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: z.string().max(255).optional(),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    private_metadata: z.string().max(3000).optional(),
    blocks: z.array(viewBlock).min(1).max(100).refine(once, 'an action_id or block_id stands twice'),
  })
  .refine(
    ({ submit, blocks }) => submit !== undefined || !blocks.some(({ type }) => type === 'input'),
    'fields that nothing submits',
  );
export type Modal = z.infer<typeof modal>;

export const home = z.strictObject({
  type: z.literal('home'),
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: z.array(viewBlock).min(1).max(100).refine(once, 'an action_id or block_id stands twice'),
});
export type Home = z.infer<typeof home>;

const shownElement = (element: z.infer<typeof richElement>): string => {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return element.text === undefined ? element.url : `${element.text} (${element.url})`;
    case 'user':
      return `@${element.user_id}`;
    case 'broadcast':
      return `@${element.range}`;
    case 'usergroup':
      return `@${element.usergroup_id}`;
  }
};

const shownSection = ({ elements }: z.infer<typeof section>): string => elements.map(shownElement).join('');

/** The words of a block; those of buttons and choices apart. */
function shownBlock(block: ViewBlock): string {
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'rich_text':
      return block.elements
        .map((element) =>
          element.type === 'rich_text_section'
            ? shownSection(element)
            : element.elements.map((item) => `• ${shownSection(item)}`).join('\n'),
        )
        .join('\n');
    case 'actions':
    case 'input':
      return '';
  }
}

export const shownText = (blocks: readonly ViewBlock[]): string =>
  blocks
    .map(shownBlock)
    .filter((words) => words !== '')
    .join('\n');

export const actionsOf = (blocks: readonly ViewBlock[]) =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));

export const buttonsOf = (blocks: readonly ViewBlock[]): readonly string[] =>
  actionsOf(blocks).flatMap((element) => (element.type === 'button' ? [element.text.text] : []));

export const choicesOf = (blocks: readonly ViewBlock[]): readonly string[] =>
  actionsOf(blocks).flatMap((element) =>
    element.type === 'static_select' ? element.options.map(({ text }) => text.text) : [],
  );

/** Whom a message notifies: by its elements, or by the grammar of its text. */
export const pingsOf = ({ text, blocks }: MessageContent): readonly string[] => [
  ...[...text.matchAll(/<(?:@([UW]\w+)|!(channel|here|everyone|subteam)\b)[^>]*>/g)].map(
    ([, user, group]) => user ?? group ?? '',
  ),
  ...blocks.flatMap((block) =>
    block.type === 'rich_text'
      ? block.elements
          .flatMap((element) =>
            element.type === 'rich_text_section'
              ? element.elements
              : element.elements.flatMap(({ elements }) => elements),
          )
          .flatMap((element) => {
            if (element.type === 'user') return [element.user_id];
            return element.type === 'broadcast' ? [element.range] : [];
          })
      : [],
  ),
];
