// Before words about someone are kept: what in them is nobody's to note, and the two ways to go on. Nothing typed is lost.
import type { Sensitive } from '../reading/sensitive.ts';
import { type Button, buttons, heading, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { quoted } from './words.fr.ts';

const KINDS: Readonly<Record<Sensitive['kind'], string>> = {
  health: 'la santé d’une personne',
  origin: 'son origine',
  religion: 'sa religion',
  offence: 'la justice ou une infraction',
  phone: 'un numéro de téléphone',
  email: 'une adresse électronique',
  address: 'une adresse',
};

interface Ways {
  /** The line that keeps it as it is. */
  readonly asTyped: string;
  /** The line that keeps the other version; undefined: nothing would be left of it. */
  readonly without: string | undefined;
  /** That other version, to be read before it is chosen. */
  readonly words: string;
}

/** `found` is not empty. */
export const sensitiveReply = (found: readonly Sensitive[], { asTyped, without, words }: Ways): Reply => {
  const kept: Button = { label: 'Garder ma phrase', command: asTyped, effect: 'replace' };
  return say(
    'question',
    heading('Rien n’est encore enregistré'),
    p('Ces mots touchent à la vie privée de quelqu’un. Ne gardez que ce qui est utile au projet\u00a0:'),
    list(found.map((each) => [strong(quoted(each.words)), `\u00a0: ${KINDS[each.kind]}`])),
    ...(without === undefined
      ? [p('Sans eux, il ne reste rien à noter.'), buttons(kept)]
      : [
          p('Sans eux\u00a0: ', quoted(words)),
          buttons({ label: 'Garder sans ces mots', command: without, tone: 'primary', effect: 'replace' }, kept),
        ]),
  );
};
