// Discord's side of markdown: what people read of it, and whom it notifies.
import type { Component, MessageBody } from './checks.ts';

type Names = (userId: string) => string;

interface Words {
  readonly content?: string | null | undefined;
  readonly components?: readonly Component[] | undefined;
}

/** One after the other, in the order in which Discord tries them at each place. */
const RULES: readonly (readonly [RegExp, (match: RegExpExecArray, names: Names) => string])[] = [
  [/\\([^0-9A-Za-z\s])/y, ([, sign = '']) => sign],
  [/``([\s\S]+?)``(?!`)/y, ([, code = '']) => code],
  [/`([^`]+)`/y, ([, code = '']) => code],
  [/\[((?:\\.|[^\]\\])*)\]\(<([^>]+)>\)/y, ([, words = '', href = ''], names) => `${shown(words, names)} (${href})`],
  [/<(https?:\/\/[^>\s]+)>/y, ([, href = '']) => href],
  [/<@!?(\d+)>/y, ([, id = ''], names) => names(id)],
  // What must never be there: shown as Discord would make it stand out, so that no test takes it for plain words.
  [/<(?:@&|#|a?:\w+:)\d*>|@everyone|@here/y, ([all]) => `⟦${all}⟧`],
  [/https?:\/\/[^\s<]+/y, ([href]) => `⟦${href}⟧`],
  [/\*\*|__|~~|\|\||\*|_/y, () => ''],
];

/** The words as a person reads them. */
export const shown = (markdown: string, names: Names = (id) => id): string => {
  const source = markdown.replace(/^(?:-# |#{1,3} |> |[-*] )/gm, '');
  let words = '';
  let at = 0;
  while (at < source.length) {
    const rule = RULES.find(([pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(source);
    });
    if (!rule) {
      words += source[at];
      at += 1;
      continue;
    }
    const [pattern, show] = rule;
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (!match) throw new Error('A rule that matched does not match any more.');
    at += match[0].length;
    words += show(match, names);
  }
  return words;
};

const wordsOf = (component: Component): readonly string[] => {
  switch (component.type) {
    case 1:
      return component.components.flatMap((act) =>
        act.type === 3 && act.placeholder ? [escaped(act.placeholder)] : [],
      );
    case 10:
      return [component.content];
    case 12:
    case 13:
      return [];
  }
};

/** What stands outside of markdown, so that reading it as markdown gives it back. */
const escaped = (text: string): string => text.replace(/[^0-9A-Za-z\s]/gu, '\\$&');

/** Everything that is markdown in a message, a line each. */
export const markdownOf = ({ content, components = [] }: Words): string =>
  [...(content ? [content] : []), ...components.flatMap(wordsOf)].join('\n');

/** Discord looks for names in the raw text, whatever its markup, and notifies those that `allowed_mentions` lets. */
export const pinged = (body: Words & Pick<MessageBody, 'allowed_mentions'>): readonly string[] => {
  const raw = markdownOf(body);
  const { parse, users } = body.allowed_mentions;
  const people = [...raw.matchAll(/<@!?(\d+)>/g)].flatMap(([, id = '']) =>
    users.includes(id) || parse.includes('users') ? [id] : [],
  );
  const everyone = parse.includes('everyone') ? (raw.match(/@everyone|@here/g) ?? []) : [];
  const roles = parse.includes('roles') ? (raw.match(/<@&\d+>/g) ?? []) : [];
  return [...new Set([...people, ...everyone, ...roles])];
};
