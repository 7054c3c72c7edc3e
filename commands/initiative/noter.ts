// Noting an initiative from one sentence. What is nobody's to note, and what looks noted already, is shown before anything is
// kept, to whoever typed alone: that is why the answer is private, and the card a message of its own.
import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { messageLink } from '../../src/chat/options/message-link.ts';
import { reread } from '../../src/chat/options/reread.ts';
import { words } from '../../src/chat/options/words.ts';
import { warningOf } from '../../src/chat/warning.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { initiativeDone, similarReply } from '../../src/messages/initiative.fr.ts';
import { sheetNumber } from '../../src/messages/sheet-words.fr.ts';
import { initiativeIn } from '../../src/reading/initiative.ts';
import type { Reply } from '../../src/reply/tree.ts';
import { dossierOf, whichInitiative } from './shown.ts';

const MOST_CHARS = 600;
const noted = {
  // Of kind « title »: read, and said, after the link, of which it would take the words.
  phrase: { ...reread(words('L’initiative, en une phrase', MOST_CHARS)), kind: 'title' as const },
  lien: optional(messageLink('Lien du message')),
};

type Noting = Call<typeof noted>;

const warning = (
  { args: { phrase: said, lien }, line }: Noting,
  path: string,
  before: Readonly<Record<string, unknown>> = {},
): Reply | undefined =>
  warningOf(said, (mend) => line(path, { ...before, lien, phrase: { text: mend(said.text), isReread: true } }));

const keep = async (call: Noting, mergeInto?: number): Promise<Reply> => {
  const { args, actor, core, place, spot, requestId } = call;
  const channel = (await spot?.look())?.trouble === undefined ? spot?.at : undefined;
  const kept = await core.initiatives.note(actor, {
    sketch: initiativeIn(args.phrase.text, place),
    sourceLink: args.lien,
    requestId,
    channel,
    mergeInto,
  });
  if (!kept.ok) return refuse(kept.error, place);
  const { noted: done, notedWithoutCard, merged } = initiativeDone;
  const isUnseen = spot !== undefined && channel === undefined;
  return dossierOf(call, kept.value.number, mergeInto === undefined ? (isUnseen ? notedWithoutCard : done) : merged);
};

export const noter = defineCommand({
  name: 'noter',
  summary: 'Noter une initiative d’habitants',
  title: 'Noter une initiative',
  access: 'veilleuse',
  audience: 'asker',
  options: noted,
  fromMessage: { label: 'Noter comme initiative', text: 'phrase', link: 'lien' },
  examples: ['Repair café au Val d’Aran, cherche un local et des bénévoles'],
  said: ['noter une initiative', 'note une initiative', 'nouvelle initiative'],

  async run(call) {
    const { args, actor, core, place, line } = call;
    const warned = warning(call, 'initiative noter');
    if (warned) return warned;
    const similar = await core.initiatives.similar(actor, initiativeIn(args.phrase.text, place));
    if (similar.length === 0) return keep(call);
    const read = { text: args.phrase.text, isReread: true };
    return similarReply(similar, {
      merge: (number) =>
        line('initiative rattacher', { initiative: { kind: 'initiative', number }, lien: args.lien, phrase: read }),
      anyway: line('initiative garder', { lien: args.lien, phrase: read }),
    });
  },
});

export const garder = defineCommand({
  name: 'garder',
  summary: 'Noter une initiative qui ressemble à une autre',
  title: 'Noter quand même',
  access: 'veilleuse',
  audience: 'asker',
  options: noted,
  examples: ['Repair café des Ramassiers'],

  run: async (call) => warning(call, 'initiative garder') ?? keep(call),
});

export const rattacher = defineCommand({
  name: 'rattacher',
  summary: 'Noter une initiative avec une autre, déjà notée',
  title: 'Rattacher',
  access: 'veilleuse',
  audience: 'asker',
  options: { ...whichInitiative, ...noted },
  examples: ['I-042 Repair café, cherche aussi du matériel'],

  run: async (call) =>
    warning(call, 'initiative rattacher', { initiative: call.args.initiative }) ??
    keep(call, call.args.initiative.number),
});

export const publier = defineCommand({
  name: 'publier',
  summary: 'Afficher la carte d’une initiative dans ce canal',
  title: 'Afficher la carte',
  access: 'veilleuse',
  audience: 'asker',
  options: whichInitiative,
  examples: [sheetNumber('initiative', 42)],

  async run(call) {
    const { args, actor, core, place, spot } = call;
    const channel = (await spot?.look())?.trouble === undefined ? spot?.at : undefined;
    const one = await core.initiatives.publish(actor, args.initiative.number, channel);
    if (!one.ok) return refuse(one.error, place);
    return dossierOf(call, one.value.number, channel ? initiativeDone.published : initiativeDone.noChannel);
  },
});
