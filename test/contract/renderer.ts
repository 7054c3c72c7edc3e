// What every platform's renderer owes, whatever its markup: it loses nothing, injects nothing, notifies nobody by accident.
import { describe, expect, it } from 'vitest';
import {
  type Block,
  buttons,
  code,
  fields,
  heading,
  link,
  list,
  type Platform,
  p,
  type Reply,
  say,
  strong,
} from '../../src/reply/tree.ts';

export interface Renderer<P> {
  readonly platform: Platform;
  /** As the adapter does it: made to fit, then rendered. Too long a label, paragraph or command throws. */
  render(reply: Reply): P;
  /** Every word that a person reads in the payload, as the platform would show it: its own markup and escapes undone. */
  shown(payload: P): string;
  /** What can be pressed or chosen, in order, and the line that it sends. */
  acts(payload: P): readonly { readonly label: string; readonly command: string }[];
  /** Whom the platform would notify: ids of people and names of groups. */
  pings(payload: P): readonly string[];
  /** Names of what comes with the payload, or beside it. */
  files(payload: P): readonly string[];
}

const hostile =
  '<!channel> <@U1> <@!1> <@&2> <#C1> @everyone @here &lt;b&gt; *gras* _ital_ ~barré~ `code` [lien](https://exemple.fr) > cité # titre ||caché||';

const blocks: readonly Block[] = [
  heading('mot-titre'),
  p(
    'mot-paragraphe ',
    strong('mot-fort'),
    ' ',
    code('mot-code'),
    ' ',
    link('mot-lien', 'https://exemple.fr/mot-adresse'),
  ),
  p({ as: 'mention', name: 'mot-nom', userIds: {} }),
  list([['mot-un'], ['mot-deux ', strong('mot-gras')]]),
  fields(['mot-libelle', ['mot-valeur']], ['mot-autre', [strong('mot-seconde')]]),
  buttons({ label: 'mot-bouton', command: 'un' }, { label: 'mot-danger', command: 'deux', tone: 'danger' }),
  { type: 'choice', label: 'mot-choix', options: [{ label: 'mot-option', hint: 'mot-indice', command: 'trois' }] },
  { type: 'picture', name: 'image.png', png: new Uint8Array([1, 2, 3]), words: ['mot-image'] },
  { type: 'file', name: 'agenda.ics', mime: 'text/calendar', content: 'BEGIN:VCALENDAR', words: ['mot-fichier'] },
];

const wordsOf = (block: Block): readonly string[] => JSON.stringify(block).match(/mot-[a-z]+/g) ?? [];

const everywhere = (text: string): readonly Block[] => [
  heading(text.slice(0, 60)),
  p(text, strong(text), code(text), link(text, 'https://exemple.fr')),
  list([[text]]),
  fields([text.slice(0, 60), [text]]),
  buttons({ label: text.slice(0, 60), command: 'annuler 12' }),
  { type: 'choice', label: text.slice(0, 60), options: [{ label: text.slice(0, 60), command: 'annuler 13' }] },
  { type: 'picture', name: 'image.png', png: new Uint8Array([1]), words: [text] },
];

export const rendererContract = <P>({ platform, render, shown, acts, pings, files }: Renderer<P>) =>
  describe(`renderer contract (${platform})`, () => {
    it.each(blocks.map((block) => [block.type, block] as const))('loses nothing of a %s', (_, block) => {
      const read = shown(render(say('info', block)));
      for (const word of wordsOf(block)) expect(read).toContain(word);
    });

    it('keeps the blocks in their order', () => {
      const read = shown(render(say('done', p('premier'), list([['deuxième']]), p('troisième'))));
      expect(read).toMatch(/premier[\s\S]*deuxième[\s\S]*troisième/);
    });

    it('carries the command of each button and of each option', () => {
      const payload = render(
        say(
          'question',
          buttons(
            { label: 'Annuler', command: 'annuler 12', tone: 'danger', effect: 'replace' },
            { label: 'Voir', command: 'reservations', effect: 'beside' },
            { label: 'Modifier', command: 'reservations modifier 12', effect: 'form' },
          ),
          {
            type: 'choice',
            label: 'Autre créneau',
            options: [{ label: 'À 14 h', command: 'reserver coworking jeudi 14h' }],
          },
        ),
      );
      expect(acts(payload)).toEqual([
        { label: 'Annuler', command: 'annuler 12' },
        { label: 'Voir', command: 'reservations' },
        { label: 'Modifier', command: 'reservations modifier 12' },
        { label: 'À 14 h', command: 'reserver coworking jeudi 14h' },
      ]);
    });

    it('lets the same command stand under two buttons', () => {
      const twice = buttons({ label: 'Oui', command: 'annuler 12' }, { label: 'Bien sûr', command: 'annuler 12' });
      expect(acts(render(say('question', twice)))).toHaveLength(2);
    });

    it('notifies nobody because of what a member typed, wherever it stands', () => {
      expect(pings(render(say('info', ...everywhere(hostile))))).toEqual([]);
    });

    it('shows what a member typed as it was typed', () => {
      expect(shown(render(say('info', p(hostile))))).toContain(hostile);
    });

    it('names on purpose, and then notifies that person alone', () => {
      const named = p(
        'Demandez à ',
        { as: 'mention', name: 'Léa', userIds: { [platform]: '123456789' } },
        ' @everyone',
      );
      expect(pings(render(say('info', named)))).toEqual(['123456789']);
    });

    it('brings its pictures and files', () => {
      const payload = render(say('info', ...blocks.filter(({ type }) => type === 'picture' || type === 'file')));
      expect(files(payload)).toEqual(['image.png', 'agenda.ics']);
    });

    it('says how many lines of a long list it leaves out', () => {
      const items = Array.from({ length: 400 }, (_, index) => [`réservation numéro ${index}`]);
      expect(shown(render(say('info', list(items))))).toMatch(/… et \d+ de plus/);
    });

    it('refuses to cut a label in silence', () => {
      expect(() => render(say('info', buttons({ label: 'x'.repeat(300), command: 'aide' })))).toThrow(/label/);
    });
  });
