// What a log may keep of a text or an error that we did not write: databases and SDKs quote in their messages what
// people typed, names and tokens.

const SECRETS = [
  /\bx(?:ox[a-z]|app)-[\w-]+/g, // Slack's tokens
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, // Discord's
  /\b(?:Bearer|Bot) \S+/g,
  /(?<=:\/\/)[^\s/@]+@/g, // user and password in an address
  /(?<=\/(?:webhooks|interactions|commands|actions|app)\/)\S+/g, // answer addresses, which are secrets
  /[\w.+-]+@[\w-]+\.[\w.-]+/g, // e-mail
  /(?<!\w)(?:\+33|0)[ .]?[1-9](?:[ .-]?\d{2}){4}\b/g, // telephone
];

/** Quoted, so perhaps typed. An apostrophe inside a word opens nothing. */
const QUOTED = [/"[^"\n]*"/g, /`[^`\n]*`/g, /(?<![\p{L}\d])'[^'\n]*'/gu, /«[^»\n]*»/g, /“[^”\n]*”/g];

const MASK = '…';
const LONGEST = 300;

export const masked = (text: string): string =>
  [...SECRETS, ...QUOTED].reduce((rest, pattern) => rest.replace(pattern, MASK), text).slice(0, LONGEST);

export interface ErrorFacts {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  /** Where it broke: the frames alone, for a stack begins with the message. */
  readonly stack: readonly string[];
  readonly cause?: ErrorFacts;
}

const codeOf = (error: Error): string | number | undefined => {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
};

export const errorFacts = (error: unknown, depth = 0): ErrorFacts => {
  if (!(error instanceof Error)) return { type: typeof error, message: masked(String(error)), stack: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = codeOf(error);
  return {
    type: error.name,
    message: masked(error.message),
    ...(code === undefined ? {} : { code }),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined || depth === 3 ? {} : { cause: errorFacts(error.cause, depth + 1) }),
  };
};
