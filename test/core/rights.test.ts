// Rights at the core, asked for without any command before it: the staff's rooms refuse whoever is not of the staff, and
// what is someone's is, for others, as if it were not there. Every function of the core has its row.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import type { StaffAct } from '../../src/core/impact/model.ts';
import type { Actor } from '../../src/core/people/model.ts';
import { fail, ok, type Result } from '../../src/kernel/result.ts';
import type { Role } from '../../src/place/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { addInitiative } from '../support/initiatives.ts';
import { asks, bookingOf, openDesk } from './booking/desk.ts';

const desk = await openDesk(mijoteuse);
afterAll(() => desk.db.close());
const { core } = desk;
const { approvals, closures, day, equipment, handling, impact, journal, openings, roles, structures } = core.staff;

type Outcome = Promise<Result<unknown, { readonly code: string }>>;
type Asking = (actor: Actor, id: number) => Outcome;
type Thing = 'booking' | 'wait' | 'appointment' | 'slot wait' | 'event' | 'session' | 'plan' | 'project' | 'link';

/**
 * `everyone`: says the same to all. `self`: reads and writes what is the actor's alone, whatever they ask. `program`: no
 * person asks for it. Else who may: the staff; partners and the staff; veilleuses; or whoever the numbered thing is of.
 */
type Row =
  | 'everyone'
  | 'self'
  | 'program'
  | { readonly of: 'staff' | 'partners' | 'veilleuses'; readonly ask: Asking }
  | { readonly of: Thing; readonly ask: Asking };

const staff = (ask: Asking): Row => ({ of: 'staff', ask });
const ownLink = (ask: Asking): Row => ({ of: 'link', ask });
const ownProject = (ask: Asking): Row => ({ of: 'project', ask });
const veilleuses = (ask: Asking): Row => ({ of: 'veilleuses', ask });
const ownBooking = (ask: Asking): Row => ({ of: 'booking', ask });
const ownWait = (ask: Asking): Row => ({ of: 'wait', ask });
const ownAppointment = (ask: Asking): Row => ({ of: 'appointment', ask });
const ownSlotWait = (ask: Asking): Row => ({ of: 'slot wait', ask });
const ownEvent = (ask: Asking): Row => ({ of: 'event', ask });
const ownSession = (ask: Asking): Row => ({ of: 'session', ask });
const partners = (ask: Asking): Row => ({ of: 'partners', ask });

const tomorrow = Temporal.PlainDate.from('2026-11-24');
const zoned = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(mijoteuse.timeZone);
const times = { start: zoned('2026-11-27T10:00'), end: zoned('2026-11-27T12:00') };
const period = { start: times.start.toInstant().toString(), end: times.end.toInstant().toString() };
const moved = {
  spaceKey: undefined,
  when: { ...times, bareDay: false },
  people: undefined,
  equipment: undefined,
  purpose: undefined,
};
const close: StaffAct = { act: 'close', spaceKeys: ['coworking'], ...period, reason: 'travaux' };
const here = { at: { platform: 'slack', workspace: 'T1', channel: 'C1' }, name: 'general' } as const;
const retitled = { set: { title: 'Autre titre' }, unset: [] } as const;
const friday = { weekday: 5, hours: undefined } as const;

const aProject = {
  name: 'Garage',
  pitch: '',
  theme: undefined,
  stage: undefined,
  form: undefined,
  district: undefined,
  needs: [],
  offers: [],
};

const sketch = {
  title: 'Chorale',
  summary: '',
  district: undefined,
  theme: undefined,
  stage: undefined,
  people: undefined,
  needs: [],
  offers: [],
};

let requests = 0;
const requestId = (): string => {
  requests += 1;
  return `rights ${requests}`;
};

