import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { dayOf, slotOf, when } from '../../src/chat/options/when.ts';
import type { Core } from '../../src/core/core.ts';
import { dayReply, journalReply, posterReply } from '../../src/messages/day.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { posterHtml } from '../../src/pictures/poster.ts';
import type { Place } from '../../src/place/model.ts';
import type { WhenReading } from '../../src/reading/model.ts';

const dateOf = (quand: WhenReading | undefined, place: Place, now: Temporal.Instant): Temporal.PlainDate =>
  quand ? slotOf(quand).start.toPlainDate() : now.toZonedDateTimeISO(place.timeZone).toPlainDate();

const eventsOn = (core: Core, place: Place, date: Temporal.PlainDate) =>
  core.agenda.between(place, {
    start: date.toZonedDateTime(place.timeZone).toInstant(),
    end: date.add({ days: 1 }).toZonedDateTime(place.timeZone).toInstant(),
  });

export const jour = defineCommand({
  name: 'jour',
  summary: 'Voir qui est attendu',
  access: 'animation',
  audience: 'asker',
  options: { quand: optional(when('Quel jour')) },
  examples: ['', 'demain'],

  async run({ args, actor, core, place, now, line, lineWith }) {
    const date = dateOf(args.quand, place, now);
    const expected = await core.staff.day.expected(actor, date);
    if (!expected.ok) return refuse(expected.error, place);
    return dayReply(place, date, expected.value, await eventsOn(core, place, date), {
      poster: line('equipe affiche', { quand: dayOf(date, place.timeZone) }),
      next: lineWith({ quand: dayOf(date.add({ days: 1 }), place.timeZone) }),
    });
  },
});

export const affiche = defineCommand({
  name: 'affiche',
  summary: 'Imprimer l’affiche du jour',
  title: 'Affiche du jour',
  access: 'animation',
  audience: 'asker',
  options: { quand: optional(when('Quel jour')) },
  examples: ['', 'demain'],

  async run({ args, actor, core, place, now }) {
    const date = dateOf(args.quand, place, now);
    const address = await core.staff.day.posterAddress(actor);
    if (!address.ok) return refuse(address.error, place);
    const question = { first: date, last: date, spaceKey: undefined };
    const boards = await core.booking.boards(core.staff.day.visitor(place), question);
    const names = await core.names.onDay(place, date);
    const events = await eventsOn(core, place, date);
    const content = posterHtml({ place, date, boards, names, events, now: now.toZonedDateTimeISO(place.timeZone) });
    return posterReply(date, { name: `affiche-${date}.html`, content, address: address.value });
  },
});

export const journal = defineCommand({
  name: 'journal',
  summary: 'Voir qui a fait quoi',
  access: 'animation',
  audience: 'asker',
  options: {},
  examples: [''],

  async run({ actor, core, place }) {
    const entries = await core.staff.journal.last(actor);
    return entries.ok ? journalReply(place, entries.value) : refuse(entries.error, place);
  },
});
