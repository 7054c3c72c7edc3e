import { messageMenuContract } from '../../contract/message-menu.ts';
import { openSlackWorld } from '../../support/slack/world.ts';

messageMenuContract({
  platform: 'slack',
  link: /^https:\/\/la-mijoteuse\.slack\.com\/archives\/C1\/p1700000000000100$/,
  open: async (chat) => {
    const world = await openSlackWorld(chat);
    return {
      ...world,
      menuPerson: (userId, name) => {
        const person = world.slack.person(`U${userId}`, name);
        return {
          ...person,
          picks: (label, { text, by }) => person.menu(label, { text, by: by === 'the bot' ? undefined : 'U1002' }),
          again: person.menuAgain,
        };
      },
    };
  },
});
