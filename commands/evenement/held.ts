// An event as the forms that change it are filled.
import type { Call } from '../../src/chat/command.ts';
import type { Move } from '../../src/chat/options/move.ts';
import type { Event } from '../../src/core/agenda/model.ts';
import { isOutsideHours } from '../../src/core/agenda/rules.ts';
import { type HeldLines, kindWords } from '../../src/messages/event-acts.fr.ts';

interface Times {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/** To exactly these times. */
export const moveTo = ({ start, end }: Times): Move => ({
  from: undefined,
  to: { start, end, span: 'hours' },
  otherTo: undefined,
  sameDay: false,
  each: undefined,
  isDated: true,
});

export const linesOf = ({ line, place }: Pick<Call<unknown>, 'line' | 'place'>, event: Event): HeldLines => ({
  change: line('evenement modifier', {
    evenement: event.id,
    quand: moveTo(event),
    espace: event.spaceKey,
    places: event.capacity,
    titre: event.title,
  }),
  complete: line('evenement completer', {
    evenement: event.id,
    type: kindWords[event.kind],
    edition: event.edition,
    theme: event.theme,
    lieu: event.location,
    description: event.description,
  }),
  isOutside: isOutsideHours(place, event),
});
