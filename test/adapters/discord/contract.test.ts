import { readCustomId } from '../../../src/adapters/discord/custom-id.ts';
import { render } from '../../../src/adapters/discord/render.ts';
import { adapterContract } from '../../contract/adapter.ts';
import { rendererContract } from '../../contract/renderer.ts';
import { actsIn, readMessage } from '../../support/discord/checks.ts';
import { openConnectedDiscord } from '../../support/discord/connected.ts';
import { markdownOf, pinged, shown } from '../../support/discord/markdown.ts';

const onCut = (what: string): never => {
  throw new Error(what);
};

rendererContract({
  platform: 'discord',
  render: (reply) => readMessage(render(reply, { onCut }).body),
  shown: (body) =>
    [
      shown(markdownOf(body)),
      ...actsIn(body.components ?? []).flatMap((act) =>
        act.type === 2 ? [act.label] : act.options.flatMap(({ label, description = '' }) => [label, description]),
      ),
    ].join('\n'),
  acts: ({ components = [] }) =>
    actsIn(components)
      .flatMap((act) =>
        act.type === 2
          ? [{ label: act.label, id: act.custom_id }]
          : act.options.map(({ label, value }) => ({ label, id: value })),
      )
      .map(({ label, id }) => ({ label, command: readCustomId(id)?.command ?? id })),
  pings: (body) => pinged(body),
  files: ({ attachments = [] }) => attachments.map(({ filename }) => filename),
});

adapterContract({ platform: 'discord', open: openConnectedDiscord });
