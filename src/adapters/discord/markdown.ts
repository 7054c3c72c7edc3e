// Words to Discord's markdown. What is literal stays literal: Discord shows as it is any sign that follows a backslash.
import type { Inline, Line } from '../../reply/tree.ts';

/** Signs that mean something wherever they stand: emphasis, code, spoilers, links, mentions, emojis, timestamps. */
const ANYWHERE = /[\\`*_~|<[\]@]/g;
/** Signs that mean something where a line begins: titles, quotes, lists. A piece of text may begin a line. */
const AT_START = /^([ \t]*)([#>+-]|\d+(?=[.)]))/gm;

export const escapeText = (text: string): string =>
  text
    .replace(ANYWHERE, '\\$&')
    .replace(AT_START, (_, indent: string, sign: string) =>
      /\d/.test(sign) ? `${indent}${sign}\\` : `${indent}\\${sign}`,
    )
    // What a member typed never becomes a link.
    .replace(/:(?=\/\/)/g, '\\:');

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** Emphasis opens before a word and closes after one: spaces around stay outside. */
const bold = (text: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === '' ? text : `${before}**${escapeText(words)}**${after}`;
};

/** Nothing can be escaped inside code: words that hold a backtick are shown as words. */
const code = (text: string): string =>
  text.includes('`') || text.trim() === '' ? escapeText(text) : `\`${oneLine(text)}\``;

const link = (text: string, href: string): string => {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return escapeText(`${text} (${href})`);
  const address = `<${url.href.replaceAll('>', '%3E').replaceAll('(', '%28').replaceAll(')', '%29')}>`;
  // Discord refuses to mask an address by words that look like one: it shows both, raw.
  return text === href || text.includes('://') ? address : `[${escapeText(oneLine(text))}](${address})`;
};

/** A person's id, when the tree names somebody whom Discord knows. */
export const mentionedId = (node: Inline): string | undefined => {
  if (typeof node === 'string' || node.as !== 'mention') return undefined;
  const id = node.userIds.discord;
  return id !== undefined && /^\d+$/.test(id) ? id : undefined;
};

const inline = (node: Inline): string => {
  if (typeof node === 'string') return escapeText(node);
  switch (node.as) {
    case 'strong':
      return bold(node.text);
    case 'code':
      return code(node.text);
    case 'link':
      return link(node.text, node.href);
    case 'mention': {
      const id = mentionedId(node);
      return id === undefined ? escapeText(node.name) : `<@${id}>`;
    }
  }
};

export const markdown = (line: Line): string => line.map(inline).join('');

/** For what must stay on one line: an item, a title, a field. */
export const markdownLine = (line: Line): string => oneLine(markdown(line));

export const title = (text: string): string => `### ${oneLine(escapeText(text))}`;
