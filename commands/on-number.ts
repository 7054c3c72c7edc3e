// Commands that carry the number of a place in a line, and do one act on it: « prendre 3 », « passer 3 ».
import { type Call, type Command, defineCommand } from '../src/chat/command.ts';
import { bookingNumber } from '../src/chat/options/booking.ts';
import type { Reply } from '../src/reply/tree.ts';

interface Named {
  readonly name: string;
  readonly summary: string;
  readonly title: string;
}

/** `label`: of the field that asks for the number. */
export const onNumber = (label: string) => {
  const number = bookingNumber(label);
  return (named: Named, act: (call: Call<{ readonly numero: typeof number }>) => Promise<Reply>): Command =>
    defineCommand({
      ...named,
      access: 'membre',
      audience: 'asker',
      options: { numero: number },
      examples: ['3'],
      run: act,
    });
};
