import { defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { space } from '../src/chat/options/space.ts';
import { placeCard, spaceCard } from '../src/messages/place.fr.ts';
import { spaceOf } from '../src/place/model.ts';

export const lieu = defineCommand({
  name: 'lieu',
  summary: 'Connaître le lieu : ses espaces, ses horaires, ses partenaires',
  title: 'Le lieu',
  access: 'membre',
  audience: 'asker',
  options: { espace: optional(space('Quel espace')) },
  examples: ['', 'coworking'],
  said: [
    'présente le lieu',
    'horaires',
    'heures d’ouverture',
    'vous ouvrez',
    'ouvrez-vous',
    'à quelle heure ouvre',
    'à quelle heure ça ouvre',
    'à quelle heure ferme',
    'à quelle heure ça ferme',
  ],

  async run({ args, actor, core, place, now }) {
    const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate();
    const wanted = args.espace === undefined ? undefined : spaceOf(place, args.espace);
    const closures = await core.staff.closures.toCome(actor);
    return wanted === undefined ? placeCard(place, today, closures) : spaceCard(place, wanted, today, closures);
  },
});
