// What partners type of their sessions: whose they are, when, for how long each appointment, and who is away.
import { describe, expect, test } from 'vitest';
import { agenda } from '../../commands/agenda.ts';
import { aide } from '../../commands/aide.ts';
import { annuler } from '../../commands/annuler.ts';
import { evenement } from '../../commands/evenement.ts';
import { permanence } from '../../commands/permanence.ts';
import { reserver } from '../../commands/reserver.ts';
import { lineOf } from '../../src/chat/draft.ts';
import type { EventWhen } from '../../src/chat/options/event-when.ts';
import { partner } from '../../src/chat/options/partner.ts';
import type { Period } from '../../src/chat/options/period.ts';
import { slotLength } from '../../src/chat/options/slot-length.ts';
import { read } from '../../src/chat/read.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { printWhenAll } from '../../src/reading/print-several.ts';
import { tokenize } from '../../src/reading/tokenize.ts';
import { mijoteuse } from '../place/fixture.ts';

const registry = createRegistry([permanence, evenement, annuler, reserver, agenda, aide]);
const now = Temporal.Instant.from('2026-11-23T09:00Z');
const context = { place: mijoteuse, now, space: undefined };

const person = {
  platform: 'terminal',
  workspace: 'here',
  userId: 'noe',
  displayName: 'Noé',
  isWorkspaceAdmin: async () => false,
} as const;

const reading = (line: string, by: 'command' | 'mention') =>
  read(
    registry,
    { id: '1', person, spot: undefined, line, fields: {}, by, wantsForm: false, canOpenForm: false },
    mijoteuse,
    now,
  );

const ready = (line: string, by: 'command' | 'mention' = 'command') => {
  const found = reading(line, by);
  if (found.kind !== 'ready') throw new Error(`« ${line} » is ${found.kind}: ${JSON.stringify(found)}`);
  return found;
};

interface Opened {
  readonly quand: EventWhen;
  readonly partenaire?: string;
  readonly rdv?: number;
  readonly espace?: string;
  readonly places?: number;
}

const first = ({ reading: when }: EventWhen): string => printWhenAll({ ...when, slots: when.slots.slice(0, 1) });

const opened = (line: string) => {
  const { route, draft } = ready(`permanence ouvrir ${line}`);
  const { quand, partenaire, rdv, espace, places } = draft.values as unknown as Opened;
  const { slots } = quand.reading;
  return [route.path, partenaire, rdv, espace, places, first(quand), slots.length > 1 ? 'series' : 'once'];
};

const path = 'permanence ouvrir';

describe('a session is read as', () => {
  test.each([
    [
      'BGE jeudi 9h-12h, rdv de 45 min, tous les 15 jours',
      ['bge', 45, undefined, undefined, '2026-11-26 9h-12h', 'series'],
    ],
    ['BGE jeudi 9h-12h rdv de 45 min', ['bge', 45, undefined, undefined, '2026-11-26 9h-12h', 'once']],
    ['BGE 31 jeudi 9h-12h', ['bge', undefined, undefined, undefined, '2026-11-26 9h-12h', 'once']],
    ['rdv de 30 minutes jeudi 14h-17h bge', ['bge', 30, undefined, undefined, '2026-11-26 14h-17h', 'once']],
    [
      'BGE Haute-Garonne un jeudi sur deux de 9h à 12h rendez-vous d’une heure convivialité',
      ['bge', 60, 'convivialite', undefined, '2026-11-26 9h-12h', 'series'],
    ],
    [
      'jeudi 9h-12h créneaux de 20 min expression',
      [undefined, 20, 'expression', undefined, '2026-11-26 9h-12h', 'once'],
    ],
    ['jeudi 9h-12h 45 min par personne', [undefined, 45, undefined, undefined, '2026-11-26 9h-12h', 'once']],
    [
      'URSCOP mardi 8 décembre 14h-16h expression pour 12 personnes',
      ['urscop', undefined, 'expression', 12, '2026-12-08 14h-16h', 'once'],
    ],
    [
      'Union régionale des SCOP vendredi 10h-11h30',
      ['urscop', undefined, undefined, undefined, '2026-11-27 10h-11h30', 'once'],
    ],
    [
      'coopérative d’activité vendredi 10h-12h',
      ['maison-de-l-initiative', undefined, undefined, undefined, '2026-11-27 10h-12h', 'once'],
    ],
    [
      'pole emploi demain 9h-12h rdv d’une demi-heure',
      ['france-travail', 30, undefined, undefined, '2026-11-24 9h-12h', 'once'],
    ],
  ])('« %s »', (line, expected) => {
    expect(opened(line)).toEqual([path, ...expected]);
  });

  test.each([
    'BGE jeudi 9h-12h, rdv de 45 min, tous les 15 jours convivialité',
    'URSCOP mardi 8 décembre 14h-16h expression pour 12 personnes',
    'jeudi 14h-17h rdv de 30 min lieu «\u00a0la médiathèque\u00a0»',
  ])('what its button carries reads back as it: « %s »', (line) => {
    const found = ready(`permanence ouvrir ${line}`);
    const carried = lineOf(found.route.path, found.route.command, found.draft);
    expect(ready(carried).draft.values).toEqual(found.draft.values);
  });
});

