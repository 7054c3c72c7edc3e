// The pages as a browser shows them: to eyes, to a keyboard, to who listens, on a phone and on a wall.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Place } from '../../src/place/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openBrowser, openPage, type Scheme, type Screen } from '../support/browser.ts';
import { openTestDatabase } from '../support/database.ts';
import { openWebHouse, type WebHouse } from '../support/web.ts';
import { seriousFaults } from './axe.ts';
import { fillWeek } from './busy-week.ts';

const db = await openTestDatabase();
const browser = await openBrowser();
let house: WebHouse;
let paths: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  house = await openWebHouse(db, { at: '2026-11-23T08:00' });
  const { cafe, cancelled, fed } = await fillWeek(house.core, db);
  house.at('2026-11-23T14:20');
  paths = {
    'the first page': '/',
    'the rest of the agenda': '/?depuis=2026-12-01',
    'the week of the spaces': '/espaces',
    'the wall screen': '/ecran',
    'an event': `/evenements/${cafe}`,
    'a cancelled event': `/evenements/${cancelled}`,
    'a partner’s event': `/evenements/${fed}`,
  };
});
afterAll(async () => {
  await house.web.close();
  await browser.close();
  await db.close();
});

const NAMES = [
  'the first page',
  'the rest of the agenda',
  'the week of the spaces',
  'the wall screen',
  'an event',
  'a cancelled event',
  'a partner’s event',
] as const;

const open = async (name: string, screen: Screen, scheme: Scheme = 'light') => {
  const shown = await openPage(browser, screen, scheme);
  await shown.page.goto(`${house.origin}${paths[name]}`);
  return shown;
};

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe.each(NAMES)('%s', (name) => {
  test.each([
    ['phone', 'light'],
    ['phone', 'dark'],
    ['desktop', 'light'],
    ['desktop', 'dark'],
  ] as const)(
    'on a %s, in %s: axe has nothing serious against it, and the browser complains of nothing',
    async (screen, scheme) => {
      const { page, complaints, close } = await open(name, screen, scheme);
      expect(complaints).toEqual([]);
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate(overflow)).toBe(0);
      await close();
    },
  );

  test('needs no scrolling sideways at 320 pixels, nor when its text is twice as large', async () => {
    const { page, close } = await open(name, 'narrow');
    expect(await page.evaluate(overflow)).toBe(0);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await page.evaluate(overflow)).toBe(0);
    await close();
  });

  test('has one title of its own, in French, and no level of heading left out', async () => {
    const { page, close } = await open(name, 'desktop');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('main').count()).toBe(1);
    const levels = await page.evaluate<readonly number[]>(
      "[...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(({ tagName }) => Number(tagName[1]))",
    );
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    await close();
  });
});

describe('with a keyboard', () => {
  test('the first stop leads past the menu, and is seen', async () => {
    const { page, close } = await open('the first page', 'desktop');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Aller au contenu' });
    expect(await skip.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('contenu');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    await close();
  });

  test('every link is reached in the order of the page, each with a focus that is seen', async () => {
    const { page, close } = await open('the first page', 'desktop');
    const links = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('a')].map((link) => link.href)",
    );
    const reached: string[] = [];
    for (const _ of links) {
      await page.keyboard.press('Tab');
      const [href, width] = await page.evaluate<[string, string]>(
        '[document.activeElement.href, getComputedStyle(document.activeElement).outlineWidth]',
      );
      reached.push(href);
      expect(width, href).toBe('3px');
    }
    expect(reached).toEqual(links);
    await close();
  });

  test('one goes from the agenda to an event, and from there to one’s calendar', async () => {
    const { page, close } = await open('the first page', 'phone');
    await page.getByRole('link', { name: 'Café des porteurs' }).first().press('Enter');
    await page.waitForURL(/\/evenements\/\d+$/);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Ajouter à mon calendrier' }).press('Enter');
    expect((await saved).suggestedFilename()).toMatch(/^evenement-\d+\.ics$/);
    await close();
  });
});

