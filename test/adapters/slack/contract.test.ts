import { filesOf } from '../../../src/adapters/slack/files.ts';
import { limits } from '../../../src/adapters/slack/limits.ts';
import { render } from '../../../src/adapters/slack/render.ts';
import { more } from '../../../src/messages/words.fr.ts';
import { fit } from '../../../src/reply/fit.ts';
import { adapterContract } from '../../contract/adapter.ts';
import { rendererContract } from '../../contract/renderer.ts';
import { actionsOf, buttonsOf, choicesOf, messageContent, pingsOf, shownText } from '../../support/slack/block-kit.ts';
import { openSlackWorld } from '../../support/slack/world.ts';

const onCut = (what: string): never => {
  throw new Error(what);
};

rendererContract({
  platform: 'slack',
  render: (reply) => {
    const fitted = fit(reply, limits, { more, onCut });
    return { content: messageContent.parse(render(fitted)), files: filesOf(reply) };
  },
  shown: ({ content: { blocks } }) =>
    [
      shownText(blocks),
      ...buttonsOf(blocks),
      ...choicesOf(blocks),
      ...actionsOf(blocks).flatMap((element) =>
        element.type === 'static_select'
          ? [element.placeholder?.text, ...element.options.map(({ description }) => description?.text)]
          : [],
      ),
    ].join('\n'),
  acts: ({ content: { blocks } }) =>
    actionsOf(blocks).flatMap((element) =>
      element.type === 'button'
        ? [{ label: element.text.text, command: element.value }]
        : element.options.map(({ text, value }) => ({ label: text.text, command: value })),
    ),
  pings: ({ content }) => pingsOf(content),
  files: ({ files }) => files.map(({ name }) => name),
});

adapterContract({ platform: 'slack', open: (chat) => openSlackWorld(chat, 'socket') }, ', Socket Mode');
adapterContract({ platform: 'slack', open: (chat) => openSlackWorld(chat, 'http') }, ', HTTP');
