import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { eventWhens } from '../../src/chat/options/event-when.ts';
import { aside, quotedAfter } from '../../src/chat/options/labelled.ts';
import { partner } from '../../src/chat/options/partner.ts';
import { sparing } from '../../src/chat/options/placed.ts';
import { places, UNLIMITED } from '../../src/chat/options/places.ts';
import { slotLength } from '../../src/chat/options/slot-length.ts';
import { space } from '../../src/chat/options/space.ts';
import { exactly } from '../../src/chat/options/when.ts';
import { shapeOf } from '../../src/core/sessions/rules.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { sessionTitle, whichSpaceReply } from '../../src/messages/sessions.fr.ts';
import { displacedReason } from '../../src/messages/touched.fr.ts';
import { sessionRulesOf } from '../../src/place/permanences.ts';
import { decidedReply } from '../evenement/decided.ts';
import { lacksHours, timesOf } from '../evenement/times.ts';
import { withPartner } from './named.ts';

const partenaire = partner('Quel partenaire');
const rdv = slotLength('Durée d’un rendez-vous');

export const ouvrir = defineCommand({
  name: 'ouvrir',
  summary: 'Ouvrir une permanence, ou une série',
  title: 'Ouvrir une permanence',
  access: 'partenaire',
  audience: 'asker',
  options: {
    quand: sparing([partenaire, rdv], eventWhens('Quel jour, à quelle heure')),
    partenaire: optional(partenaire),
    rdv: optional(rdv),
    espace: optional(space('Dans quel espace')),
    places: optional(places('Réunion collective\u00a0: combien de places')),
    lieu: optional(aside(quotedAfter('lieu', 'Où, si c’est ailleurs', 200))),
  },
  examples: [
    'BGE jeudi 9h-12h, rdv de 45 min, tous les 15 jours',
    'URSCOP mardi 8 décembre 14h-16h expression pour 12 personnes',
  ],
  said: ['ouvre une permanence', 'ouvrir une permanence', 'ouvrez une permanence', 'ouvre des permanences'],

  run: (call) => {
    const { args, actor, core, place, requestId, lineWith } = call;
    return withPartner(
      call,
      args.partenaire,
      (key) => lineWith({ partenaire: key }),
      async (partnerKey) => {
        const { quand, lieu } = args;
        if (args.espace !== undefined && lieu !== undefined) return refuse({ code: 'event.two_places' }, place);
        if (args.rdv !== undefined && args.places !== undefined) return refuse({ code: 'sessions.two_shapes' }, place);
        const refused = await core.sessions.whyNotHeld(actor, partnerKey);
        if (refused) return refuse(refused, place);
        const held = place.partners.find(({ key }) => key === partnerKey);
        if (!held) return refuse({ code: 'partners.unknown' }, place);
        const unsaid = lacksHours(quand);
        if (unsaid) return refuse(unsaid, place);
        const spaceKey = lieu === undefined ? (args.espace ?? sessionRulesOf(place).spaceKey) : undefined;
        if (spaceKey === undefined && lieu === undefined)
          return whichSpaceReply(place, (key) => lineWith({ partenaire: partnerKey, espace: key }));
        const capacity = args.places === UNLIMITED ? undefined : args.places;
        const shape = shapeOf(place, held, { slotMinutes: args.rdv, bySeat: args.places !== undefined, capacity });
        const title = sessionTitle(held, shape);
        const asked = {
          partnerKey,
          shape,
          title,
          spaceKey,
          location: lieu,
          ...timesOf(quand),
          reason: displacedReason(title),
        };
        return decidedReply(call, await core.sessions.open(actor, asked, requestId), {
          skipped: quand.reading.skipped,
          instead: (stay) =>
            lineWith({
              partenaire: partnerKey,
              espace: stay.spaceKey,
              quand: { reading: exactly(stay), words: '', endless: false },
            }),
        });
      },
    );
  },
});
