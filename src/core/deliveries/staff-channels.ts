// Where the staff of a place is told, as its file says. Pure.
import type { Place } from '../../place/model.ts';
import type { Channel } from './model.ts';

export const staffChannels = ({ channels, workspaces }: Place): readonly Channel[] =>
  (['slack', 'discord'] as const).flatMap((platform) => {
    const channel = channels?.staff[platform];
    return channel === undefined ? [] : [{ platform, workspace: workspaces[platform][0] ?? '', channel }];
  });
