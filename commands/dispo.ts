import { defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { space } from '../src/chat/options/space.ts';
import { dayOf, slotOf, when } from '../src/chat/options/when.ts';
import { availabilityReply } from '../src/messages/booking.fr.ts';

export const dispo = defineCommand({
  name: 'dispo',
  summary: 'Voir ce qui est libre',
  access: 'membre',
  audience: 'asker',
  options: {
    espace: optional(space('Quel espace')),
    quand: optional(when('Quel jour, à quelle heure')),
  },
  examples: ['', 'coworking demain', 'jeudi après-midi'],
  said: ['dispo', 'dispos', 'disponible', 'disponibilité', 'disponibilités', 'libre', 'libres', 'de la place'],

  async run({ args, actor, core, place, line, lineWith }) {
    const slot = args.quand && slotOf(args.quand);
    const window = slot && { from: slot.start, to: slot.end };
    const found = await core.booking.available(actor, { spaceKey: args.espace, when: window });
    return availabilityReply(place, found, {
      book: line('reserver', { espace: args.espace, quand: args.quand ?? dayOf(found.date, place.timeZone) }),
      dayLine: (date) => lineWith({ quand: dayOf(date, place.timeZone) }),
    });
  },
});
