// Several bookings at once: what is asked of the core, from the options of `reserver`.
import type { ArgumentsOf, Options } from '../src/chat/option.ts';
import { optional } from '../src/chat/option.ts';
import { equipment } from '../src/chat/options/equipment.ts';
import { guest } from '../src/chat/options/guest.ts';
import { rest } from '../src/chat/options/rest.ts';
import { seats } from '../src/chat/options/seats.ts';
import { space } from '../src/chat/options/space.ts';
import { whens, whensOrSoonest } from '../src/chat/options/when.ts';
import type { SeriesCheck, SeriesRequest } from '../src/core/series/model.ts';
import type { WhenReading } from '../src/reading/model.ts';

/** Whom it is for is read before how many come: « pour Mme Diallo » is nobody’s number. */
export const bookingOptions = {
  espace: space('Quel espace'),
  quand: whens('Quel jour, à quelle heure'),
  nom: optional(guest('Au nom de qui (équipe)')),
  personnes: optional(seats('Combien de personnes')),
  materiel: optional(equipment('Avec quel matériel')),
  motif: optional(rest('Pour quoi faire')),
} satisfies Options;

export const reserverOptions = {
  ...bookingOptions,
  quand: whensOrSoonest('Quel jour, à quelle heure'),
} satisfies Options;

type Asked = ArgumentsOf<typeof bookingOptions>;

export const seriesRequestOf = ({ espace, quand, nom, personnes, materiel, motif }: Asked): SeriesRequest => ({
  spaceKey: espace,
  occurrences: quand.slots.map(({ start, end, span }) => ({ start, end, bareDay: span === 'day' })),
  people: personnes ?? 1,
  equipment: materiel ?? [],
  purpose: motif,
  guestName: nom,
});

/** The same reading, of what is possible alone: what one press books. */
export const onlyPossible = (quand: WhenReading, { possible }: SeriesCheck): WhenReading => ({
  ...quand,
  slots: quand.slots.filter(({ start }) => possible.some((stay) => stay.start.equals(start))),
});
