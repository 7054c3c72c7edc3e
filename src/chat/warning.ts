// Before words about someone are kept: what in them is nobody's to note, shown with the two ways to go on.
import { sensitiveReply } from '../messages/sensitive.fr.ts';
import { sensitiveIn, withoutSensitive } from '../reading/sensitive.ts';
import type { Reply } from '../reply/tree.ts';

interface Said {
  readonly text: string;
  /** They were shown already, and chose. */
  readonly isReread: boolean;
}

/**
 * Undefined: nothing in it is nobody's to note, or it was read again. `keeping`: the line that keeps what was said, once
 * each of its texts is mended.
 */
export const warningOf = (
  { text, isReread }: Said,
  keeping: (mend: (text: string) => string) => string,
): Reply | undefined => {
  const found = isReread ? [] : sensitiveIn(text);
  if (found.length === 0) return undefined;
  const left = withoutSensitive(text);
  const asTyped = keeping((each) => each);
  return sensitiveReply(found, { asTyped, without: left === '' ? undefined : keeping(withoutSensitive), words: left });
};
