// What people say to the bot, in whole sentences: which command it is, and what of it was understood.
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { read } from '../../src/chat/read.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { printWhenAll } from '../../src/reading/print-several.ts';
import { mijoteuse } from '../place/fixture.ts';

const registry = createRegistry(commands);
const now = Temporal.Instant.from('2026-11-23T09:00Z');

const person = {
  platform: 'terminal',
  workspace: 'here',
  userId: 'lea',
  displayName: 'Léa',
  isWorkspaceAdmin: async () => false,
} as const;

const heard = (line: string) => {
  const invocation = {
    id: '1',
    person,
    spot: undefined,
    line,
    fields: {},
    by: 'mention',
    wantsForm: false,
    canOpenForm: false,
  } as const;
  const found = read(registry, invocation, mijoteuse, now);
  if (found.kind === 'refusal') return { refused: found.failure.code };
  const { espace, quand } = found.draft.values;
  return { path: found.route.path, espace, quand: wordsOf(quand) };
};

/** Of a time, its canonical words, whatever option read it. */
const wordsOf = (quand: unknown): unknown => {
  if (typeof quand !== 'object' || quand === null) return quand;
  if ('reading' in quand) return wordsOf(quand.reading);
  if ('asap' in quand) return 'asap';
  return 'slots' in quand ? printWhenAll(quand as Parameters<typeof printWhenAll>[0]) : quand;
};

describe('a mention is heard as', () => {
  test.each([
    ['annule ma résa de demain', 'annuler', undefined, '2026-11-24'],
    ['je voudrais annuler ma réservation de jeudi matin', 'annuler', undefined, '2026-11-26 9h-12h30'],
    ['je ne viens plus demain au coworking', 'annuler', 'coworking', '2026-11-24'],
    ['est-ce que tu peux supprimer ma résa de vendredi ?', 'annuler', undefined, '2026-11-27'],
    ['qu’est-ce qui est libre jeudi ?', 'dispo', undefined, '2026-11-26'],
    ['c’est ouvert samedi ?', 'dispo', undefined, '2026-11-28'],
    ['il reste des places au coworking demain matin ?', 'dispo', 'coworking', '2026-11-24 9h-12h30'],
    ['y a-t-il de la place cet après-midi', 'dispo', undefined, '2026-11-23 13h30-18h'],
    ['vous ouvrez à quelle heure ?', 'lieu', undefined, undefined],
    ['quels sont les horaires de la cuisine', 'lieu', 'cuisine', undefined],
    ['décale ma réservation de demain à jeudi même heure', 'reservations deplacer', undefined, undefined],
    ['mes réservations', 'reservations voir', undefined, undefined],
    ['qu’est-ce que j’ai réservé ?', 'reservations voir', undefined, undefined],
    ['réserve le coworking demain', 'reserver', 'coworking', '2026-11-24'],
    [
      'je voudrais le coworking mardi matin et jeudi après-midi',
      'reserver',
      'coworking',
      '2026-11-24 9h-12h30 et 2026-11-26 13h30-18h',
    ],
    ['on aimerait la cuisine vendredi midi pour 6', 'reserver', 'cuisine', '2026-11-27 12h-14h'],
    ['besoin d’une place en coworking dès que possible', 'reserver', 'coworking', 'asap'],
    ['bonjour, j’aimerais une place en coworking demain', 'reserver', 'coworking', '2026-11-24'],
  ])('« %s »: %s', (line, path, espace, quand) => {
    expect(heard(line)).toMatchObject({ path, espace, ...(path === 'reservations deplacer' ? {} : { quand }) });
  });

  test('what no command says is refused', () => {
    expect(heard('il fait beau')).toEqual({ refused: 'chat.unknown_command' });
  });
});
