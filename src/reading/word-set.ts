// Lists of words, written as text so that they stay readable.

export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
