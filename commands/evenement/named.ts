// Which event a line means: by its number, or by words of its name.
import type { Call } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { rest } from '../../src/chat/options/rest.ts';
import type { Event } from '../../src/core/agenda/model.ts';
import { comingReply, whichEventReply } from '../../src/messages/signup.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

export const naming = {
  evenement: optional(eventNumber('Numéro de l’événement')),
  nom: optional(rest('Ou des mots de son nom')),
};

type Naming = Pick<Call<typeof naming>, 'args' | 'core' | 'place' | 'now'>;

/** Discord lists no more. */
const MOST = 25;
const AHEAD = { hours: 24 * 366 } as const;

export const toCome = (
  { core, place, now }: Pick<Naming, 'core' | 'place' | 'now'>,
  about?: string,
): Promise<readonly Event[]> =>
  core.agenda.between(place, {
    start: now,
    end: now.add(AHEAD),
    limit: MOST,
    ...(about === undefined ? {} : { about }),
  });

/** Of what comes back, the next date alone: by start, as they are. */
const isFirstOfSeries = ({ id, seriesId }: Event, _at: number, all: readonly Event[]): boolean =>
  seriesId === undefined || all.find((each) => each.seriesId === seriesId)?.id === id;

interface Choosing {
  readonly isMeant?: (event: Event) => boolean;
  /** Of what comes back, the next one will do. */
  readonly anyOfSeries?: boolean;
}

/** Does `act` with the event that is meant, of those that could be; asks which one where they are several. */
export const withNamed = async (
  call: Naming,
  lineFor: (event: Event) => string,
  act: (eventId: number) => Promise<Reply>,
  { isMeant = () => true, anyOfSeries = false }: Choosing = {},
): Promise<Reply> => {
  const { evenement, nom } = call.args;
  if (evenement !== undefined) return act(evenement);
  const found = (await toCome(call, nom)).filter(isMeant);
  if (nom === undefined) return comingReply(found.filter(isFirstOfSeries), lineFor);
  const [first, ...others] = found;
  const isSame = ({ seriesId }: Event) => anyOfSeries && seriesId !== undefined && seriesId === first?.seriesId;
  if (first && others.every(isSame)) return act(first.id);
  return whichEventReply(found, { typed: nom, lineFor });
};
