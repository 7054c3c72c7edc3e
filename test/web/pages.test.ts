// What passers-by read: the words of each page, its calendar, its addresses, and when it is made again.
import ICAL from 'ical.js';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeSpaces } from '../../src/core/closures/usecases.ts';
import type { Place } from '../../src/place/model.ts';
import { fillWeek, NAMES } from '../browser/busy-week.ts';
import { asks, bookingOf } from '../core/booking/desk.ts';
import { mijoteuse, tisane } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase } from '../support/database.ts';
import { openWebHouse, type WebHouse, type WebWishes } from '../support/web.ts';

const db = await openTestDatabase();
afterAll(() => db.close());
beforeEach(() => db.reset());

const NBSP = '\u00a0';
const open = (wishes?: WebWishes) => openWebHouse(db, wishes);
const textOf = async (house: WebHouse, path: string): Promise<string> => {
  const page = await (await house.get(path)).text();
  return page
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(NBSP, ' ')
    .replace(/\s+/g, ' ');
};
const closing = (spaceKeys: readonly string[], from: string, to: string, reason: string) =>
  closeSpaces(
    db,
    mijoteuse,
    { spaceKeys, start: Temporal.Instant.from(from), end: Temporal.Instant.from(to), reason },
    { actorId: undefined, now: Temporal.Instant.from('2026-11-23T08:00Z') },
  );

describe('the first page', () => {
  test('says whether the place is open and until when, and what is free in each space', async () => {
    await using house = await open({ at: '2026-11-23T08:00' });
    await fillWeek(house.core, db);
    house.at('2026-11-23T14:20');
    const page = await textOf(house, '/');
    expect(page).toContain('Lundi 23 novembre 2026 La Mijoteuse Ouvert jusqu’à 18 h');
    expect(page).toContain('Espace d’expression Occupé jusqu’à 17 h');
    expect(page).toContain('Espace de coworking 8 places libres sur 10 jusqu’à 16 h');
    expect(page).toContain('Vendredi 27 novembre 2026, de 9 h à 18 h : l’espace d’expression, fermé (peinture).');
  });

  test.each([
    ['2026-11-23T08:00', 'Fermé ouvre à 9 h'],
    ['2026-11-23T18:00', 'Fermé ouvre demain à 9 h'],
    ['2026-11-27T19:00', 'Fermé ouvre lundi 30 novembre à 9 h'],
    ['2026-12-25T10:00', 'Fermé Noël, ouvre lundi 28 décembre à 9 h'],
  ])('at %s says « %s »', async (at, said) => {
    await using house = await open({ at });
    expect(await textOf(house, '/')).toContain(said);
  });

  test('says that the staff has closed the whole place, why, and when it opens again', async () => {
    await using house = await open();
    const all = mijoteuse.spaces.filter(({ use }) => use.by !== 'lease').map(({ key }) => key);
    await closing(all, '2026-11-23T08:00Z', '2026-11-24T12:00Z', 'dégât des eaux');
    const page = await textOf(house, '/');
    expect(page).toContain('Fermé dégât des eaux, ouvre demain à 13 h');
    expect(page).toContain('tout le lieu, fermé (dégât des eaux).');
  });

  test('lists what comes by day, with where and how many places are left; what is cancelled says so', async () => {
    await using house = await open({ at: '2026-11-23T08:00' });
    const { cafe } = await fillWeek(house.core, db);
    const page = await textOf(house, '/');
    expect(page).toContain(
      'Jeudi 26 novembre 2026 9 h 30 – 11 h 30 Café des porteurs Rencontre Espace de convivialité 20 places restantes',
    );
    expect(page).toContain('Réunion d’information URSCOP Réunion d’information Espace d’expression complet');
    expect(page).toContain('Repair café au Val d’Aran Annulé Val d’Aran');
    expect(await (await house.get('/')).text()).toContain(`href="/evenements/${cafe}"`);
  });

  test('follows the hours that another instance changed', async () => {
    await using house = await open({ at: '2026-11-28T10:00' });
    expect(await textOf(house, '/')).toContain('Fermé ouvre lundi 30 novembre à 9 h');
    await db.pool.query(
      `INSERT INTO opening (place_id, starts_at, ends_at, reason, created_at)
       VALUES ($1, '2026-11-28T09:00Z', '2026-11-28T12:00Z', 'portes ouvertes', now())`,
      [mijoteuse.id],
    );
    expect(await textOf(house, '/')).toContain('Ouvert jusqu’à 13 h');
  });

  test('says so when nothing is announced', async () => {
    await using house = await open();
    expect(await textOf(house, '/')).toContain('Rien n’est encore annoncé.');
  });

  test('leads to the rest of a long agenda, day after day, and loses nothing', async () => {
    await using house = await open();
    const titles = Array.from({ length: 100 }, (_, index) => `Rencontre ${String(index).padStart(3, '0')}`);
    for (const [index, title] of titles.entries()) {
      // Sixty of them on one day, more than a page holds.
      const date = Temporal.PlainDate.from('2026-12-01').add({ days: index < 20 ? 0 : index < 80 ? 1 : index - 78 });
      await addEvent(db, { title, start: `${date.toString()}T10:00`, location: 'Ailleurs' });
    }
    const seen: string[] = [];
    let path: string | undefined = '/';
    for (let pages = 0; path !== undefined && pages < 10; pages += 1) {
      const page = await (await house.get(path)).text();
      seen.push(...[...page.matchAll(/Rencontre \d{3}/g)].map(([title]) => title));
      path = /<a href="([^"]+)" rel="next">/.exec(page)?.[1];
    }
    expect(seen).toEqual(titles);
  });
});