const table: Readonly<Record<string, Row>> = {
  'staff.approvals.waiting': staff((actor) => approvals.waiting(actor)),
  'staff.approvals.accept': staff((actor, id) => approvals.accept(actor, id)),
  'staff.approvals.refuse': staff((actor, id) => approvals.refuse(actor, id, 'non')),
  'staff.approvals.request': 'program',
  'staff.approvals.expire': 'program',
  'staff.approvals.showCards': 'program',
  // Everyone reads on /lieu and /dispo what is closed, and why.
  'staff.closures.toCome': 'everyone',
  'staff.closures.lift': staff((actor, id) => closures.lift(actor, id)),
  'staff.day.expected': staff((actor) => day.expected(actor, tomorrow)),
  'staff.day.posterAddress': staff((actor) => day.posterAddress(actor)),
  'staff.day.posterOf': 'program',
  'staff.day.visitor': 'program',
  // What is out of order is told to those whom it touches, and when the house opens is public.
  'staff.equipment.outOfOrder': 'everyone',
  'staff.equipment.repaired': staff((actor, id) => equipment.repaired(actor, id)),
  'staff.guests.forget': 'program',
  'staff.handling.look': staff((actor, id) => handling.look(actor, id)),
  'staff.handling.move': staff((actor, id) =>
    handling.move(actor, id, moved, { because: 'travaux', requestId: requestId() }),
  ),
  'staff.handling.movedOf': 'program',
  'staff.impact.propose': staff((actor) => impact.propose(actor, close)),
  'staff.impact.carry': staff((actor) => impact.carry(actor, close, requestId())),
  'staff.impact.confirm': { of: 'plan', ask: (actor, id) => impact.confirm(actor, id) },
  'staff.impact.takenFrom': 'program',
  'staff.journal.last': staff((actor) => journal.last(actor)),
  'staff.openings.current': 'program',
  'staff.openings.refresh': 'program',
  'staff.openings.toCome': 'everyone',
  'staff.openings.open': staff((actor) =>
    openings.open(actor, {
      spaceKey: undefined,
      start: zoned('2026-11-28T10:00'),
      end: zoned('2026-11-28T12:00'),
      reason: 'fête',
    }),
  ),
  'staff.roles.holders': staff((actor) => roles.holders(actor)),
  'staff.roles.person': staff((actor) => roles.person(actor, 'lea')),
  'staff.roles.give': staff((actor) => roles.give(actor, 'lea', 'veilleuse')),
  'staff.roles.withdraw': staff((actor) => roles.withdraw(actor, 'lea', 'veilleuse')),
  'staff.structures.all': staff((actor) => structures.all(actor)),
  'staff.structures.card': staff((actor) => structures.card(actor, 'Les Copains')),
  'staff.structures.create': staff((actor) => structures.create(actor, 'Les Autres')),
  'staff.structures.rename': staff((actor) => structures.rename(actor, 'Les Copains en Les Copines')),
  'staff.structures.admit': staff((actor) => structures.admit(actor, 'lea Les Copains')),
  'staff.structures.dismiss': staff((actor) => structures.dismiss(actor, 'lea')),
  'staff.structures.setQuota': staff((actor) => structures.setQuota(actor, 'Les Copains', 'coworking', 3)),
  'staff.structures.close': staff((actor) => structures.close(actor, 'Les Copains')),
  'staff.structures.restore': staff((actor) => structures.restore(actor, 'Les Copains')),
  'staff.structures.mine': 'self',

  'people.resolve': 'program',
  'people.known': 'program',
  'people.identitiesOf': 'program',
  'people.grant': 'program',

  // In someone else's name: the staff alone, below.
  'booking.book': 'self',
  'booking.find': ownBooking((actor, id) => core.booking.find(actor, id)),
  'booking.change': ownBooking((actor, id) => core.booking.change(actor, id, moved, requestId())),
  'booking.cancel': ownBooking((actor, id) => core.booking.cancel(actor, id, requestId())),
  'booking.restore': ownBooking((actor, id) => core.booking.restore(actor, id, requestId())),
  'booking.toCome': 'self',
  'booking.available': 'everyone',
  'booking.boards': 'everyone',
  'arrivals.confirm': ownBooking((actor, id) => core.arrivals.confirm(actor, id)),
  'arrivals.due': 'program',
  'arrivals.bookingOf': 'program',

  'series.check': 'self',
  'series.book': 'self',
  'series.occurrences': ownBooking((actor, id) => core.series.occurrences(actor, id)),
  'series.cancel': ownBooking((actor, id) => core.series.cancel(actor, id, { is: 'all' }, requestId())),
  'series.restore': ownBooking((actor, id) => core.series.restore(actor, id, requestId())),
  'series.checkMove': ownBooking((actor, id) => core.series.checkMove(actor, id, { is: 'one' }, friday)),
  'series.move': ownBooking((actor, id) => core.series.move(actor, id, { is: 'one' }, friday, requestId())),

  'appointments.sessions': 'self',
  'appointments.session': 'self',
  'appointments.mine': 'self',
  'appointments.book': 'self',
  'appointments.cancel': ownAppointment((actor, id) => core.appointments.cancel(actor, id, requestId())),
  'appointments.wait': 'self',
  'appointments.waits': 'self',
  'appointments.take': ownSlotWait((actor, id) => core.appointments.take(actor, id, requestId())),
  'appointments.pass': ownSlotWait((actor, id) => core.appointments.pass(actor, id)),
  'appointments.leave': ownSlotWait((actor, id) => core.appointments.leave(actor, id)),
  'appointments.due': 'program',
  'appointments.offered': 'program',
  'appointments.unheard': 'program',
  'appointments.opened': 'program',
  'waitlist.wait': 'self',
  'waitlist.take': ownWait((actor, id) => core.waitlist.take(actor, id, requestId())),
  'waitlist.pass': ownWait((actor, id) => core.waitlist.pass(actor, id)),
  'waitlist.leave': ownWait((actor, id) => core.waitlist.leave(actor, id)),
  'waitlist.mine': 'self',
  'waitlist.due': 'program',
  'waitlist.offered': 'program',
  'waitlist.unheard': 'program',

  // What is on is public: whose it is, is said to whoever may not change it.
  'agenda.between': 'everyone',
  'agenda.numbered': 'everyone',
  'agenda.closures': 'everyone',
  'agenda.revision': 'everyone',
  'agenda.make': {
    of: 'partners',
    ask: (actor) =>
      core.agenda.make(
        actor,
        { facts: { kind: 'other', title: 'Fête' }, times: [times], rule: undefined, reason: 'Fête' },
        requestId(),
      ),
  },
  'agenda.change': ownEvent((actor, eventId) =>
    core.agenda.change(
      actor,
      { eventId, reach: 'one', changes: retitled, times: undefined, reason: 'Fête' },
      requestId(),
    ),
  ),
  'agenda.cancel': ownEvent((actor, eventId) =>
    core.agenda.cancel(actor, { eventId, reach: 'one', reason: 'pluie' }, requestId()),
  ),
  'agenda.confirm': { of: 'plan', ask: (actor, id) => core.agenda.confirm(actor, id) },
  'agenda.changeable': ownEvent((actor, id) => core.agenda.changeable(actor, id)),
  'agenda.ofSeries': ownEvent((actor, id) => core.agenda.ofSeries(actor, id)),
  'agenda.toChange': 'self',
  'agenda.prolong': 'program',
  'agenda.prolonged': 'program',
  'agenda.editionsDue': 'program',
  'agenda.editionsToPrepare': 'program',
  'signups.answer': 'self',
  'signups.see': 'everyone',
  'signups.attendees': ownEvent((actor, id) => core.signups.attendees(actor, id)),
  'signups.mine': 'self',
  'signups.promoted': 'program',
  'signups.reminders': 'program',
  'signups.noticeOf': 'program',

  // Who speaks for a partner is the staff's to say; a partner acts for those that they speak for.
  'partners.keysOf': 'self',
  'partners.membersOf': 'program',
  'partners.refusal': 'self',
  'partners.speakers': staff((actor) => core.partners.speakers(actor)),
  'partners.name': staff((actor) => core.partners.name(actor, 'rita', 'urscop')),
  'partners.unname': staff((actor) => core.partners.unname(actor, 'lea', 'urscop')),
  'sessions.partnersOf': partners((actor) => core.sessions.partnersOf(actor)),
  'sessions.whyNotHeld': partners(async (actor) => {
    const refused = await core.sessions.whyNotHeld(actor, 'urscop');
    return refused ? fail(refused) : ok(undefined);
  }),
  'sessions.open': partners((actor) =>
    core.sessions.open(
      actor,
      {
        partnerKey: 'urscop',
        shape: { kind: 'info_meeting', slotMinutes: undefined, capacity: 12 },
        title: 'Réunion',
        spaceKey: undefined,
        location: undefined,
        times: [times],
        rule: undefined,
        reason: 'Réunion',
      },
      requestId(),
    ),
  ),
  'sessions.away': partners((actor) =>
    core.sessions.away(actor, { partnerKey: 'urscop', ...times, reason: 'congés' }, requestId()),
  ),
  'sessions.ofPartner': partners((actor) => core.sessions.ofPartner(actor, 'urscop')),
  'sessions.next': 'everyone',
  'sessions.sheet': ownSession((actor, id) => core.sessions.sheet(actor, id)),
  'sessions.mark': ownSession((actor, eventId) => core.sessions.mark(actor, { eventId, typed: 'lea', mark: 'came' })),

  'announcements.follow': staff((actor) => core.announcements.follow(actor, 'agenda', here)),
  'announcements.stop': staff((actor) => core.announcements.stop(actor, 'agenda', here)),
  'announcements.followed': staff((actor) => core.announcements.followed(actor)),
  'announcements.preview': staff((actor) => core.announcements.preview(actor, 'agenda')),
  'announcements.foreseen': 'program',
  'announcements.due': 'program',
  'announcements.programme': 'program',
  'announcements.digest': 'program',
  'announcements.eventOf': 'program',
  'announcements.unheard': 'program',
  'announcements.stopped': 'program',
  'announcements.stoppedOf': 'program',

  'orientation.draft': 'self',
  'orientation.understand': 'self',
  'orientation.answer': 'self',
  'orientation.retract': 'self',
  'orientation.leave': 'self',
  'orientation.agree': 'self',
  'orientation.resume': 'self',
  'orientation.restart': 'self',
  'orientation.suggestions': 'everyone',
  'orientation.ask': 'self',
  'orientation.withdraw': 'self',
  'orientation.isWaiting': 'program',
  'orientation.forgetHandled': 'program',
  'orientation.forget': 'program',

  // A number that is not theirs is not found by them: test/scenario/referrals.test.ts.
  'referrals.proposable': 'everyone',
  'referrals.propose': 'self',
  'referrals.agree': 'self',
  'referrals.mine': 'self',
  'referrals.stop': 'self',
  'referrals.stopAll': 'self',
  'referrals.rate': 'self',
  'referrals.answersOf': 'self',
  'referrals.refusers': 'self',
  'referrals.received': { of: 'partners', ask: (actor) => core.referrals.received(actor) },
  'referrals.look': 'self',
  'referrals.answer': 'self',
  'referrals.write': 'self',
  'referrals.due': 'program',
  'referrals.told': 'program',
  'referrals.said': 'program',
  'referrals.isRefusedByAll': 'program',
  'referrals.refused': staff((actor) => core.referrals.refused(actor)),
  'referrals.follow': staff((actor, id) => core.referrals.follow(actor, id)),
  'referrals.ofMember': staff((actor, id) => core.referrals.ofMember(actor, id)),
  'followups.queue': staff((actor) => core.followups.queue(actor, { state: undefined, isMine: false, page: 1 })),
  'followups.file': staff((actor, id) => core.followups.file(actor, id)),
  'followups.act': staff((actor, id) => core.followups.act(actor, id, { act: 'state', state: 'contacted' })),
  'followups.note': staff((actor, id) => core.followups.note(actor, id, { words: 'vu', requestId: requestId() })),
  'followups.hold': staff((actor, id) => core.followups.hold(actor, id, { words: 'vu', requestId: requestId() })),
  'followups.held': staff((actor, id) => core.followups.held(actor, id)),
  'followups.keep': staff((actor, id) => core.followups.keep(actor, id, 'vu')),
  'followups.own': 'self',
  'followups.due': 'program',
  'followups.told': 'program',
  'followups.forgetHeld': 'program',

  'projects.create': 'self',
  'projects.become': veilleuses((actor, id) => core.projects.become(actor, id, requestId())),
  'projects.change': ownProject((actor, id) => core.projects.change(actor, id, { pitch: 'autre' })),
  'projects.answer': ownProject((actor, id) => core.projects.answer(actor, id, { field: 'theme', key: 'nature' })),
  'projects.show': ownProject((actor, id) => core.projects.show(actor, id, 'private')),
  'projects.archive': ownProject((actor, id) => core.projects.archive(actor, id)),
  'projects.restore': ownProject((actor, id) => core.projects.restore(actor, id)),
  'projects.find': ownProject((actor, id) => core.projects.find(actor, id)),
  // Of what they may find.
  'projects.thread': 'program',
  'projects.mine': 'self',
  // As far as their owners chose: test/core/projects.
  'projects.directory': 'everyone',
  'projects.search': 'everyone',

  // For the team, and for those who answer for one of the two (test/scenario/links.test.ts).
  'initiatives.note': veilleuses((actor) =>
    core.initiatives.note(actor, {
      sketch,
      sourceLink: undefined,
      requestId: requestId(),
      channel: undefined,
      mergeInto: undefined,
    }),
  ),
  // Its coded card is for everyone; its history, its notes and who knows it are the team's.
  'initiatives.find': 'everyone',
  'initiatives.dossier': veilleuses((actor, id) => core.initiatives.dossier(actor, id)),
  'initiatives.answer': veilleuses((actor, id) =>
    core.initiatives.answer(actor, id, { field: 'theme', key: 'nature' }),
  ),
  'initiatives.rewrite': veilleuses((actor, id) => core.initiatives.rewrite(actor, id, { title: 'Autre titre' })),
  'initiatives.setState': veilleuses((actor, id) => core.initiatives.setState(actor, id, 'met')),
  'initiatives.addNote': veilleuses((actor, id) => core.initiatives.addNote(actor, id, 'vue au marché')),
  'initiatives.hasNews': veilleuses((actor, id) => core.initiatives.hasNews(actor, id)),
  'initiatives.handOver': veilleuses((actor, id) => core.initiatives.handOver(actor, id, 'lea')),
  'initiatives.merge': veilleuses((actor, id) => core.initiatives.merge(actor, id, id)),
  'initiatives.follow': 'self',
  'initiatives.publish': veilleuses((actor, id) => core.initiatives.publish(actor, id, undefined)),
  'initiatives.list': veilleuses((actor) => core.initiatives.list(actor, {})),
  'initiatives.search': veilleuses((actor) => core.initiatives.search(actor, 'vélo')),
  // Numbers and titles of a channel's cards.
  'initiatives.similar': 'everyone',
  'initiatives.silent': 'program',
  'initiatives.told': 'program',
  'initiatives.movedOf': 'program',
  'initiatives.acquaintedOf': 'program',

  'links.closest': 'everyone',
  'links.propose': 'everyone',
  'links.mine': 'self',
  'links.find': ownLink((actor, id) => core.links.find(actor, id)),
  'links.answer': ownLink((actor, id) => core.links.answer(actor, id, 'yes')),
  'links.withdraw': ownLink((actor, id) => core.links.withdraw(actor, id)),
  'links.outcome': ownLink((actor, id) => core.links.outcome(actor, id, 'ongoing')),
  'links.proposedIn': 'program',
  'links.counts': 'program',
  'links.due': 'program',
  'links.introduce': 'program',
  'links.told': 'program',
  'links.linkOf': 'program',
  'links.unheard': 'program',

  'reminders.wanted': 'self',
  'reminders.want': 'self',
  'reminders.due': 'program',
  'reminders.bookingOf': 'program',
  'names.shown': 'self',
  'names.show': 'self',
  'names.onDay': 'everyone',
  'calendar.address': 'self',
  'calendar.newAddress': 'self',
  // Whoever has the secret.
  'calendar.followed': 'program',

  'feeds.refresh': 'program',
  'feeds.failure': 'program',
  'homes.opened': 'program',
  'homes.shown': 'program',
  'homes.keep': 'program',
  'homes.forget': 'program',
  'homes.forgetUnopened': 'program',
  'homes.moved': 'program',
  'homes.later': 'program',
  'keeping.forget': 'program',
  'lines.keep': 'program',
  'lines.recall': 'program',
  'mirror.hold': 'program',
  'mirror.refusals': 'program',
  'mirror.isRefused': 'program',
  'showing.path': 'program',
  'showing.address': 'program',
  'showing.boards': 'program',
  'showing.version': 'program',
  'showing.now': 'program',
  'watch.waiting': 'program',
};

