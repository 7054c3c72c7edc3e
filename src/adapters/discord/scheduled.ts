// The agenda as a server's scheduled events: https://discord.com/developers/docs/resources/guild-scheduled-event
import type { APIGuildScheduledEvent, RESTGetAPIGuildScheduledEventsResult } from 'discord.js';
import {
  type AgendaMirror,
  MirroredGone,
  MirrorFull,
  MirrorRefused,
  MirrorUnfit,
  type Sheet,
} from '../../chat/mirror.ts';
import type { Http } from './api.ts';
import { clip, scheduled } from './limits.ts';
import { escapeText } from './markdown.ts';
import { refusalCode, refusals } from './refusals.ts';

/** Seen by the members of that server, as Discord's only choice is; elsewhere than in one of its channels. */
const GUILD_ONLY = 2;
const ELSEWHERE = 3;
const status = { scheduled: 1, canceled: 4 } as const;

const isAddress = (paragraph: string): boolean => URL.canParse(paragraph);

/** Discord shows links and mentions in a description: what a member typed is none. */
const shown = (paragraph: string): string => (isAddress(paragraph) ? paragraph : escapeText(paragraph));

/** Cut where everyone sees it, and never between a sign and what keeps it literal. */
const cut = (text: string, chars: number): string => clip(text, chars).replace(/(?<=(?:^|[^\\])(?:\\\\)*)\\…$/, '…');

const bodyOf = ({ title, where, about, how, start, end }: Sheet) => {
  const last = `\n\n${shown(how)}`;
  return {
    name: clip(title, scheduled.nameChars),
    description: `${cut(about.map(shown).join('\n\n'), scheduled.descriptionChars - last.length)}${last}`,
    scheduled_start_time: start.toString(),
    scheduled_end_time: end.toString(),
    privacy_level: GUILD_ONLY,
    entity_type: ELSEWHERE,
    entity_metadata: { location: clip(where, scheduled.locationChars) },
  };
};

/** Whatever Discord makes of spaces and lines. */
const worded = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

const instantOf = (written: string | null | undefined): string =>
  written ? Temporal.Instant.from(written).toString() : '';

type Shown = Pick<APIGuildScheduledEvent, 'name' | 'scheduled_start_time' | 'scheduled_end_time' | 'entity_type'> & {
  readonly description?: string | null | undefined;
  readonly entity_metadata: { readonly location?: string | undefined } | null;
  readonly recurrence_rule?: unknown;
};

const looksOf = (event: Shown): string =>
  JSON.stringify([
    worded(event.name),
    worded(event.description),
    instantOf(event.scheduled_start_time),
    instantOf(event.scheduled_end_time),
    event.entity_type,
    worded(event.entity_metadata?.location),
    event.recurrence_rule ? 'comes back' : 'once',
  ]);

const inWords = (error: unknown): unknown => {
  switch (refusalCode(error)) {
    case refusals.unknownGuild:
    case refusals.missingAccess:
    case refusals.missingPermissions:
      return new MirrorRefused('discord lets no event be written there', { cause: error });
    case refusals.tooManyScheduled:
      return new MirrorFull('the server has as many events as it may', { cause: error });
    case refusals.unknownScheduled:
      return new MirroredGone('the event is no longer there', { cause: error });
    case refusals.invalidBody:
      return new MirrorUnfit('discord will not have such an event', { cause: error });
    default:
      return error;
  }
};

const said = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call;
  } catch (error) {
    throw inWords(error);
  }
};

/** The gateway's word of what someone does there. */
export interface Witness {
  changed(event: APIGuildScheduledEvent): void;
  deleted(event: Pick<APIGuildScheduledEvent, 'id' | 'guild_id'>): void;
}

interface Parts {
  readonly http: Http;
  /** Repeats nothing. */
  readonly once: Pick<Http, 'post'>;
  readonly botId: () => string;
  readonly guilds: () => readonly string[];
}

export const scheduledEvents = ({ http, once, botId, guilds }: Parts): AgendaMirror & { readonly witness: Witness } => {
  const heard = new Map<string, number>();
  /** As we last saw or wrote them: what Discord then tells of them is no news. */
  const written = new Map<string, string>();
  const noteHeard = (guildId: string): void => void heard.set(guildId, (heard.get(guildId) ?? 0) + 1);
  const routeOf = (guildId: string) => `/guilds/${guildId}/scheduled-events` as const;

  return {
    platform: 'discord',
    most: scheduled.most,
    workspaces: guilds,
    heard: (guildId) => heard.get(guildId) ?? 0,
    looks: (sheet) => looksOf(bodyOf(sheet)),

    standing: async (guildId) => {
      const events = (await said(http.get(routeOf(guildId)))) as RESTGetAPIGuildScheduledEventsResult;
      return events.map((event) => {
        const isOurs = event.creator_id === botId();
        if (isOurs) written.set(event.id, looksOf(event));
        return {
          reference: event.id,
          isOurs,
          hasBegun: event.status !== status.scheduled,
          looks: looksOf(event),
          endsWith: (how) => worded(event.description).endsWith(worded(shown(how))),
        };
      });
    },

    create: async (guildId, sheet) => {
      const made = (await said(once.post(routeOf(guildId), { body: bodyOf(sheet) }))) as APIGuildScheduledEvent;
      written.set(made.id, looksOf(made));
      return made.id;
    },

    change: async (guildId, reference, sheet) => {
      const body = { ...bodyOf(sheet), channel_id: null, recurrence_rule: null };
      written.set(reference, looksOf(body));
      await said(http.patch(`${routeOf(guildId)}/${reference}`, { body }));
    },

    remove: async (guildId, reference) => {
      written.delete(reference);
      try {
        await said(http.delete(`${routeOf(guildId)}/${reference}`));
      } catch (error) {
        // Someone was quicker.
        if (!(error instanceof MirroredGone)) throw error;
      }
    },

    witness: {
      changed: (event) => {
        const isKnown = written.get(event.id) === looksOf(event) && event.status !== status.canceled;
        if (event.creator_id === botId() && !isKnown) noteHeard(event.guild_id);
      },
      deleted: ({ id, guild_id }) => {
        if (written.delete(id)) noteHeard(guild_id);
      },
    },
  };
};
