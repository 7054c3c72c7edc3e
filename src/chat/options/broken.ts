import { ok } from '../../kernel/result.ts';
import type { WantedEquipment } from '../../reading/model.ts';
import type { Sentence, Token } from '../../reading/sentence.ts';
import type { RequiredOption } from '../option.ts';
import { equipment } from './equipment.ts';

/** « ordinateur 1 » said as « 1 ordinateur »: the number goes before the words that it follows. */
const numberFirst = ({ tokens, ...rest }: Sentence): Sentence => {
  const at = tokens.findIndex(
    ({ taken, word }, index) => !taken && /^\d{1,3}$/.test(word) && isWord(tokens[index - 1]),
  );
  const number = tokens[at];
  if (!number) return { ...rest, tokens };
  let from = at;
  while (isWord(tokens[from - 1])) from -= 1;
  return { ...rest, tokens: [...tokens.slice(0, from), number, ...tokens.slice(from, at), ...tokens.slice(at + 1)] };
};

const isWord = (token: Token | undefined): boolean => token !== undefined && !token.taken && /^\p{L}/u.test(token.word);

/** Back in the order in which they were typed. */
const inOrder = ({ tokens, ...rest }: Sentence): Sentence => ({
  ...rest,
  tokens: [...tokens].sort((a, b) => a.start - b.start),
});

/** Equipment that is out of order, and how much of it, said in either order. */
export const broken = (summary: string): RequiredOption<readonly WantedEquipment[]> => {
  const plain = equipment(summary);
  return {
    ...plain,
    find: (sentence, context) => {
      const found = plain.find(numberFirst(sentence), context);
      if (!found.ok || !found.value) return plain.find(sentence, context);
      return ok({ ...found.value, sentence: inOrder(found.value.sentence) });
    },
  };
};
