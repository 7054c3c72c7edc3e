import { defineCommand } from '../../src/chat/command.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { eventFileReply, eventsCalendar } from '../../src/messages/event-calendar.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { attendeesReply, eventReply } from '../../src/messages/signup.fr.ts';
import { naming, withNamed } from './named.ts';

export const voir = defineCommand({
  name: 'voir',
  summary: 'Voir un événement',
  access: 'membre',
  audience: 'asker',
  options: naming,
  examples: ['12', 'café des porteurs'],
  answersByRole: true,

  run: (call) =>
    withNamed(
      call,
      ({ id }) => call.line('evenement voir', { evenement: id }),
      async (eventId) => {
        const seen = await call.core.signups.see(call.actor, eventId);
        return seen.ok ? eventReply(call.place, seen.value, call.now) : refuse(seen.error, call.place);
      },
      { anyOfSeries: true },
    ),
});

export const inscrits = defineCommand({
  name: 'inscrits',
  summary: 'Voir qui vient',
  access: 'membre',
  audience: 'asker',
  options: { evenement: eventNumber('Numéro de l’événement') },
  examples: ['12'],
  answersByRole: true,

  async run({ args, actor, core, place }) {
    const found = await core.signups.attendees(actor, args.evenement);
    return found.ok ? attendeesReply(place, found.value.event, found.value.attendees) : refuse(found.error, place);
  },
});

export const calendrier = defineCommand({
  name: 'calendrier',
  summary: 'Mettre un événement à mon calendrier',
  title: 'Mon calendrier',
  access: 'membre',
  audience: 'asker',
  options: { evenement: eventNumber('Numéro de l’événement') },
  examples: ['12'],

  async run({ args, core, place, now }) {
    const event = await core.agenda.numbered(place, args.evenement);
    if (!event) return refuse({ code: 'event.not_found' }, place);
    return eventFileReply(eventsCalendar(place, [event], { stamp: now }));
  },
});
