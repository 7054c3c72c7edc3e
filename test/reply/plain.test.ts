import { expect, test } from 'vitest';
import { plain, plainLine } from '../../src/reply/plain.ts';
import { type Block, buttons, code, fields, heading, link, list, p, say, strong } from '../../src/reply/tree.ts';

test('every inline has its words; a link shows where it leads, a mention the person’s name', () => {
  expect(
    plainLine([
      'Voir ',
      strong('ceci'),
      ' et ',
      code('/aide'),
      ', ',
      link('le site', 'https://example.org'),
      ', ',
      link('https://example.org', 'https://example.org'),
      ', ',
      { as: 'mention', name: 'Léa', userIds: { slack: 'U1' } },
    ]),
  ).toBe('Voir ceci et /aide, le site (https://example.org), https://example.org, Léa');
});

test.each<[Block, string]>([
  [heading('Titre'), 'Titre'],
  [p('Une ', strong('phrase'), '.'), 'Une phrase.'],
  [list([['un'], [strong('deux')]]), '• un\n• deux'],
  [fields(['Quand', ['demain']], ['Où', [strong('ici')]]), 'Quand\u00a0: demain\nOù\u00a0: ici'],
  [buttons({ label: 'Oui', command: 'oui' }, { label: 'Non', command: 'non' }), '[Oui] [Non]'],
  [
    {
      type: 'choice',
      label: 'Où',
      options: [
        { label: 'Ici', hint: '2 places', command: 'a' },
        { label: 'Là', command: 'b' },
      ],
    },
    'Où\n• Ici (2 places)\n• Là',
  ],
  [{ type: 'picture', name: 'semaine.png', png: new Uint8Array(), words: ['La semaine'] }, 'La semaine [semaine.png]'],
  [{ type: 'file', name: 'r.ics', mime: 'text/calendar', content: '', words: ['À ouvrir'] }, 'À ouvrir [r.ics]'],
])('a $type is said in words', (block, words) => {
  expect(plain(say('info', block))).toBe(words);
  expect(plain(say('info', p('avant'), block, p('après')))).toBe(`avant\n${words}\naprès`);
});

test('what a member typed stays as typed', () => {
  expect(plain(say('info', p('<!channel> @everyone *gras* [x](http://y)')))).toBe(
    '<!channel> @everyone *gras* [x](http://y)',
  );
});
