import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../src/adapters/discord/markdown.ts';
import { render } from '../../../src/adapters/discord/render.ts';
import { type Block, buttons, code, heading, link, list, p, type Reply, say, strong } from '../../../src/reply/tree.ts';
import { messageProblems, readMessage } from '../../support/discord/checks.ts';
import { markdownOf, shown } from '../../support/discord/markdown.ts';

const LAID_OUT = 1 << 15;

const cuts: string[] = [];
const rendered = (reply: Reply, staysLaidOut = false) => {
  cuts.length = 0;
  const message = render(reply, { onCut: (what) => cuts.push(what), staysLaidOut });
  const files = message.files.map(({ name }) => name);
  expect(messageProblems(message.body, { files, wasLaidOut: staysLaidOut, edits: false })).toEqual([]);
  return message;
};
const wordsOf = (reply: Reply): string => shown(markdownOf(readMessage(rendered(reply).body)));

const press = (label: string, command = label) => buttons({ label, command });
const picture: Block = { type: 'picture', name: 'semaine.png', png: new Uint8Array([1]), words: ['La semaine'] };

describe('the layout of a message', () => {
  it.each<[string, readonly Block[]]>([
    ['words alone', [heading('Titre'), p('Des mots'), list([['un']])]],
    ['words, then buttons', [p('Des mots'), press('Oui'), press('Non')]],
    ['words, a picture, then buttons', [p('Des mots'), picture, press('Oui')]],
  ])('is plain, so that notifications show its words: %s', (_, blocks) => {
    const { body, laidOut } = rendered(say('info', ...blocks));
    expect(laidOut).toBe(false);
    expect(body.content).toMatch(/Titre|Des mots/);
  });

  it.each<[string, readonly Block[]]>([
    ['words between buttons', [p('Lundi'), press('Annuler lundi'), p('Mardi'), press('Annuler mardi')]],
    ['words after a picture', [picture, p('Des mots')]],
    ['buttons without words', [press('Oui')]],
    ['more than 2,000 characters', [p('mot '.repeat(600))]],
    ['six rows', [p('Des mots'), ...Array.from({ length: 6 }, (_, index) => press(`${index}`))]],
  ])('keeps the order and the words in components: %s', (_, blocks) => {
    expect(rendered(say('info', ...blocks)).body).toMatchObject({ flags: LAID_OUT, content: null });
    expect(cuts).toEqual([]);
  });

  it('stays in components where the edited card was', () => {
    expect(rendered(say('info', p('Des mots')), true).body).toMatchObject({ flags: LAID_OUT });
  });

  it('puts five buttons on a row', () => {
    const many = buttons(
      ...Array.from({ length: 12 }, (_, index) => ({ label: `${index}`, command: `dire ${index}` })),
    );
    expect(
      rendered(say('info', p('Lequel ?'), many)).body.components?.map(
        (row) => 'components' in row && row.components.length,
      ),
    ).toEqual([5, 5, 2]);
  });

  it('says what it must leave out when there are more than forty components', () => {
    const cards = Array.from({ length: 25 }, (_, index): readonly Block[] => [
      p(`Réservation ${index}`),
      press(`Annuler ${index}`),
    ]);
    rendered(say('info', ...cards.flat().slice(0, 40)));
    expect(cuts).toContain('message: more than 40 components');
  });

  it('shortens lists further when escapes lengthen them', () => {
    const items = Array.from({ length: 45 }, (_, index) => [`${'*_~|`'.repeat(15)} ${index}`]);
    expect(wordsOf(say('info', list(items)))).toMatch(/\d+ de plus/);
    expect(cuts).toEqual([]);
  });
});

describe('what a member typed', () => {
  it.each([
    '# titre',
    '-# petit',
    '> citation',
    '- puce',
    '+ puce',
    '1. un',
    '  2) deux',
    '**gras** __souligné__ ~~barré~~ ||caché||',
    '```js\ncode\n```',
    '[lien](https://exemple.fr)',
    'https://exemple.fr/chemin_(détour)',
    '<https://exemple.fr>',
    '<@123456789012345678> <@!1> <@&2> <#3> <:emoji:4> <a:emoji:5> <t:1700000000:R> </aide:6> <id:home>',
    '@everyone @here',
    'c:\\dossier\\',
    'ligne\n# titre\n> suite',
    '\u202eàl‘envers 🙂',
  ])('is shown to the letter: %j', (typed) => {
    expect(wordsOf(say('info', p(typed)))).toBe(typed);
    expect(wordsOf(say('info', p(strong(typed.trim()))))).toBe(typed.trim());
  });

  it('leaves no sign of markdown without its backslash', () => {
    expect(escapeText('# *a* <@1> https://x.fr')).toBe('\\# \\*a\\* \\<\\@1> https\\://x.fr');
  });

  it('is shown as code to the letter, even with backticks', () => {
    expect(wordsOf(say('info', p(code('/reserver <espace>'), ' ', code('a`b'))))).toBe('/reserver <espace> a`b');
  });

  it('never becomes a link to something else than the web', () => {
    expect(wordsOf(say('info', p(link('ici', 'javascript:alert(1)'))))).toBe('ici (javascript:alert(1))');
    expect(wordsOf(say('info', p(link('ici', 'https://exemple.fr/a)b>c'))))).toBe('ici (https://exemple.fr/a%29b%3Ec)');
  });
});

describe('attachments', () => {
  it('have names that Discord keeps, each its own, and words for those who do not see them', () => {
    const file = (name: string): Block => ({
      type: 'file',
      name,
      mime: 'text/csv',
      content: 'a',
      words: ['Bilan de l’été'],
    });
    const { body } = rendered(say('info', file('bilan été.csv'), file('bilan été.csv'), press('Oui'), p('Après')));
    expect(body.attachments).toEqual([
      { id: 0, filename: 'bilan_ete.csv', description: 'Bilan de l’été' },
      { id: 1, filename: '2_bilan_ete.csv', description: 'Bilan de l’été' },
    ]);
  });
});
