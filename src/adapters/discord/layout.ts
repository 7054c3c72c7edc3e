// From a reply's blocks to the pieces of a message, in order: words, rows of things to press, attachments.
import type { APIButtonComponentWithCustomId, APIStringSelectComponent } from 'discord.js';
import { plainLine } from '../../reply/plain.ts';
import type { Block, Button, Line } from '../../reply/tree.ts';
import { customIds } from './custom-id.ts';
import { altTextChars, clip, row, select } from './limits.ts';
import { markdown, markdownLine, title } from './markdown.ts';

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array | string;
  readonly altText: string;
}

export type Row = readonly APIButtonComponentWithCustomId[] | readonly [APIStringSelectComponent];

export type Piece =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'picture' | 'file'; readonly attachment: Attachment }
  | { readonly kind: 'row'; readonly row: Row };

const BUTTON_STYLES = { primary: 1, plain: 2, danger: 4 } as const;

const words = (text: string): readonly Piece[] => (text.trim() === '' ? [] : [{ kind: 'words', words: text }]);

/** Discord renames what it does not like; the layout refers to attachments by name, so names are made safe here. */
const fileNames = (): ((name: string) => string) => {
  const taken = new Set<string>();
  return (name) => {
    const safe = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\w.-]+/g, '_');
    let unique = safe;
    for (let copy = 2; taken.has(unique); copy += 1) unique = `${copy}_${safe}`;
    taken.add(unique);
    return unique;
  };
};

const inRowsOf = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  all.length === 0 ? [] : [all.slice(0, size), ...inRowsOf(all.slice(size), size)];

export const piecesOf = (blocks: readonly Block[]): readonly Piece[] => {
  const idOf = customIds();
  const nameOf = fileNames();
  let selects = 0;

  const button = ({ label, command, tone, effect = 'replace' }: Button): APIButtonComponentWithCustomId => ({
    type: 2,
    style: BUTTON_STYLES[tone ?? 'plain'],
    label,
    custom_id: idOf(effect, command),
  });

  const choice = ({ label, options }: Extract<Block, { readonly type: 'choice' }>): readonly Piece[] => {
    if (options.length === 0) return words(markdownLine([label]));
    selects += 1;
    const menu: APIStringSelectComponent = {
      type: 3,
      custom_id: `choix:${selects}`,
      placeholder: clip(label, select.placeholderChars),
      options: options.map(({ label: name, hint, command }) => ({
        label: name,
        value: idOf('replace', command),
        ...(hint ? { description: clip(hint, select.hintChars) } : {}),
      })),
    };
    return [
      ...(label.length > select.placeholderChars ? words(markdownLine([label])) : []),
      { kind: 'row', row: [menu] },
    ];
  };

  const attached = (
    kind: 'picture' | 'file',
    name: string,
    contentType: string,
    data: Uint8Array | string,
    said: Line,
  ): readonly Piece[] => [
    ...words(markdown(said)),
    { kind, attachment: { name: nameOf(name), contentType, data, altText: clip(plainLine(said), altTextChars) } },
  ];

  const pieces = (block: Block): readonly Piece[] => {
    switch (block.type) {
      case 'heading':
        return words(title(block.text));
      case 'paragraph':
        return words(markdown(block.line));
      case 'list':
        return words(block.items.map((item) => `• ${markdownLine(item)}`).join('\n'));
      case 'fields':
        return words(
          block.fields
            .map(({ label, value }) => markdownLine([{ as: 'strong', text: label }, '\u00a0: ', ...value]))
            .join('\n'),
        );
      case 'buttons':
        return inRowsOf(block.buttons.map(button), row.buttons).map((one) => ({ kind: 'row', row: one }));
      case 'choice':
        return choice(block);
      case 'picture':
        return attached('picture', block.name, 'image/png', block.png, block.words);
      case 'file':
        return attached('file', block.name, block.mime, block.content, block.words);
    }
  };

  return blocks.flatMap(pieces);
};
