import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/adapters/slack/limits.ts';
import { render } from '../../../src/adapters/slack/render.ts';
import { more } from '../../../src/messages/words.fr.ts';
import { fit } from '../../../src/reply/fit.ts';
import { type Block, buttons, fields, heading, list, p, say, strong } from '../../../src/reply/tree.ts';
import { messageContent, pingsOf, shownText } from '../../support/slack/block-kit.ts';

const rendered = (...blocks: readonly Block[]) => messageContent.parse(render(say('info', ...blocks)));

const fitted = (...blocks: readonly Block[]) => {
  const cut: string[] = [];
  const reply = fit(say('info', ...blocks), limits, { more, onCut: (what) => void cut.push(what) });
  return { message: messageContent.parse(render(reply)), cut };
};

describe('a reply as Slack’s blocks', () => {
  it('has a text twin that says all of it and that parses to nothing', () => {
    const { text } = rendered(heading('Réservé'), p('Le <!channel> de ', strong('Léa & co'), ' <@U1>'));
    expect(text).toBe('Réservé\nLe &lt;!channel&gt; de Léa &amp; co &lt;@U1&gt;');
  });

  it('notifies in the text twin no one who is named', () => {
    const named = rendered(p({ as: 'mention', name: 'Léa', userIds: { slack: 'U1' } }));
    expect(named.text).toBe('Léa');
    expect(pingsOf(named)).toEqual(['U1']);
  });

  it('says fields one a line', () => {
    expect(shownText(rendered(fields(['Quand', ['mardi']], ['Où', ['coworking']])).blocks)).toBe(
      'Quand\u00a0: mardi\nOù\u00a0: coworking',
    );
  });

  it('gives each button an id that says what becomes of the card', () => {
    const same = { label: 'Voir', command: 'aide' };
    const message = rendered(buttons(same, { ...same, effect: 'beside' }, { ...same, effect: 'form' }), buttons(same));
    const ids = message.blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.map(({ action_id }) => action_id) : [],
    );
    expect(ids.map((id) => id.split(':')[0])).toEqual(['replace', 'beside', 'form', 'replace']);
    expect(new Set(ids).size).toBe(4);
  });

  it.each<Block>([
    p(''),
    p(),
    list([]),
    list([['']]),
    fields(),
    buttons(),
    { type: 'choice', label: 'x', options: [] },
  ])('sends nothing that Slack refuses for being empty: %j', (block) => {
    expect(rendered(p('avant'), block).blocks[0]?.type).toBe('rich_text');
  });

  it('fits a very long reply, and says what it left out', () => {
    const { message, cut } = fitted(
      p('Voici.'),
      list(Array.from({ length: 500 }, (_, index) => [`réservation ${index} `.repeat(20)])),
    );
    expect(shownText(message.blocks)).toMatch(/… et \d+ de plus/);
    expect(cut).toEqual([]);
  });

  it('fits a hundred buttons and options of full length', () => {
    const label = 'x'.repeat(75);
    const command = 'c'.repeat(150);
    const options = Array.from({ length: 100 }, () => ({ label, hint: 'i'.repeat(300), command }));
    const { cut } = fitted(buttons(...Array.from({ length: 25 }, () => ({ label, command }))), {
      type: 'choice',
      label: 'l'.repeat(400),
      options,
    });
    expect(cut).toEqual([]);
  });
});
