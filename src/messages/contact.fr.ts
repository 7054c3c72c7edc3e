// « Parler à quelqu’un »: whom, and how to reach them, as the place file says it.
import type { Place } from '../place/model.ts';
import { type Block, type Line, p, strong } from '../reply/tree.ts';
import { openDays } from './hours.fr.ts';
import { UNKNOWN, UNKNOWN_F } from './place-words.fr.ts';

const NBSP = '\u00a0';

const said = (label: string, value: string): string => `${label}${NBSP}: ${value}`;

const reached = ({ contact }: Place): string => {
  const known = [
    ...(contact?.phone === undefined ? [] : [said('Téléphone', contact.phone)]),
    ...(contact?.email === undefined ? [] : [said('Courriel', contact.email)]),
  ];
  return known.length === 0 ? `Téléphone et courriel${NBSP}: ${UNKNOWN}s` : known.join(`${NBSP}; `);
};

const welcomed = ({ contact, hours, name, address }: Place): string => {
  const when = contact?.when ?? openDays(hours).join(`${NBSP}; `);
  const where = `${name}, adresse ${address ?? UNKNOWN_F}`;
  return [`Sur place${NBSP}: ${where}`, when].filter((words) => words !== '').join(' – ');
};

const talkLine = (place: Place): Line => [
  strong('Parler à quelqu’un'),
  `${NBSP}: ${place.contact?.who ?? `l’équipe de ${place.name}`}. ${reached(place)}. ${welcomed(place)}.`,
];

export const talkBlock = (place: Place): Block => p(...talkLine(place));
