// From the first word of someone with an idea to the mark of their attendance, with the partner on the other platform: no
// step is taken for them, each begins with what the one before showed.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { giveRole, toldTo, written } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

test.each([
  ['slack', 'discord'],
  ['discord', 'slack'],
] as const)(
  'someone on %s, a partner on %s: from « j’ai une idée » to « venu·e », and what became of it',
  async (ours, theirs) => {
    await using house = await openHouse({ db });
    const [here, there] = [await house.on(ours), await house.on(theirs)];
    const [lea, ana, noe] = [here.person('lea'), here.person('ana'), there.person('noe')];
    await ana.says(written(ours, '/lieu', { espace: 'coworking' }));
    await noe.says(written(theirs, '/lieu', { espace: 'coworking' }));
    await giveRole(house, 'ana', 'animation');

    // The staff says who speaks for BGE, who opens their sessions.
    const named = await ana.says(written(ours, '/equipe partenaire', { personne: 'noe', partenaire: 'BGE' }));
    expect(named.text).toContain('parle au nom de BGE Haute-Garonne');
    const opened = await noe.says(
      written(theirs, '/permanence ouvrir', {
        quand: 'jeudi 9h-12h',
        rdv: 'rdv de 45 min',
        espace: 'expression',
      }),
    );
    expect(opened.text).toContain(`4${NBSP}créneaux libres`);

    // The first word.
    const understood = await lea.mentions('j’ai une idée d’épicerie, qui peut m’aider ? je cherche un accompagnement');
    expect(understood.text).toContain(`Besoin${NBSP}: Être suivi, pas à pas`);
    const result = await lea.presses('Voir qui peut m’aider');
    expect(result.text).toContain('BGE Haute-Garonne');
    expect(result.text).toContain('Parce que');

    // A date, in one press.
    const slot = result.buttons.find((label) => label.startsWith('Prendre rendez-vous'));
    expect(slot).toContain(`jeudi 26${NBSP}novembre`);
    const taken = await lea.presses(slot ?? '');
    expect(taken.text).toContain('Votre rendez-vous est pris');
    expect(taken.text).toContain(`jeudi 26${NBSP}novembre 2026, 9${NBSP}h – 9${NBSP}h${NBSP}45`);

    // Put in touch: nothing leaves before « J’accepte ».
    const introduce = result.buttons.find((label) => label.includes('BGE') && label.includes('mis·e en relation'));
    const asked = await lea.presses(introduce ?? '');
    expect(asked.text).toContain('Rien n’est parti');
    expect(await toldTo(house, 'noe', theirs)).toEqual([]);
    expect((await lea.presses('J’accepte')).text).toContain('C’est envoyé à BGE Haute-Garonne');
    const [card] = await toldTo(house, 'noe', theirs);
    expect(card).toContain('Une personne souhaite vous rencontrer');
    expect(card).toContain('lea');
    expect((await noe.presses('Je prends')).text).toContain('C’est noté');
    expect((await toldTo(house, 'lea', ours)).join('\n')).toContain('BGE Haute-Garonne vous prend en charge');

    // She sees each step; the staff sees that it is no longer the partner's turn.
    expect((await lea.says(written(ours, '/accompagnement voir', {}))).text).toContain('BGE Haute-Garonne');
    expect((await ana.says(written(ours, '/accompagnement dossier', { dossier: '1' }))).text).toContain(
      `BGE Haute-Garonne, le jeudi 26${NBSP}novembre 2026 à 9${NBSP}h${NBSP}: à venir`,
    );

    // The day before, and the day.
    house.at('2026-11-25T17:00');
    expect((await toldTo(house, 'lea', ours)).join('\n')).toContain(`9${NBSP}h – 9${NBSP}h${NBSP}45`);
    house.at('2026-11-26T09:50');
    const list = await noe.says(written(theirs, '/permanence liste', { seance: '1' }));
    expect(list.text).toContain(`9${NBSP}h – 9${NBSP}h${NBSP}45${NBSP}: lea`);
    // The first of the lists: who came.
    expect((await noe.chooses('lea')).text).toContain(`lea, venu·e`);
    expect((await noe.says(written(theirs, '/permanence liste', { seance: '1' }))).text).toContain('lea, venu·e');
    expect((await ana.says(written(ours, '/accompagnement dossier', { dossier: '1' }))).text).toContain(
      `à 9${NBSP}h${NBSP}: venu·e`,
    );

    // What became of it: one question, once.
    expect((await noe.presses('Aide apportée')).text).toContain('l’aide est apportée');
    expect((await toldTo(house, 'lea', ours)).join('\n')).toContain('BGE Haute-Garonne dit vous avoir aidé·e');
    expect((await lea.presses('Oui, tout à fait')).text).toContain('C’est noté');
    house.at('2026-11-27T10:00');
    expect(await toldTo(house, 'lea', ours)).toEqual([]);

    // Nobody's name, number or words where others read, nor in any line of the log.
    const personal = /lea|06 ?12|épicerie|libre le mardi/i;
    for (const room of [here, there]) expect(JSON.stringify(room.inChannel())).not.toMatch(personal);
    expect(house.logged.length).toBeGreaterThan(0);
    expect(house.logged.filter((line) => personal.test(line))).toEqual([]);
  },
);
