// Notes of a file. Words that are nobody's to note are shown before anything is kept.
import { defineCommand } from '../../src/chat/command.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { words } from '../../src/chat/options/words.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { sensitiveReply } from '../../src/messages/sensitive.fr.ts';
import { sensitiveIn, withoutSensitive } from '../../src/reading/sensitive.ts';
import { shown, whichFile } from './dossiers.ts';

const MOST_CHARS = 1000;

export const note = defineCommand({
  name: 'note',
  summary: 'Ajouter une note à un dossier',
  title: 'Ajouter une note',
  access: 'animation',
  audience: 'asker',
  options: { ...whichFile, note: words('Votre note', MOST_CHARS) },
  examples: ['12 cherche un atelier de 30 m², a vu BGE'],

  async run(call) {
    const { actor, args, core, place, requestId, line } = call;
    const asked = { words: args.note, requestId };
    const found = sensitiveIn(args.note);
    if (found.length === 0) return shown(call, await core.followups.note(actor, args.dossier, asked), 'noted');
    const held = await core.followups.hold(actor, args.dossier, asked);
    if (!held.ok) return refuse(held.error, place);
    const left = withoutSensitive(args.note);
    const keep = (version: string) => line('accompagnement garder', { note: held.value, version });
    return sensitiveReply(found, {
      asTyped: keep('tel'),
      without: left === '' ? undefined : keep('sans'),
      words: left,
    });
  },
});

export const garder = defineCommand({
  name: 'garder',
  summary: 'Garder une note qui attend une relecture',
  title: 'Garder la note',
  access: 'animation',
  audience: 'asker',
  options: {
    note: bookingNumber('Numéro de la note'),
    version: choice('Quelle version', { tel: 'Comme je l’ai écrite', sans: 'Sans ces mots' }),
  },
  examples: ['12 sans'],

  async run(call) {
    const { actor, args, core, place } = call;
    const held = await core.followups.held(actor, args.note);
    if (!held.ok) return refuse(held.error, place);
    const { words: typed } = held.value;
    const kept = args.version === 'tel' ? typed : withoutSensitive(typed);
    return shown(call, await core.followups.keep(actor, args.note, kept), 'noted');
  },
});
