// What Discord refuses in what we send, and what the house does: limits and shapes, each problem as a sentence.
import { z } from 'zod';

const customId = z.string().min(1).max(100);
const LAID_OUT = 1 << 15;
const EPHEMERAL = 1 << 6;

const button = z.strictObject({
  type: z.literal(2),
  style: z.int().min(1).max(4),
  label: z.string().trim().min(1).max(80),
  custom_id: customId,
});

const select = z.strictObject({
  type: z.literal(3),
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  required: z.boolean().optional(),
  options: z
    .array(
      z.strictObject({
        label: z.string().trim().min(1).max(100),
        value: z.string().min(1).max(100),
        description: z.string().min(1).max(100).optional(),
        default: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(25),
});

/** Five buttons at most, or a select alone. */
const row = z.strictObject({
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.tuple([select])]),
});

const text = z.strictObject({ type: z.literal(10), content: z.string().trim().min(1).max(4000) });
const attachmentUrl = z.strictObject({ url: z.string().startsWith('attachment://') });
const gallery = z.strictObject({
  type: z.literal(12),
  items: z
    .array(z.strictObject({ media: attachmentUrl, description: z.string().min(1).max(1024).optional() }))
    .min(1)
    .max(10),
});
const file = z.strictObject({ type: z.literal(13), file: attachmentUrl });

const component = z.discriminatedUnion('type', [row, text, gallery, file]);
export type Component = z.infer<typeof component>;
export type Act = z.infer<typeof button> | z.infer<typeof select>;

const id = z.string().regex(/^\d+$/);

const message = z.strictObject({
  content: z.string().max(2000).nullish(),
  components: z.array(component).max(40).optional(),
  flags: z.int().optional(),
  /** Discord lets it out; the house never does. */
  allowed_mentions: z.strictObject({ parse: z.array(z.string()).max(0), users: z.array(id).max(100) }),
  attachments: z
    .array(
      z.strictObject({
        id: z.union([id, z.int()]),
        filename: z.string().regex(/^[\w.-]+$/),
        description: z.string().max(1024).optional(),
      }),
    )
    .max(10)
    .optional(),
  message_reference: z.strictObject({ message_id: id, fail_if_not_exists: z.boolean() }).optional(),
  nonce: z.union([z.string().max(25), z.int()]).optional(),
  enforce_nonce: z.boolean().optional(),
});
export type MessageBody = z.infer<typeof message>;

export const actsIn = (components: readonly Component[]): readonly Act[] =>
  components.flatMap((one): readonly Act[] => (one.type === 1 ? one.components : []));

const repeated = (all: readonly string[]): readonly string[] => all.filter((one, index) => all.indexOf(one) !== index);

const attachmentsNamed = (components: readonly Component[]): readonly string[] =>
  components.flatMap((one) => {
    if (one.type === 12) return one.items.map(({ media }) => media.url);
    return one.type === 13 ? [one.file.url] : [];
  });

export interface Situation {
  readonly files: readonly string[];
  /** The message that is edited, when it is laid out in components already. */
  readonly wasLaidOut: boolean;
  readonly edits: boolean;
}

const layoutProblems = (
  { content, components = [], flags = 0 }: MessageBody,
  { files }: Situation,
): readonly string[] => {
  const count = components.length + actsIn(components).length;
  const chars = components.reduce((sum, one) => sum + (one.type === 10 ? one.content.length : 0), 0);
  if ((flags & LAID_OUT) === 0) {
    return [
      ...(components.some(({ type }) => type !== 1) ? ['only rows, unless the message is laid out in components'] : []),
      ...(components.length > 5 ? [`${components.length} rows: 5 at most`] : []),
      ...(!content?.trim() && files.length === 0 ? ['an empty message'] : []),
    ];
  }
  return [
    ...(content ? ['words in `content` of a message laid out in components'] : []),
    ...(components.length === 0 ? ['an empty message'] : []),
    ...(count > 40 ? [`${count} components: 40 at most`] : []),
    ...(chars > 4000 ? [`${chars} characters in all: 4000 at most`] : []),
  ];
};

export const messageProblems = (body: unknown, situation: Situation): readonly string[] => {
  const read = message.safeParse(body);
  if (!read.success) return read.error.issues.map(({ path, message: words }) => `${path.join('.')}: ${words}`);
  const { components = [], attachments = [], flags = 0 } = read.data;
  const acts = actsIn(components);
  const urls = attachments.map(({ filename }) => `attachment://${filename}`);
  return [
    ...layoutProblems(read.data, situation),
    ...((flags & ~(LAID_OUT | EPHEMERAL)) === 0 ? [] : [`flags ${flags}`]),
    ...(situation.edits && (flags & EPHEMERAL) !== 0 ? ['visibility is fixed when the answer is deferred'] : []),
    ...(situation.wasLaidOut && (flags & LAID_OUT) === 0 ? ['a message laid out in components stays so'] : []),
    ...repeated(acts.map(({ custom_id }) => custom_id)).map((same) => `custom_id « ${same} » stands twice`),
    ...acts
      .flatMap((act) => (act.type === 3 ? repeated(act.options.map(({ value }) => value)) : []))
      .map((same) => `value « ${same} » stands twice`),
    ...(attachments.length === situation.files.length
      ? []
      : [`${attachments.length} attachments for ${situation.files.length} files`]),
    ...attachments.flatMap(({ filename }, index) =>
      situation.files[index] === filename ? [] : [`attachment ${filename} is not the file sent`],
    ),
    ...attachmentsNamed(components).flatMap((url) => (urls.includes(url) ? [] : [`${url} is not attached`])),
    ...((flags & LAID_OUT) !== 0
      ? urls.flatMap((url) => (attachmentsNamed(components).includes(url) ? [] : [`${url} is shown nowhere`]))
      : []),
  ];
};

/** @throws on what `messageProblems` would tell. */
export const readMessage = (body: unknown): MessageBody => message.parse(body);

const textInput = z.strictObject({
  type: z.literal(4),
  style: z.int().min(1).max(2),
  custom_id: customId,
  required: z.boolean().optional(),
  value: z.string().max(4000).optional(),
  placeholder: z.string().max(100).optional(),
});

const label = z.strictObject({
  type: z.literal(18),
  label: z.string().trim().min(1).max(45),
  description: z.string().min(1).max(100).optional(),
  component: z.discriminatedUnion('type', [textInput, select]),
});

const modal = z
  .strictObject({
    custom_id: customId,
    title: z.string().trim().min(1).max(45),
    components: z
      .array(z.discriminatedUnion('type', [label, text]))
      .min(1)
      .max(5),
  })
  .refine(({ components }) => components.some(({ type }) => type === 18), 'a modal without a field')
  .refine(
    ({ components }) =>
      repeated(components.flatMap((one) => (one.type === 18 ? [one.component.custom_id] : []))).length === 0,
    'two fields of one modal with the same custom_id',
  );
export type Modal = z.infer<typeof modal>;
export const parseModal = (body: unknown) => modal.safeParse(body);

const suggestions = z.strictObject({
  choices: z.array(z.strictObject({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) })).max(25),
});
export const parseSuggestions = (body: unknown) => suggestions.safeParse(body);