describe('the page of an event', () => {
  test('says what, when, where, how many places, and how to come', async () => {
    await using house = await open({ at: '2026-11-23T08:00' });
    const { cafe, cancelled, fed } = await fillWeek(house.core, db);
    const page = await textOf(house, `/evenements/${cafe}`);
    expect(page).toContain('Café des porteurs Quoi Rencontre Quand jeudi 26 novembre 2026, 9 h 30 – 11 h 30');
    expect(page).toContain('Thème Premiers pas Places 20 places restantes');
    expect(page).toContain(`/evenement inscrire ${cafe}`);
    const gone = await textOf(house, `/evenements/${cancelled}`);
    expect(gone).toContain('Cet événement est annulé : le local est pris');
    expect(gone).not.toContain('/evenement inscrire');
    expect(await textOf(house, `/evenements/${fed}`)).toContain('vient de l’agenda d’un partenaire');
  });

  test.each(['/evenements/999', '/evenements/99999999999999999999', '/evenements/999.ics'])(
    '%s says that there is none',
    async (path) => {
      await using house = await open();
      const answer = await house.get(path);
      expect([answer.status, (await answer.text()).includes('Cet événement n’existe pas, ou plus.')]).toEqual([
        404,
        true,
      ]);
    },
  );

  test('escapes what people typed', async () => {
    await using house = await open();
    const id = await addEvent(db, {
      title: '<script>alert("&")</script>',
      description: '<img src=x onerror=alert(1)>',
    });
    for (const path of ['/', `/evenements/${id}`, '/ecran']) {
      const page = await (await house.get(path)).text();
      expect(page).not.toMatch(/<script>alert|<img/);
      expect(page).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)');
    }
  });
});

describe('the week of the spaces', () => {
  test('says each day in words, beside its strip, in a table with headers', async () => {
    await using house = await open({ at: '2026-11-23T08:00' });
    await fillWeek(house.core, db);
    const page = await textOf(house, '/espaces');
    expect(page).toContain('Les espaces Semaine du lundi 23 au vendredi 27 novembre 2026');
    expect(page).toContain('Mercredi 25 Libre de 9 h à 9 h 30, de 12 h à 14 h et de 16 h à 18 h');
    expect(page).toContain('Vendredi 27 Fermé');
    expect(page).toContain('Bureau 1 , 14 m², bureau individuel');
    const raw = await (await house.get('/espaces')).text();
    expect(raw).toMatch(/<caption class="unseen">Espace de coworking, semaine du lundi 23/);
    expect(raw.match(/<th scope="row">/g)?.length).toBeGreaterThanOrEqual(16);
  });

  test('leads to a year of weeks, and to none before this one', async () => {
    await using house = await open();
    expect(await (await house.get('/espaces')).text()).not.toContain('rel="prev"');
    const next = await (await house.get('/espaces?semaine=2026-12-02')).text();
    expect(next.replaceAll(NBSP, ' ')).toContain('Semaine du lundi 30 novembre au vendredi 4 décembre 2026');
    expect(next).toContain('rel="prev" href="/espaces?semaine=2026-11-23"');
    expect(await (await house.get('/espaces?semaine=2027-11-22')).text()).not.toContain('rel="next"');
    for (const week of ['2026-11-16', '2027-11-29', '2026-02-30', 'x', '+275760-09-13'])
      expect((await house.get(`/espaces?semaine=${week}`)).status, week).toBe(404);
  });
});

