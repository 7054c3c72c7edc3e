import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Rendering, render } from '../../../src/adapters/terminal/render.ts';
import { buttons, code, heading, p, type Reply, say, strong } from '../../../src/reply/tree.ts';
import { rendererContract } from '../../contract/renderer.ts';

const onCut = (what: string): void => {
  throw new Error(what);
};
const rendering: Rendering = { colour: true, from: 1, pathOf: (name) => `fichiers/${name}`, onCut };
const text = (reply: Reply, changes: Partial<Rendering> = {}) =>
  render(reply, { ...rendering, colour: false, ...changes }).text;

rendererContract({
  platform: 'terminal',
  render: (reply) => render(reply, rendering),
  shown: (screen) => stripVTControlCharacters(screen.text),
  acts: ({ acts }) => acts.map(({ label, command }) => ({ label, command })),
  pings: ({ rings }) => rings,
  files: (screen) => screen.files.map(({ name }) => name),
});

describe('a reply at the terminal', () => {
  test('numbers its buttons and its choices, in the order of reading', () => {
    const reply = say(
      'question',
      buttons({ label: 'Annuler', command: 'annuler 12' }, { label: 'Modifier', command: 'x', effect: 'form' }),
      {
        type: 'choice',
        label: 'Autre jour',
        options: [{ label: 'Jeudi', hint: '3 places', command: 'y' }],
      },
    );
    expect(text(reply, { from: 4 })).toBe('[4] Annuler  [5] Modifier\nAutre jour\u00a0:\n  [6] Jeudi (3 places)');
  });

  test('shows the commands themselves where no number can be typed afterwards', () => {
    const screen = render(say('done', buttons({ label: 'Annuler', command: 'annuler 12' })), {
      ...rendering,
      from: undefined,
    });
    expect(screen.text).toBe('[Annuler\u00a0: /annuler 12]');
    expect(screen.acts).toEqual([]);
  });

  test('is plain text without colour, and says the same with it', () => {
    const reply = say('info', heading('Le lieu'), p('ouvert ', strong('demain'), ' ', code('/dispo')));
    expect(text(reply)).toBe('Le lieu\nouvert demain /dispo');
    const coloured = text(reply, { colour: true });
    expect(coloured).toContain('\u001b[1m');
    expect(stripVTControlCharacters(coloured)).toBe(text(reply));
  });

  test.each([
    ['an escape sequence', 'a\u001b]0;piège\u0007b', 'a␛]0;piège␇b'],
    ['a one-byte escape', 'a\u009b31mb', 'a\ufffd31mb'],
    ['a return that hides the line', 'refusé\raccepté', 'refusé␍accepté'],
    ['a change of direction', 'a\u202egnp.exe', 'agnp.exe'],
    ['a delete', 'ab\u007fc', 'ab␡c'],
  ])('never sends raw to the terminal %s that a member typed', (_, typed, safe) => {
    const everywhere = say('info', p(typed, strong(typed)), buttons({ label: typed, command: 'x' }));
    expect(text(everywhere)).toBe(`${safe}${safe}\n[1] ${safe}`);
  });

  test('keeps the lines of a paragraph, and never lets a label run over two', () => {
    expect(text(say('info', p('un\ndeux'), buttons({ label: 'trois\nquatre', command: 'x' })))).toBe(
      'un\ndeux\n[1] trois quatre',
    );
  });
});
