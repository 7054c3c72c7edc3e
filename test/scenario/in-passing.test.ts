// What people say to the bot without knowing its commands, and times that are no hours, on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe('« dès que possible »', () => {
  test('offers what is free first, and one press books it', async () => {
    await using house = await openHouse({ db });
    const terminal = await house.on('terminal');
    const [lea, karim] = [terminal.person('lea'), terminal.person('karim')];
    await karim.says('/reserver expression aujourd’hui 10h-14h');

    const offered = await lea.says('/reserver expression dès que possible');
    expect(offered.text).toContain('voici ce qui est libre en premier');
    expect(offered.buttons[0]).toBe(`Lundi 23${NBSP}novembre, 14${NBSP}h – 16${NBSP}h`);
    expect(offered.buttons[1]).toBe(`Mardi 24${NBSP}novembre, 9${NBSP}h – 11${NBSP}h`);
    const booked = await lea.presses(offered.buttons[0] ?? '');
    expect(booked.text).toContain(`lundi 23${NBSP}novembre 2026, de 14${NBSP}h à 16${NBSP}h`);
  });

  test('a part of the day that is wished for is kept', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on('terminal')).person('lea');
    const offered = await lea.says('/reserver coworking au plus vite l’après-midi');
    expect(offered.buttons[0]).toBe(`Lundi 23${NBSP}novembre, 13${NBSP}h${NBSP}30 – 15${NBSP}h${NBSP}30`);
  });
});

test('« qu’est-ce qui est libre la semaine prochaine ? » shows its first day, and books all of it in one form', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('terminal')).person('lea');
  const free = await lea.mentions('qu’est-ce qui est libre la semaine prochaine ?');
  expect(free.text).toContain(`lundi 30${NBSP}novembre`);
  expect(free.buttons).toContain('Réserver');
});

test('« annule ma résa de demain » cancels it, and « c’est ouvert samedi ? » says that it is not', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('terminal')).person('lea');
  await lea.says('/reserver coworking demain matin');
  expect((await lea.mentions('annule ma résa de demain')).text).toContain('C’est annulé');
  expect((await lea.mentions('c’est ouvert samedi ?')).text).toContain('fermé ce jour-là');
});

test('a day that a list leaves out is shown before the others are booked', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('terminal')).person('lea');
  const card = await lea.says('/reserver coworking vendredi et samedi');
  expect(card.text).toContain(`samedi 28${NBSP}novembre`);
  expect(card.text).not.toContain('C’est réservé');
});