describe('the wall screen', () => {
  test('shows the hour, the state of the place, today and what comes', async () => {
    await using house = await open({ at: '2026-11-23T08:00' });
    await fillWeek(house.core, db);
    house.at('2026-11-23T14:20');
    const page = await textOf(house, '/ecran');
    expect(page).toContain('La Mijoteuse Lundi 23 novembre 2026 14 h 20');
    expect(page).toMatch(
      /Aujourd’hui 17 h 30 – 19 h 30 Atelier « Trouver.* Ce qui vient Mercredi 25 novembre 14 h Réunion/,
    );
    expect(page).not.toContain('Repair café');
  });

  test('asks for itself again even without its script', async () => {
    await using house = await open();
    expect(await (await house.get('/ecran')).text()).toContain(
      '<noscript><meta http-equiv="refresh" content="60"></noscript>',
    );
  });
});

describe('the agenda’s calendars', () => {
  const eventsOf = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

  test('hold every event with its zone, its page and its state, to be looked at again each hour', async () => {
    await using house = await open({ at: '2026-11-23T08:00', publicUrl: 'https://mijote.exemple.fr' });
    const { cafe, cancelled } = await fillWeek(house.core, db);
    const answer = await house.get('/agenda.ics');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    expect(text).toContain('BEGIN:VTIMEZONE');
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
    const events = eventsOf(text);
    expect(events).toHaveLength(10);
    const found = events.find(({ uid }) => uid === `evenement-${cafe}@la-mijoteuse.mijote`);
    expect([
      found?.startDate.hour,
      found?.component.getFirstProperty('dtstart')?.getParameter('tzid'),
      found?.location,
    ]).toEqual([9, 'Europe/Paris', 'Espace de convivialité, La Mijoteuse, Colomiers']);
    expect(found?.component.getFirstPropertyValue('url')).toBe(`https://mijote.exemple.fr/evenements/${cafe}`);
    const gone = events.find(({ uid }) => uid === `evenement-${cancelled}@la-mijoteuse.mijote`);
    expect(gone?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    const one = eventsOf(await (await house.get(`/evenements/${cafe}.ics`)).text());
    expect(one.map(({ uid }) => uid)).toEqual([found?.uid]);
  });

  test('there is one for each kind', async () => {
    await using house = await open({ at: '2026-11-23T08:00' });
    await fillWeek(house.core, db);
    const titles = async (kind: string) =>
      eventsOf(await (await house.get(`/agenda-${kind}.ics`)).text()).map(({ summary }) => summary);
    expect(await titles('permanence')).toEqual(['Permanence BGE']);
    expect(await titles('mois-de-l-ess')).toEqual([`Mois de l’ESS${NBSP}: la ville se raconte`]);
    expect((await house.get('/agenda-fete.ics')).status).toBe(404);
    const home = await (await house.get('/')).text();
    for (const [, path = ''] of home.matchAll(/type="text\/calendar" href="([^"]+)"/g))
      expect((await house.get(path)).status, path).toBe(200);
  });
});

describe('a page that someone has already', () => {
  const ask = asks(mijoteuse);
  const person = (house: WebHouse, name: string) =>
    house.core.people.resolve({
      placeId: mijoteuse.id,
      platform: 'terminal',
      workspace: 'here',
      userId: name,
      displayName: name,
    });

  test('is not sent again until something of it changes: a booking, its end, an event, a minute', async () => {
    await using house = await open();
    let tag = '';
    const statusNow = async () => {
      const answer = await house.get('/', { headers: { 'If-None-Match': tag } });
      tag = answer.headers.get('etag') ?? '';
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      return answer.status;
    };
    expect([await statusNow(), await statusNow()]).toEqual([200, 304]);
    const lea = await person(house, 'lea');
    const { id } = bookingOf(await house.core.booking.book(lea, ask('coworking', '2026-11-23', '10:00', '12:00'), 'a'));
    expect([await statusNow(), await statusNow()]).toEqual([200, 304]);
    await house.core.booking.cancel(lea, id, 'b');
    expect([await statusNow(), await statusNow()]).toEqual([200, 304]);
    await addEvent(db);
    expect([await statusNow(), await statusNow()]).toEqual([200, 304]);
    await closing(['cuisine'], '2026-12-23T08:00Z', '2026-12-23T12:00Z', 'peinture');
    expect([await statusNow(), await statusNow()]).toEqual([200, 304]);
    house.at('2026-11-23T10:01');
    expect(await statusNow()).toBe(200);
  });

  test('is made once for a crowd', async () => {
    await using house = await open();
    const { agenda, ...rest } = house.core;
    let asked = 0;
    const counting = {
      ...rest,
      agenda: {
        ...agenda,
        between: (...question: Parameters<typeof agenda.between>) => {
          asked += 1;
          return agenda.between(...question);
        },
      },
    };
    await using crowded = await open({ core: counting });
    await Promise.all(Array.from({ length: 20 }, () => crowded.get('/')));
    expect(asked).toBe(1);
  });

  test('a feed is not either, the whole day, until the agenda changes', async () => {
    await using house = await open();
    const tag = (await house.get('/agenda.ics')).headers.get('etag') ?? '';
    house.at('2026-11-23T17:00');
    const again = () => house.get('/agenda.ics', { headers: { 'If-None-Match': tag } });
    expect((await again()).status).toBe(304);
    await addEvent(db);
    expect((await again()).status).toBe(200);
  });
});

describe('who is named', () => {
  test('nobody, on any page', async () => {
    await using house = await open({ at: '2026-11-23T08:00' });
    const { cafe, full } = await fillWeek(house.core, db);
    house.at('2026-11-23T10:00');
    for (const path of [
      '/',
      '/espaces',
      '/ecran',
      '/agenda.ics',
      `/evenements/${cafe}`,
      `/evenements/${full}`,
      `/evenements/${full}.ics`,
    ]) {
      const page = await (await house.get(path)).text();
      for (const name of [...NAMES, 'Maya Inscrite']) expect(page, `${path} ${name}`).not.toContain(name);
    }
  });
});

describe('several places in one house', () => {
  const places: readonly Place[] = [mijoteuse, tisane];

  test('are each under their own name, and the first page asks which', async () => {
    await using house = await open({ places, publicUrl: 'https://mijote.exemple.fr' });
    const choice = await house.get('/');
    const text = await choice.text();
    for (const { id, name } of places) expect(text).toContain(`<a href="/${id}">${name}</a>`);
    expect(await textOf(house, '/la-tisane')).toContain('La Tisane');
    expect((await house.get('/la-mijoteuse/espaces')).status).toBe(200);
    expect((await house.get('/espaces')).status).toBe(404);
    const id = await addEvent(db);
    expect((await house.get(`/la-mijoteuse/evenements/${id}`)).status).toBe(200);
    expect((await house.get(`/la-tisane/evenements/${id}`)).status).toBe(404);
    expect(house.core.showing.address(mijoteuse, `/evenements/${id}`)).toBe(
      `https://mijote.exemple.fr/la-mijoteuse/evenements/${id}`,
    );
  });

  test('a place alone is at the root', async () => {
    await using house = await open({ publicUrl: 'https://mijote.exemple.fr' });
    expect(house.core.showing.address(mijoteuse, '/')).toBe('https://mijote.exemple.fr/');
  });
});

test('when the database is down a page says to come back, and the log says which', async () => {
  await using house = await open();
  const down = { ...house.core, showing: { ...house.core.showing, version: () => Promise.reject(new Error('gone')) } };
  await using broken = await open({ core: down });
  const answer = await broken.get('/espaces');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await answer.text()).toContain('Mijote ne peut pas répondre pour l’instant.');
  expect(broken.broken).toEqual(['a page could not be made /espaces']);
});