describe('the wall screen', () => {
  test('holds on one screen, however busy the day', async () => {
    const { page, close } = await open('the wall screen', 'wall');
    const below = 'document.documentElement.scrollHeight - innerHeight';
    expect(await page.evaluate(below)).toBe(0);
    for (let hour = 15; hour < 21; hour += 1)
      await addEvent(db, {
        title: `Un atelier de ${hour} heures, dont le titre est assez long pour tenir deux lignes de l’écran`,
        start: `2026-11-23T${hour}:00`,
        location: 'Une salle dont le nom est lui aussi bien trop long pour la place qui lui reste',
      });
    await page.reload();
    expect(await page.evaluate(below)).toBe(0);
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await page.getByText(/^… et \d\u00a0autres\.$/).count()).toBe(1);
    await db.pool.query("DELETE FROM event WHERE title LIKE 'Un atelier de%'");
    await close();
  });

  test.each([6, 8, 12])('holds on one screen a place of %i spaces', async (count) => {
    const [some] = mijoteuse.spaces.filter(({ use }) => use.by === 'seat');
    const spaces = Array.from({ length: count }, (_, nth) => ({
      ...(some ?? mijoteuse.spaces[0]),
      key: `espace-${nth}`,
      name: `Espace de coworking ${nth + 1}`,
    })) as Place['spaces'];
    await using large = await openWebHouse(db, { places: [{ ...mijoteuse, id: `grand-${count}`, spaces }] });
    const { page, close } = await openPage(browser, 'wall');
    await page.goto(`${large.origin}/ecran`);
    expect(await page.locator('.space').count()).toBe(count);
    expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0);
    await close();
  });

  test('keeps its hour, and learns of what changes without being touched', async () => {
    const { page, complaints, close } = await openPage(browser, 'wall');
    await page.clock.install({ time: '2026-11-23T13:20:00Z' });
    await page.goto(`${house.origin}/ecran`);
    const asked = page.waitForResponse(/\/ecran$/);
    await page.clock.fastForward(61_000);
    await (await asked).finished();
    expect(await page.locator('#heure').textContent()).toBe('14\u00a0h\u00a021');
    await addEvent(db, { title: 'Goûter des voisins', start: '2026-11-23T16:00', location: 'Cour' });
    await page.clock.runFor(16_000);
    await page.getByText('Goûter des voisins').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('shows the house’s hour where its own clock is wrong', async () => {
    const { page, close } = await openPage(browser, 'wall');
    await page.clock.install({ time: '2019-01-01T00:00:00Z' });
    await page.goto(`${house.origin}/ecran`);
    expect(await page.locator('#heure').textContent()).toBe('14\u00a0h\u00a020');
    await close();
  });

  test('outlives the server: it shows what it had, says since when, and goes on when the server is back', async () => {
    const first = await openWebHouse(db, { at: '2026-11-23T14:20' });
    const { port } = first.web;
    const { page, complaints, close } = await openPage(browser, 'wall');
    await page.clock.install({ time: '2026-11-23T13:20:00Z' });
    await page.goto(`${first.origin}/ecran`);
    await first.web.close();
    await page.clock.runFor(16_000);
    const absence = page.getByRole('status');
    await absence.filter({ hasText: 'Mijote ne répond pas. Dernière mise à jour à 14\u00a0h\u00a020' }).waitFor();
    expect(await page.getByText('Espace de coworking').isVisible()).toBe(true);
    await page.clock.runFor(16_000);

    const second = await openWebHouse(db, { at: '2026-11-23T16:30', port });
    await page.clock.runFor(16_000);
    await page.getByText('9\u00a0places libres sur 10').waitFor();
    await absence.waitFor({ state: 'hidden' });
    expect(complaints.filter((said) => said.startsWith('script'))).toEqual([]);
    await second.web.close();
    await close();
  });

  test('answers in words without any script', async () => {
    const { page, close } = await openPage(browser, 'wall', 'light', { javaScriptEnabled: false });
    await page.goto(`${house.origin}/ecran`);
    expect(await page.locator('#heure').textContent()).toBe('14\u00a0h\u00a020');
    await close();
  });
});

describe('in the dark', () => {
  test('the pages are dark, and in the light they are light', async () => {
    const paper = async (scheme: Scheme) => {
      const { page, close } = await open('the first page', 'desktop', scheme);
      const colour = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      await close();
      return colour.match(/\d+/g)?.map(Number) ?? [];
    };
    expect(Math.max(...(await paper('dark')))).toBeLessThan(60);
    expect(Math.min(...(await paper('light')))).toBeGreaterThan(200);
  });
});

test('a page that is not there says so, and leads back', async () => {
  const { page, close } = await openPage(browser, 'phone');
  await page.goto(`${house.origin}/nulle-part`);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Revenir à l’accueil' }).click();
  await page.waitForURL(`${house.origin}/`);
  await close();
});