/** `booking.find`, `staff.roles.give`. */
const functionsOf = (room: object, path: string): readonly string[] =>
  Object.entries(room).flatMap(([name, value]) => (typeof value === 'function' ? [`${path}.${name}`] : []));

const all = (given: Core): readonly string[] =>
  Object.entries(given).flatMap(([name, room]) =>
    name === 'staff'
      ? Object.entries(given.staff).flatMap(([inner, each]) => functionsOf(each, `staff.${inner}`))
      : functionsOf(room, name),
  );

test('every function of the core says in the table whose it is', () => {
  const missing = all(core).filter((name) => table[name] === undefined);
  const gone = Object.keys(table).filter((name) => !all(core).includes(name));
  expect(
    missing.map(
      (name) =>
        `core.${name} has no row: say in the table of this file who may ask for it. What is the staff’s refuses others with notOfStaff; what is someone’s is not found by others.`,
    ),
  ).toEqual([]);
  expect(gone.map((name) => `core.${name} is no more: take its row away`)).toEqual([]);
});

const NOBODYS = 999_999;
const codeOf = (outcome: Awaited<Outcome>): string => (outcome.ok ? 'ok' : outcome.error.code);
const rowsOf = <K extends Thing | 'staff' | 'partners' | 'veilleuses'>(...kinds: readonly K[]) =>
  Object.entries(table).flatMap(([name, row]) =>
    kinds.flatMap((of) => (typeof row === 'object' && row.of === of ? [{ name, ask: row.ask, of }] : [])),
  );

