// The address of one message of Slack or Discord, in a field or anywhere in a sentence: what « copier le lien » gives.
import { fail, ok } from '../../kernel/result.ts';
import { taking } from '../../reading/sentence.ts';
import type { RequiredOption } from '../option.ts';

const SLACK = String.raw`https://[a-z0-9-]+(?:\.enterprise)?\.slack(?:-gov)?\.com/archives/[A-Z0-9]+/p\d+(?:\?[\w.=&%-]*)?`;
const DISCORD = String.raw`https://(?:ptb\.|canary\.)?discord(?:app)?\.com/channels/\d+/\d+/\d+`;
const LINK = new RegExp(`${SLACK}|${DISCORD}`, 'u');
const MOST_CHARS = 300;

const linkIn = (text: string) => {
  const found = LINK.exec(text);
  return found && found[0].length <= MOST_CHARS
    ? { link: found[0], start: found.index, end: found.index + found[0].length }
    : undefined;
};

export const messageLink = (summary: string): RequiredOption<string> => ({
  kind: 'text',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => {
    const typed = raw.trim();
    return linkIn(typed)?.link === typed ? ok(typed) : fail({ code: 'reading.not_a_message', typed });
  },
  find: (sentence) => {
    const { text, tokens } = sentence;
    const found = linkIn(text);
    if (!found) return ok(undefined);
    const said = tokens.flatMap(({ start, end, word, taken }, at) =>
      start < found.end && end > found.start
        ? [{ at, isFree: word !== '' && !taken && start >= found.start && end <= found.end }]
        : [],
    );
    // What follows a dash is someone's words, whatever is in them.
    if (said.length === 0 || !said.every(({ isFree }) => isFree)) return ok(undefined);
    return ok({ value: found.link, sentence: taking(sentence, new Set(said.map(({ at }) => at))) });
  },
  print: (link) => link,
  phrase: (link) => link,
  suggest: () => [],
});