describe('an absence is heard as', () => {
  const NOTHING = [undefined, undefined] as const;
  test.each([
    ['Je suis absente jeudi', '2026-11-26', '2026-11-27', ...NOTHING],
    ['je suis absent demain', '2026-11-24', '2026-11-25', ...NOTHING],
    ['nous ne serons pas là jeudi', '2026-11-26', '2026-11-27', ...NOTHING],
    ['bonjour, pas de permanence jeudi', '2026-11-26', '2026-11-27', ...NOTHING],
    ['pas de permanence BGE la semaine prochaine', '2026-11-30', '2026-12-07', 'bge', undefined],
    ['je serai absente du 7 au 11 décembre — congés', '2026-12-07', '2026-12-12', undefined, 'congés'],
    ['Je suis absente jeudi, enfant malade', '2026-11-26', '2026-11-27', undefined, 'enfant malade'],
  ])('« %s »', (line, from, to, partenaire, motif) => {
    const { route, draft } = ready(line, 'mention');
    const quand = draft.values.quand as Period;
    expect(route.path).toBe('permanence absence');
    expect(quand.start.toPlainDate().toString()).toBe(from);
    expect(quand.end.toPlainDate().toString()).toBe(to);
    expect([draft.values.partenaire, draft.values.motif]).toEqual([partenaire, motif]);
  });
});

describe('the length of an appointment', () => {
  const option = slotLength('Durée');
  test.each([
    ['45', 45],
    ['45 min', 45],
    ['1h', 60],
    ['rdv de 45 min', 45],
    ['une demi-heure', 30],
    ['trois quarts d’heure', 45],
  ])('« %s » in a field', (typed, minutes) => {
    expect(option.parse(typed, context)).toEqual({ ok: true, value: minutes });
  });

  test.each(['3 min', 'longtemps', '45 min jeudi', '12 h'])('« %s » is refused, with what could be said', (typed) => {
    expect(option.parse(typed, context)).toMatchObject({ ok: false, error: { known: ['30 min', '45 min', '1 h'] } });
  });
});

describe('a partner', () => {
  const option = partner('Quel partenaire');

  test.each(mijoteuse.partners.map(({ key, name }) => [key, name]))('%s is found by its name, %s', (key, name) => {
    expect(option.parse(name, context)).toEqual({ ok: true, value: key });
    const found = option.find(tokenize(`permanence ${option.phrase(key, context)} jeudi`), context);
    expect(found.ok && found.value?.value).toBe(key);
  });

  test.each([
    ['union', ['urscop']],
    ['Pôle em', ['france-travail']],
    ['bge', ['bge']],
  ])('is offered while one types « %s », whichever of its names that is', (typed, keys) => {
    expect(option.suggest(typed, context).map(({ value }) => value)).toEqual(keys);
  });

  test('that the place does not have is refused, with those that it has', () => {
    const refused = option.parse('Zorglub', context);
    expect(!refused.ok && refused.error.code === 'reading.unknown_choice' && refused.error.known).toContain('URSCOP');
  });
});