const commandName = z
  .string()
  .regex(/^[-_\p{L}\p{N}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), 'a name in lower case');
const described = { name: commandName, description: z.string().min(1).max(100) };
const valueOption = z.strictObject({
  ...described,
  type: z.union([z.literal(3), z.literal(4)]),
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
});
const valueOptions = z
  .array(valueOption)
  .max(25)
  .refine((all) => repeated(all.map(({ name }) => name)).length === 0, 'an option declared twice')
  .refine(
    (all) => !all.some(({ required }, index) => required && all[index - 1] && !all[index - 1]?.required),
    'required options stand first',
  );
const subcommand = z.strictObject({ ...described, type: z.literal(1), options: valueOptions.optional() });

const command = z.strictObject({
  ...described,
  type: z.literal(1).optional(),
  options: z.union([valueOptions, z.array(subcommand).min(1).max(25)]).optional(),
  contexts: z.array(z.int().min(0).max(2)).optional(),
  integration_types: z.array(z.int().min(0).max(1)).optional(),
});

/** In the menu of a message: a name as people read it, and nothing to fill in. */
const menuEntry = z.strictObject({
  type: z.literal(3),
  name: z.string().trim().min(1).max(32),
  contexts: z.array(z.int().min(0).max(2)).optional(),
  integration_types: z.array(z.int().min(0).max(1)).optional(),
});
export type CommandBody = z.infer<typeof command>;
export type MenuBody = z.infer<typeof menuEntry>;
export type ValueOption = z.infer<typeof valueOption>;
export const parseCommand = (body: unknown) => z.union([menuEntry, command]).safeParse(body);

export const isMenuEntry = (body: CommandBody | MenuBody): body is MenuBody => body.type === 3;
