// What a button carries: what becomes of the card, then the command. Two buttons of one message may carry the same
// command, but not the same identifier: the second is numbered (`r:annuler 12`, `r2:annuler 12`).
import type { Button } from '../../reply/tree.ts';

export type Effect = NonNullable<Button['effect']>;

const LETTERS = { replace: 'r', beside: 'b', form: 'f' } as const satisfies Record<Effect, string>;
const MEANINGS: Readonly<Record<string, Effect>> = { r: 'replace', b: 'beside', f: 'form' };
const MODAL = 'm:';

/** Gives each act of one message its own identifier. */
export const customIds = (): ((effect: Effect, command: string) => string) => {
  const seen = new Map<string, number>();
  return (effect, command) => {
    const times = (seen.get(`${effect} ${command}`) ?? 0) + 1;
    seen.set(`${effect} ${command}`, times);
    return `${LETTERS[effect]}${times === 1 ? '' : times}:${command}`;
  };
};

export const readCustomId = (id: string): { readonly effect: Effect; readonly command: string } | undefined => {
  const [, letter = '', command = ''] = /^([rbf])\d*:(.*)$/su.exec(id) ?? [];
  const effect = MEANINGS[letter];
  return effect && { effect, command };
};

export const modalId = (line: string): string => `${MODAL}${line}`;

export const readModalId = (id: string): string | undefined =>
  id.startsWith(MODAL) ? id.slice(MODAL.length) : undefined;
