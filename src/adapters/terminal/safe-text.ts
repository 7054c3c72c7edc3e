// What members typed, made harmless to a terminal: an escape sequence could retitle the window, hide text or answer in
// the person's place, and a change of direction could make words read otherwise than they are.

const CONTROL_PICTURES = 0x2400;
const DELETE_PICTURE = '\u2421';
const REPLACEMENT = '\ufffd';

const visible = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code === 0x7f) return DELETE_PICTURE;
  return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : REPLACEMENT;
};

export const safeText = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, visible)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** The same on one line: a label, a name. */
export const safeLine = (text: string): string => safeText(text).replaceAll('\n', ' ');
