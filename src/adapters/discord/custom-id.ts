// What a button carries: what becomes of the card, then the command. Two buttons of one message may carry the same
// command, but not the same identifier: the second is numbered (`r:annuler 12`, `r2:annuler 12`).
import type { Button } from '../../reply/tree.ts';

export type Then = NonNullable<Button['then']>;

const LETTERS = { replace: 'r', beside: 'b', form: 'f' } as const satisfies Record<Then, string>;
const MEANINGS: Readonly<Record<string, Then>> = { r: 'replace', b: 'beside', f: 'form' };
const MODAL = 'm:';

/** Gives each act of one message its own identifier. */
export const customIds = (): ((then: Then, command: string) => string) => {
  const seen = new Map<string, number>();
  return (then, command) => {
    const times = (seen.get(`${then} ${command}`) ?? 0) + 1;
    seen.set(`${then} ${command}`, times);
    return `${LETTERS[then]}${times === 1 ? '' : times}:${command}`;
  };
};

export const readCustomId = (id: string): { readonly then: Then; readonly command: string } | undefined => {
  const [, letter = '', command = ''] = /^([rbf])\d*:(.*)$/su.exec(id) ?? [];
  const then = MEANINGS[letter];
  return then && { then, command };
};

export const modalId = (line: string): string => `${MODAL}${line}`;

export const readModalId = (id: string): string | undefined =>
  id.startsWith(MODAL) ? id.slice(MODAL.length) : undefined;
