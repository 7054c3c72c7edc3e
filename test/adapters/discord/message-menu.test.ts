import { messageMenuContract } from '../../contract/message-menu.ts';
import { openConnectedDiscord } from '../../support/discord/connected.ts';

messageMenuContract({
  platform: 'discord',
  link: /^https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+$/,
  open: async (chat) => {
    const world = await openConnectedDiscord(chat);
    return {
      ...world,
      menuPerson: (userId, name) => {
        const person = world.discord.person(userId, name);
        const author = world.discord.world.users.get(userId);
        return {
          ...person,
          picks: (label, { text, by }) => person.menu(label, { text, by: by === 'the bot' ? undefined : author }),
          again: async () => person.menuAgain(),
        };
      },
    };
  },
});
