import { type Call, defineCommand } from '../src/chat/command.ts';
import { type EventSearch, eventSearchOf } from '../src/chat/event-search.ts';
import { optional } from '../src/chat/option.ts';
import { days } from '../src/chat/options/days.ts';
import type { Period } from '../src/chat/options/period.ts';
import { rest } from '../src/chat/options/rest.ts';
import type { Event } from '../src/core/agenda/model.ts';
import { agendaReply } from '../src/messages/agenda.fr.ts';

const options = {
  quand: optional(days('Quel jour, quelle semaine, quel mois')),
  theme: optional(rest('Quel thème, quel genre')),
};

type Asked = Call<typeof options>;

/** More would not fit in one message. */
const MOST = 10;
const NEXT = 3;
const AHEAD = { years: 1 } as const;

const mondayAfter = (date: Temporal.PlainDate): Temporal.PlainDate => date.add({ days: 8 - date.dayOfWeek });

const periodOf = (from: Temporal.PlainDate, to: Temporal.PlainDate, timeZone: string): Period => ({
  start: from.toZonedDateTime(timeZone),
  end: to.toZonedDateTime(timeZone),
});

/** What was said; else this week, or a year of what someone looks for. */
const periodShown = ({ args: { quand }, now, place }: Asked, sought: EventSearch | undefined): Period => {
  if (quand !== undefined) return quand;
  const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate();
  return periodOf(today, sought === undefined ? mondayAfter(today) : today.add(AHEAD), place.timeZone);
};

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a;

/** What is over is left out, but of a period that is over itself. */
const startShown = ({ start, end }: Period, now: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(end.toInstant(), now) <= 0 ? start.toInstant() : later(start.toInstant(), now);

/** A kind may be said where only a title has the word: « rencontre » finds what is called so, too. */
const found = async (
  { core, place, args }: Asked,
  within: { readonly start: Temporal.Instant; readonly end: Temporal.Instant },
  { sought, limit }: { readonly sought: EventSearch | undefined; readonly limit: number },
): Promise<readonly Event[]> => {
  const events = await core.agenda.between(place, { ...within, ...sought, limit });
  return events.length > 0 || sought?.kinds === undefined || args.theme === undefined
    ? events
    : core.agenda.between(place, { ...within, about: args.theme, limit });
};

export const agenda = defineCommand({
  name: 'agenda',
  summary: 'Voir ce qui se passe au lieu',
  title: 'Agenda',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['', 'la semaine prochaine', 'décembre', 'ateliers', 'ESS en juin'],
  said: [
    'agenda',
    'programme',
    'événements',
    'que se passe-t-il',
    'qu’est-ce qui se passe',
    'qu’y a-t-il',
    'quoi de prévu',
  ],

  async run(call) {
    const { args, core, place, now, line } = call;
    const sought = args.theme === undefined ? undefined : eventSearchOf(args.theme);
    const period = periodShown(call, sought);
    const within = { start: startShown(period, now), end: period.end.toInstant() };
    const events = await found(call, within, { sought, limit: MOST + 1 });
    const next =
      events.length > 0
        ? []
        : await found(
            call,
            { start: later(within.end, now), end: later(within.end, now).add({ hours: 24 * 366 }) },
            { sought, limit: NEXT },
          );
    const ask = (quand: Period) => line('agenda', { quand, theme: args.theme });
    const monday = mondayAfter(now.toZonedDateTimeISO(place.timeZone).toPlainDate());
    const month = period.start.toPlainDate().with({ day: 1 });
    const shown = events.slice(0, MOST);
    const [firstDay, lastDay] = [shown[0], shown.at(-1)].map((event) => event?.start.toPlainDate());
    const goesOn = events.length > MOST && firstDay && lastDay && !lastDay.equals(firstDay);
    return agendaReply(place, {
      period,
      isOpen: args.quand === undefined && sought !== undefined,
      sought: sought ?? {},
      events: shown,
      isCut: events.length > MOST,
      closures: await core.agenda.closures(place, within),
      page: core.showing.address(place, '/'),
      next,
      lines: {
        nextWeek: ask(periodOf(monday, monday.add({ days: 7 }), place.timeZone)),
        month: ask(periodOf(month, month.add({ months: 1 }), place.timeZone)),
        rest: goesOn ? ask({ start: lastDay.toZonedDateTime(place.timeZone), end: period.end }) : undefined,
      },
    });
  },
});
