// A partner's sessions, who comes to each, and who came.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { partner } from '../../src/chat/options/partner.ts';
import { saidChoice } from '../../src/chat/options/said-choice.ts';
import { words } from '../../src/chat/options/words.ts';
import type { Mark } from '../../src/core/sessions/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { attendanceNames, markWords, sessionsReply, sheetReply } from '../../src/messages/sessions.fr.ts';
import { sentenceCase } from '../../src/messages/words.fr.ts';

const isAfter = (end: Temporal.ZonedDateTime, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(end.toInstant(), now) > 0;

export const liste = defineCommand({
  name: 'liste',
  summary: 'Vos permanences, et qui vient',
  title: 'Vos permanences',
  access: 'partenaire',
  audience: 'asker',
  options: {
    seance: optional(eventNumber('Numéro de la permanence')),
    partenaire: optional(partner('Quel partenaire')),
  },
  examples: ['', '12', 'BGE'],
  said: ['qui vient à la permanence', 'qui vient en permanence', 'mes permanences', 'nos permanences'],

  async run({ args, actor, core, place, now }) {
    if (args.seance !== undefined) {
      const sheet = await core.sessions.sheet(actor, args.seance);
      return sheet.ok ? sheetReply(place, sheet.value) : refuse(sheet.error, place);
    }
    const events = await core.sessions.ofPartner(actor, args.partenaire);
    if (!events.ok) return refuse(events.error, place);
    const [ahead, recent] = [
      events.value.filter(({ end }) => isAfter(end, now)),
      events.value.filter(({ end }) => !isAfter(end, now)),
    ];
    return sessionsReply({ ahead, recent: recent.toReversed() });
  },
});

const SAID: readonly (readonly [words: string, value: Mark])[] = [
  ['venu', 'came'],
  ['venue', 'came'],
  ['venu·e', 'came'],
  ['est venu', 'came'],
  ['est venue', 'came'],
  ['présent', 'came'],
  ['présente', 'came'],
  ['excusé', 'excused'],
  ['excusée', 'excused'],
  ['excusé·e', 'excused'],
  ['absent', 'absent'],
  ['absente', 'absent'],
  ['absent·e', 'absent'],
  ['pas venu', 'absent'],
  ['pas venue', 'absent'],
  ['n’est pas venu', 'absent'],
  ['n’est pas venue', 'absent'],
  ['à venir', 'to_come'],
  ['avenir', 'to_come'],
];

const mark = saidChoice<Mark>('Venu·e, excusé·e, absent·e, à venir', {
  said: SAID,
  written: markWords,
  labels: {
    came: sentenceCase(attendanceNames.came),
    excused: sentenceCase(attendanceNames.excused),
    absent: sentenceCase(attendanceNames.absent),
    to_come: sentenceCase(attendanceNames.to_come),
  },
});

export const presence = defineCommand({
  name: 'presence',
  summary: 'Noter qui est venu à une permanence',
  title: 'Noter une présence',
  access: 'partenaire',
  audience: 'asker',
  options: {
    seance: eventNumber('Numéro de la permanence'),
    etat: mark,
    personne: words('Qui (nom ou numéro)'),
  },
  examples: ['12 venu Léa', '12 absent Karim'],

  async run({ args, actor, core, place }) {
    const asked = { eventId: args.seance, typed: args.personne, mark: args.etat };
    const sheet = await core.sessions.mark(actor, asked);
    return sheet.ok ? sheetReply(place, sheet.value, { noted: true }) : refuse(sheet.error, place);
  },
});
