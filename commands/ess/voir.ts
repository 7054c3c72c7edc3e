import { type Call, defineCommand, isGroup } from '../../src/chat/command.ts';
import { lookUp } from '../../src/chat/glossary.ts';
import { nearNames } from '../../src/chat/near-names.ts';
import { optional } from '../../src/chat/option.ts';
import { term } from '../../src/chat/options/term.ts';
import { essNames, essReply, termReply, unknownTermReply } from '../../src/messages/ess.fr.ts';
import { terms } from '../../src/messages/ess-glossary.fr.ts';
import { localTerms } from '../../src/messages/ess-place.fr.ts';
import type { Place } from '../../src/place/model.ts';

/** The words of everywhere first: those of the place are told beside them. */
const known = (place: Place) => [...terms, ...localTerms(place)];

const options = {
  mot: optional(term('Quel mot', (place) => known(place).map(({ name }) => ({ label: name, value: name })))),
};

/** A slip in « verifier » is no word of the glossary. */
const nearCommands = ({ commands }: Call<typeof options>, typed: string): readonly string[] => {
  const group = commands.find(({ name }) => name === 'ess');
  if (group === undefined || !isGroup(group)) return [];
  return nearNames(
    group.commands.filter(({ name }) => name !== group.alone),
    typed,
  );
};

export const voir = defineCommand({
  name: 'voir',
  summary: 'Comprendre l’économie sociale et solidaire, ou l’un de ses mots',
  title: 'L’ESS et ses mots',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['', 'scop', 'utilité sociale'],
  said: [
    'c’est quoi un',
    'c’est quoi une',
    'c quoi un',
    'c quoi une',
    'c’est quoi l’ess',
    'qu’est-ce qu’un',
    'qu’est-ce qu’une',
    'qu’est ce qu’un',
    'qu’est ce qu’une',
    'qu’est-ce que l’ess',
    'qu’est ce que l’ess',
    'parle-moi de l’ess',
    'en savoir plus sur l’ess',
    'que veut dire',
    'que signifie',
  ],
  implied: [
    'c’est quoi',
    'c quoi',
    'kesako',
    'ça veut dire quoi',
    'qu’est-ce que l’',
    'qu’est-ce que le',
    'qu’est-ce que la',
    'définition',
    'glossaire',
    'explique',
    'expliquer',
  ],

  async run(call) {
    const { args, place } = call;
    if (args.mot === undefined) return essReply();
    const looked = lookUp([{ names: essNames, kind: 'whole' as const }, ...known(place)], args.mot);
    if ('found' in looked) return looked.found.kind === 'whole' ? essReply() : termReply(place, looked.found);
    const near = looked.near.filter((each) => each.kind !== 'whole');
    return unknownTermReply(args.mot, { near, commands: nearCommands(call, args.mot) });
  },
});
