import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { eventWhens } from '../../src/chat/options/event-when.ts';
import { aside, labelled, quotedAfter } from '../../src/chat/options/labelled.ts';
import { places, UNLIMITED } from '../../src/chat/options/places.ts';
import { space } from '../../src/chat/options/space.ts';
import { title } from '../../src/chat/options/title.ts';
import { exactly } from '../../src/chat/options/when.ts';
import { kindLabels, kindOfWord, otherTimeBlock } from '../../src/messages/event-acts.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { displacedReason } from '../../src/messages/touched.fr.ts';
import { editionIn, kindIn } from '../../src/reading/event-words.ts';
import { decidedReply } from './decided.ts';
import { moveTo } from './held.ts';
import { lacksHours, timesOf } from './times.ts';

export const creer = defineCommand({
  name: 'creer',
  summary: 'Créer un événement',
  access: 'partenaire',
  audience: 'asker',
  options: {
    titre: title('Son titre'),
    quand: eventWhens('Quel jour, à quelle heure'),
    espace: optional(space('Dans quel espace')),
    places: optional(places('Combien de places (sinon sans limite)')),
    lieu: optional(quotedAfter('lieu', 'Où, si c’est ailleurs', 200)),
    type: optional(aside(labelled('type', choice('Quel type d’événement', kindLabels)))),
  },
  examples: [
    'Café des porteurs jeudi 9h30 espace convivialité 20 places tous les premiers jeudis',
    'Atelier compost samedi 5 décembre 10h-12h expression',
  ],
  said: [
    'créer un événement',
    'crée un événement',
    'créez un événement',
    'ajoute un événement',
    'ajouter un événement',
  ],

  async run(call) {
    const { args, actor, core, place, requestId, lineWith, line } = call;
    const { titre, quand, espace, lieu } = args;
    const { reading } = quand;
    if (espace !== undefined && lieu !== undefined) return refuse({ code: 'event.two_places' }, place);
    const unsaid = lacksHours(quand);
    if (unsaid) return refuse(unsaid, place);
    const outcome = await core.agenda.make(
      actor,
      {
        facts: {
          kind: args.type === undefined ? (kindIn(titre) ?? 'other') : kindOfWord(args.type),
          title: titre,
          edition: editionIn(titre, place),
          spaceKey: espace,
          location: lieu,
          capacity: args.places === UNLIMITED ? undefined : args.places,
        },
        ...timesOf(quand),
        reason: displacedReason(titre),
      },
      requestId,
    );
    const [other] = reading.slots.length === 1 && reading.problem === undefined ? reading.alternatives : [];
    return decidedReply(call, outcome, {
      skipped: reading.skipped,
      instead: (stay) =>
        lineWith({ espace: stay.spaceKey, quand: { reading: exactly(stay), words: '', endless: false } }),
      more: (event) =>
        other === undefined
          ? []
          : [otherTimeBlock(other, line('evenement modifier', { evenement: event.id, quand: moveTo(other) }))],
    });
  },
});
