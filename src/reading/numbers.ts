// Numbers in digits or in letters: « 24 », « vingt et un », « quatre-vingt-dix ».
import { SPELLED } from './calendar-words.ts';
import { type Line, wordAt } from './line.ts';

export interface NumberSaid {
  readonly value: number;
  readonly to: number;
  /** As digits: how many; 0 when spelled. */
  readonly digits: number;
}

const small = (line: Line, at: number): number | undefined => SPELLED.get(wordAt(line, at));

const afterHyphen = (line: Line, at: number): number => (wordAt(line, at) === '-' ? at + 1 : at);

const isTens = (value: number): boolean => value >= 20 && value <= 80 && value % 10 === 0;

/** « vingt-deux », « vingt et un », « soixante-dix », « dix-sept ». */
const withOnes = (line: Line, tens: number, at: number): { readonly value: number; readonly to: number } => {
  const joint = afterHyphen(line, at);
  const et = wordAt(line, joint) === 'et' ? afterHyphen(line, joint + 1) : joint;
  const ones = small(line, et);
  const most = tens === 60 || tens === 80 ? 16 : 9;
  const fits = ones !== undefined && ones >= 1 && ones <= most && (et === joint || ones === 1 || ones === 11);
  if (!fits) return { value: tens, to: at };
  if (ones === 10) {
    const more = withOnes(line, 10, et + 1);
    return { value: tens + more.value, to: more.to };
  }
  return { value: tens + ones, to: et + 1 };
};

const spelledAt = (line: Line, at: number): NumberSaid | undefined => {
  const first = small(line, at);
  if (first === undefined) return undefined;
  if (first === 4) {
    const vingt = afterHyphen(line, at + 1);
    if (small(line, vingt) === 20) return { ...withOnes(line, 80, vingt + 1), digits: 0 };
  }
  if (isTens(first)) return { ...withOnes(line, first, at + 1), digits: 0 };
  if (first === 10) {
    const ones = small(line, afterHyphen(line, at + 1));
    if (ones !== undefined && ones >= 7 && ones <= 9)
      return { value: 10 + ones, to: afterHyphen(line, at + 1) + 1, digits: 0 };
  }
  return { value: first, to: at + 1, digits: 0 };
};

/** « 2027 », « deux mille vingt-sept »; undefined when it is no year. */
export const yearAt = (line: Line, at: number): { readonly value: number; readonly to: number } | undefined => {
  if (small(line, at) === 2 && wordAt(line, afterHyphen(line, at + 1)) === 'mille') {
    const from = afterHyphen(line, afterHyphen(line, at + 1) + 1);
    const ones = spelledAt(line, from);
    return ones !== undefined && ones.value < 100 ? { value: 2000 + ones.value, to: ones.to } : undefined;
  }
  const said = /^\d{4}$/.test(wordAt(line, at)) ? Number(wordAt(line, at)) : undefined;
  return said === undefined ? undefined : { value: said, to: at + 1 };
};

export const numberAt = (line: Line, at: number): NumberSaid | undefined => {
  const word = wordAt(line, at);
  if (/^[0-9]+$/.test(word)) return { value: Number(word), to: at + 1, digits: word.length };
  return spelledAt(line, at);
};
