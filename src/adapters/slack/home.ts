// A person's page, « Accueil »: when they open it, and how it is shown. https://docs.slack.dev/surfaces/app-home
import { z } from 'zod';
import { Unreachable } from '../../chat/adapter.ts';
import { type Homes, ShownSince } from '../../chat/home.ts';
import type { Person } from '../../chat/invocation.ts';
import type { Fitting } from '../../reply/fit.ts';
import { type Calls, Refused } from './answering.ts';
import { inPrivate } from './refusals.ts';
import { homeView } from './views.ts';

const opened = z.object({
  team_id: z.string(),
  event: z.object({ user: z.string(), tab: z.string() }),
});

/** Undefined: they opened their messages with the bot, which stand beside. */
export const homeOpened = (body: unknown): Pick<Person, 'platform' | 'workspace' | 'userId'> | undefined => {
  const { team_id, event } = opened.parse(body);
  return event.tab === 'home' ? { platform: 'slack', workspace: team_id, userId: event.user } : undefined;
};

const inWords = (error: unknown): unknown => {
  if (!(error instanceof Refused)) return error;
  if (error.message === 'hash_conflict') return new ShownSince('the page was shown anew', { cause: error });
  // The app as Slack knows it has no such page: its manifest is an older one.
  if (error.message === 'not_enabled') return new Unreachable('the app has no home tab', { cause: error });
  return inPrivate(error);
};

export const createHomes = ({
  calls,
  fitting,
}: {
  readonly calls: Pick<Calls, 'publish'>;
  readonly fitting: Fitting;
}): Homes => ({
  platform: 'slack',
  show: async ({ userId }, reply, over) => {
    try {
      return await calls.publish(userId, homeView(reply, fitting), over);
    } catch (error) {
      throw inWords(error);
    }
  },
});
