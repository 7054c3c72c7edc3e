// Who asks, from what Discord sends along with each request: never a call.
import type { APIGuildMember, APIUser } from 'discord.js';
import type { Person } from '../../chat/invocation.ts';

const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;

/** A bit field, as Discord writes it: a decimal number in a string. */
export const administers = (permissions: string): boolean =>
  (BigInt(permissions) & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n;

/** What stands for a server where there is none: a private conversation with a bot that several servers share. */
export const PRIVATE_WORKSPACE = 'dm';

export interface Sender {
  readonly guildId: string | undefined;
  readonly user: Pick<APIUser, 'id' | 'username' | 'global_name'>;
  readonly member: Pick<APIGuildMember, 'nick'> | undefined;
  readonly isAdmin: () => boolean;
}

export const displayNameOf = (user: Sender['user'], member: Sender['member']): string =>
  member?.nick ?? user.global_name ?? user.username;

/** `onlyGuild`: the server of a private conversation, when the bot serves one alone. */
export const personOf = ({ guildId, user, member, isAdmin }: Sender, onlyGuild: string | undefined): Person => ({
  platform: 'discord',
  workspace: guildId ?? onlyGuild ?? PRIVATE_WORKSPACE,
  userId: user.id,
  displayName: displayNameOf(user, member),
  isWorkspaceAdmin: async () => isAdmin(),
});