const notOfStaff: readonly Role[] = ['membre', 'veilleuse', 'partenaire', 'comite'];

let people: Readonly<Record<'lea' | 'karim' | 'paul' | 'rita' | 'ana', Actor>>;
const ids: Record<Thing, number> = {
  booking: 0,
  wait: 0,
  appointment: 0,
  'slot wait': 0,
  event: 0,
  session: 0,
  plan: 0,
  project: 0,
  link: 0,
};

beforeAll(async () => {
  await desk.reset();
  people = {
    lea: await desk.person('lea'),
    karim: await desk.person('karim'),
    paul: await desk.person('paul', 'partenaire'),
    rita: await desk.person('rita', 'partenaire'),
    ana: await desk.person('ana', 'animation'),
  };
  const ask = asks(mijoteuse);
  const { id } = bookingOf(
    await core.booking.book(people.lea, ask('coworking', '2026-11-24', '9:00', '12:00'), requestId()),
  );
  ids.booking = id;
  const whole = ask('expression', '2026-11-25', '9:00', '12:00');
  await core.booking.book(people.karim, whole, requestId());
  const wait = await core.waitlist.wait(people.lea, { ...whole, bookingId: undefined });
  if (!wait.ok) throw new Error(wait.error.code);
  ids.wait = wait.value.id;
  ids.event = await addEvent(desk.db, { organiserId: people.paul.memberId });
  ids.session = await addEvent(desk.db, { partnerKey: 'bge', location: 'La médiathèque' });
  ids.appointment = await addEvent(desk.db, { partnerKey: 'cress', slotMinutes: 45, location: 'La médiathèque' });
  const asked = { eventId: ids.appointment, hour: Temporal.PlainTime.from('09:30') };
  await core.appointments.book(people.lea, asked, { moves: false, requestId: requestId() });
  const slotWait = await core.appointments.wait(people.lea, 'bge');
  if (!slotWait.ok) throw new Error(slotWait.error.code);
  ids['slot wait'] = slotWait.value.waitId;
  await core.partners.name(people.ana, 'paul', 'bge');
  await core.partners.name(people.ana, 'rita', 'urscop');
  const made = await core.projects.create(people.lea, aProject, requestId());
  if (!made.ok) throw new Error(made.error.code);
  ids.project = made.value.number;
  const [mine, theirs] = [
    await addInitiative(desk.db, { owner: 'lea' }),
    await addInitiative(desk.db, { owner: 'ana' }),
  ];
  const link = await core.links.propose(
    people.lea,
    { kind: 'initiative', number: mine },
    { kind: 'initiative', number: theirs },
  );
  if (!link.ok) throw new Error(link.error.code);
  ids.link = link.value.link.id;
  const plan = await impact.propose(people.paul, {
    act: 'event.cancel',
    eventId: ids.event,
    reach: 'one',
    reason: 'x',
  });
  if (!plan.ok) throw new Error(plan.error.code);
  ids.plan = plan.value.planId;
});

