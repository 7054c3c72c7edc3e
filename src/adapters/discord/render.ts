// A reply as a Discord message. Where its words come first and its buttons last, it is a plain message, for those are
// the only ones whose words notifications show; otherwise it is laid out in components, which keep every order.
import type { APIMessageTopLevelComponent, RESTAPIAttachment, RESTPatchAPIChannelMessageJSONBody } from 'discord.js';
import { more } from '../../messages/words.fr.ts';
import { fit } from '../../reply/fit.ts';
import type { Block, Inline, Reply } from '../../reply/tree.ts';
import { type Attachment, type Piece, piecesOf, type Row } from './layout.ts';
import { laidOutMessage, limits, attachments as mostAttachments, plainMessage } from './limits.ts';
import { mentionedId } from './markdown.ts';

export interface Message {
  readonly body: RESTPatchAPIChannelMessageJSONBody & { readonly attachments: RESTAPIAttachment[] };
  readonly files: readonly Attachment[];
  readonly laidOut: boolean;
}

export interface Rendering {
  /** Told of what had to be cut though it should not. */
  readonly onCut: (what: string) => void;
  /** The message that is edited is laid out in components: Discord never takes that back. */
  readonly staysLaidOut?: boolean;
}

const LAID_OUT = 1 << 15;
const ORDER: Readonly<Record<Piece['kind'], number>> = { words: 0, picture: 1, file: 1, row: 2 };

const inlinesOf = (block: Block): readonly Inline[] => {
  switch (block.type) {
    case 'paragraph':
      return block.line;
    case 'list':
      return block.items.flat();
    case 'fields':
      return block.fields.flatMap(({ value }) => value);
    case 'picture':
    case 'file':
      return block.words;
    case 'heading':
    case 'buttons':
    case 'choice':
      return [];
  }
};

const actionRow = (row: Row): Extract<APIMessageTopLevelComponent, { readonly type: 1 }> => ({
  type: 1,
  components: [...row],
});

/** Words that follow one another are one component. */
const together = (pieces: readonly Piece[]): readonly Piece[] => {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.kind === 'words' && piece.kind === 'words') {
      all[all.length - 1] = { kind: 'words', words: `${last.words}\n${piece.words}` };
    } else {
      all.push(piece);
    }
  }
  return all;
};

const component = (piece: Piece): APIMessageTopLevelComponent => {
  switch (piece.kind) {
    case 'words':
      return { type: 10, content: piece.words };
    case 'picture': {
      const { name, altText } = piece.attachment;
      return {
        type: 12,
        items: [{ media: { url: `attachment://${name}` }, ...(altText ? { description: altText } : {}) }],
      };
    }
    case 'file':
      return { type: 13, file: { url: `attachment://${piece.attachment.name}` } };
    case 'row':
      return actionRow(piece.row);
  }
};

const charsOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === 'words' ? piece.words.length + 1 : 0), 0);

const isPlain = (pieces: readonly Piece[]): boolean =>
  pieces[0]?.kind === 'words' &&
  pieces.every(({ kind }, index) => ORDER[kind] >= ORDER[pieces[index - 1]?.kind ?? 'words']) &&
  charsOf(pieces) <= plainMessage.chars &&
  pieces.filter(({ kind }) => kind === 'row').length <= plainMessage.rows;

/** As many pieces as Discord takes; it counts a row and what stands in it. */
const withinComponents = (pieces: readonly Piece[], onCut: Rendering['onCut']): readonly Piece[] => {
  let room: number = laidOutMessage.components;
  return pieces.filter((piece) => {
    room -= piece.kind === 'row' ? 1 + piece.row.length : 1;
    if (room < 0) onCut(`message: more than ${laidOutMessage.components} components`);
    return room >= 0;
  });
};

/** Escapes lengthen words, by how much is known only once they are written: then lists are made shorter still. */
const fittingPieces = (reply: Reply, onCut: Rendering['onCut'], totalChars = limits.totalChars): readonly Piece[] => {
  const pieces = piecesOf(fit(reply, { ...limits, totalChars }, { more, onCut }).blocks);
  const chars = charsOf(pieces);
  if (chars <= laidOutMessage.chars) return pieces;
  if (totalChars < 500) throw new Error(`A reply of ${chars} characters could not be made to fit`);
  return fittingPieces(reply, onCut, Math.floor((totalChars * laidOutMessage.chars) / chars) - 50);
};

export const render = (reply: Reply, { onCut, staysLaidOut = false }: Rendering): Message => {
  const pieces = fittingPieces(reply, onCut);
  const laidOut = staysLaidOut || !isPlain(pieces);
  const kept = laidOut ? withinComponents(together(pieces), onCut) : pieces;
  const files = kept.flatMap((piece) => (piece.kind === 'picture' || piece.kind === 'file' ? [piece.attachment] : []));
  if (files.length > mostAttachments)
    throw new Error(`A reply with ${files.length} attachments: ${mostAttachments} at most`);
  const common = {
    allowed_mentions: {
      parse: [],
      users: [...new Set(reply.blocks.flatMap(inlinesOf).flatMap((node) => mentionedId(node) ?? []))],
    },
    attachments: files.map(({ name, altText }, index) => ({
      id: index,
      filename: name,
      ...(altText ? { description: altText } : {}),
    })),
  };
  if (laidOut) {
    // An edit says that there is no `content` any more: a plain message may become one laid out, never the reverse.
    return { body: { ...common, content: null, flags: LAID_OUT, components: kept.map(component) }, files, laidOut };
  }
  const content = kept.flatMap((piece) => (piece.kind === 'words' ? [piece.words] : [])).join('\n');
  const rows = kept.flatMap((piece) => (piece.kind === 'row' ? [actionRow(piece.row)] : []));
  return { body: { ...common, content, components: rows }, files, laidOut };
};

export const isLaidOut = (flags: number | undefined): boolean => ((flags ?? 0) & LAID_OUT) !== 0;