describe('what is the staff’s', () => {
  test.each(rowsOf('staff'))(
    'core.$name refuses whoever is not of the staff, even of what does not exist',
    async ({ ask }) => {
      for (const role of notOfStaff) {
        const actor = await desk.person('karim', role);
        for (const id of [ids.booking, NOBODYS])
          expect(await ask(actor, id), role).toEqual({
            ok: false,
            error: { code: 'people.not_allowed', needed: 'animation' },
          });
      }
    },
  );

  test.each(rowsOf('staff'))('core.$name is open to the staff and to the administration', async ({ ask }) => {
    for (const role of ['animation', 'admin'] as const)
      expect(codeOf(await ask(await desk.person('ana', role), NOBODYS))).not.toBe('people.not_allowed');
  });

  test('a booking in someone else’s name is the staff’s to make, alone or in a series', async () => {
    const wish = { ...asks(mijoteuse)('coworking', '2026-11-26', '9:00', '12:00'), guestName: 'Mme Diallo' };
    const series = { ...wish, occurrences: [{ start: wish.start, end: wish.end, bareDay: false }] };
    for (const role of notOfStaff) {
      const actor = await desk.person('karim', role);
      expect(codeOf(await core.booking.book(actor, wish, requestId()))).toBe('booking.for_someone_else');
      expect(codeOf(await core.series.check(actor, series))).toBe('booking.for_someone_else');
      expect(codeOf(await core.series.book(actor, series, requestId()))).toBe('booking.for_someone_else');
    }
    expect(codeOf(await core.booking.book(people.ana, wish, requestId()))).toBe('ok');
  });

  test('the administration’s role is the administration’s alone to give', async () => {
    expect(codeOf(await roles.give(people.ana, 'karim', 'admin'))).toBe('people.not_yours_to_give');
    expect(codeOf(await roles.withdraw(people.ana, 'karim', 'admin'))).toBe('people.not_yours_to_give');
  });
});

describe('what is partners’', () => {
  test.each(rowsOf('partners'))('core.$name refuses others', async ({ ask }) => {
    for (const role of ['membre', 'veilleuse', 'comite'] as const)
      expect(codeOf(await ask(await desk.person('karim', role), NOBODYS)), role).toBe('people.not_allowed');
    expect(codeOf(await ask(people.rita, NOBODYS))).toBe('ok');
  });
});

describe('what is veilleuses’', () => {
  test.each(rowsOf('veilleuses'))('core.$name refuses others', async ({ ask }) => {
    for (const role of ['membre', 'partenaire', 'comite', 'animation'] as const)
      expect(codeOf(await ask(await desk.person('karim', role), NOBODYS)), role).toBe('people.not_allowed');
    expect(codeOf(await ask(await desk.person('vera', 'veilleuse'), NOBODYS))).not.toBe('people.not_allowed');
  });
});

describe('what is someone’s', () => {
  const outsiders = (of: Thing): readonly Actor[] =>
    of === 'plan' || of === 'event' || of === 'session'
      ? [people.karim, people.rita]
      : [people.karim, people.rita, people.paul];

  test.each(rowsOf('booking', 'wait', 'appointment', 'slot wait', 'plan', 'project', 'link'))(
    'core.$name answers others as of what does not exist',
    async ({ ask, of }) => {
      for (const actor of outsiders(of)) {
        const outcome = await ask(actor, ids[of]);
        expect(outcome.ok).toBe(false);
        expect(outcome).toEqual(await ask(actor, NOBODYS));
      }
    },
  );

  test.each(rowsOf('event'))('core.$name is refused to another partner, and to members', async ({ ask }) => {
    for (const actor of outsiders('event'))
      expect(['event.not_yours', 'people.not_allowed']).toContain(codeOf(await ask(actor, ids.event)));
  });

  test.each(rowsOf('session'))('core.$name is refused to another partner, and to members', async ({ ask }) => {
    for (const actor of outsiders('session'))
      expect(['partners.not_yours', 'people.not_allowed']).toContain(codeOf(await ask(actor, ids.session)));
  });

  test.each(rowsOf('booking', 'wait', 'appointment', 'slot wait', 'event', 'session', 'plan', 'project', 'link'))(
    'core.$name knows whose it is',
    async ({ ask, of }) => {
      const owner = of === 'event' || of === 'session' || of === 'plan' ? people.paul : people.lea;
      const nobodys = codeOf(await ask(owner, NOBODYS));
      expect(nobodys).toMatch(/\.not_found$/);
      expect(codeOf(await ask(owner, ids[of]))).not.toMatch(/not_found|not_yours|not_allowed/);
    },
  );
});
