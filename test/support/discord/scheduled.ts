// A server's scheduled events, as Discord keeps them: https://discord.com/developers/docs/resources/guild-scheduled-event
import { z } from 'zod';
import type { Gateway } from './gateway.ts';
import { invalidBody, noAccess, Refusal } from './refusal.ts';
import type { World } from './world.ts';

const MOST = 100;

const fields = z.strictObject({
  name: z.string().trim().min(1).max(100),
  description: z.string().max(1000).optional(),
  scheduled_start_time: z.iso.datetime({ offset: true }),
  scheduled_end_time: z.iso.datetime({ offset: true }),
  privacy_level: z.literal(2),
  entity_type: z.literal(3),
  entity_metadata: z.strictObject({ location: z.string().trim().min(1).max(100) }),
});

const changes = fields.extend({ channel_id: z.null(), recurrence_rule: z.null() }).partial();

export interface Scheduled extends z.infer<typeof fields> {
  readonly id: string;
  readonly guild_id: string;
  readonly creator_id: string;
  /** 1: to come; 2: it goes on. Over or cancelled, it is not here any more. */
  readonly status: 1 | 2;
}

export interface ScheduledEvents {
  /** What stands on a server, by start. */
  on(guildId: string): readonly Scheduled[];
  list(guildId: string): object[];
  create(guildId: string, body: unknown): object;
  edit(guildId: string, id: string, body: unknown): object;
  remove(guildId: string, id: string): void;
  /** Someone makes one by hand. */
  madeByHand(
    guildId: string,
    event: Pick<Scheduled, 'name' | 'scheduled_start_time' | 'scheduled_end_time'>,
  ): Scheduled;
  /** Someone changes one by hand; `unheard`: the gateway says nothing of it. */
  changedByHand(event: Scheduled, change: Partial<Scheduled>, unheard?: 'unheard'): void;
  removedByHand(event: Scheduled): void;
  /** From now on the bot may make none there, or may again. */
  forbid(guildId: string, forbidden: boolean): void;
  /** Discord’s own filter of words: it says no more of it. */
  refuseTitle(title: string): void;
  /** How many calls of the bot changed something. */
  writes(): number;
  useClock(now: () => Temporal.Instant): void;
}

const unknownEvent = () => new Refusal(404, 10_070, 'Unknown Guild Scheduled Event');

export const createScheduled = (world: World, gateway: () => Gateway): ScheduledEvents => {
  const events = new Map<string, Scheduled>();
  const forbidden = new Set<string>();
  const refused = new Set<string>();
  let clock = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Date.now());
  let writes = 0;

  const on = (guildId: string): readonly Scheduled[] =>
    [...events.values()]
      .filter(({ guild_id }) => guild_id === guildId)
      .sort((a, b) => (a.scheduled_start_time < b.scheduled_start_time ? -1 : 1));

  const payload = (event: Scheduled): object => ({
    ...event,
    channel_id: null,
    entity_id: null,
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
    image: null,
  });

  const checked = <T>(schema: z.ZodType<T>, body: unknown): T => {
    const read = schema.safeParse(body);
    if (read.success) return read.data;
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    world.violations.push(...problems.map((problem) => `scheduled event: ${problem}`));
    throw invalidBody(problems);
  };

  const inOrder = ({ scheduled_start_time: start, scheduled_end_time: end }: z.infer<typeof fields>): void => {
    const [from, to] = [Temporal.Instant.from(start), Temporal.Instant.from(end)];
    const problem =
      Temporal.Instant.compare(from, clock()) <= 0
        ? 'Cannot schedule event in the past.'
        : Temporal.Instant.compare(to, from) <= 0
          ? 'Cannot schedule event to end before start.'
          : undefined;
    if (problem === undefined) return;
    world.violations.push(`scheduled event: ${problem}`);
    throw invalidBody([problem]);
  };

  const allowed = (guildId: string): void => {
    if (!world.guilds.includes(guildId)) throw new Refusal(404, 10_004, 'Unknown Guild');
    if (forbidden.has(guildId)) throw noAccess(50_013);
  };

  const found = (guildId: string, id: string): Scheduled => {
    const event = events.get(id);
    if (event?.guild_id !== guildId) throw unknownEvent();
    // « Créer des événements » lets the bot change its own, and nobody else's.
    if (event.creator_id !== world.botId) throw noAccess(50_013);
    return event;
  };

  const kept = (event: Scheduled, dispatch: string | undefined): Scheduled => {
    events.set(event.id, event);
    if (dispatch) gateway().dispatch(dispatch, payload(event));
    return event;
  };

  return {
    on,
    list: (guildId) => {
      if (!world.guilds.includes(guildId)) throw new Refusal(404, 10_004, 'Unknown Guild');
      return on(guildId).map(payload);
    },
    create: (guildId, body) => {
      allowed(guildId);
      const given = checked(fields, body);
      inOrder(given);
      if (refused.has(given.name)) throw invalidBody(['name: Contains words that are not allowed.']);
      if (on(guildId).length >= MOST)
        throw new Refusal(400, 30_038, 'Maximum number of uncompleted guild scheduled events reached (100)');
      writes += 1;
      const event = { ...given, id: world.snowflake(), guild_id: guildId, creator_id: world.botId, status: 1 as const };
      return payload(kept(event, 'GUILD_SCHEDULED_EVENT_CREATE'));
    },
    edit: (guildId, id, body) => {
      allowed(guildId);
      const event = found(guildId, id);
      const { channel_id: _channel, recurrence_rule: _rule, ...given } = checked(changes, body);
      const changed = { ...event, ...given } as Scheduled;
      if (changed.scheduled_start_time !== event.scheduled_start_time) {
        if (event.status !== 1) throw new Refusal(400, 180_000, 'Cannot update an active event');
        inOrder(changed);
      }
      writes += 1;
      return payload(kept(changed, 'GUILD_SCHEDULED_EVENT_UPDATE'));
    },
    remove: (guildId, id) => {
      allowed(guildId);
      const event = found(guildId, id);
      writes += 1;
      events.delete(id);
      gateway().dispatch('GUILD_SCHEDULED_EVENT_DELETE', payload(event));
    },
    madeByHand: (guildId, event) =>
      kept(
        {
          ...event,
          id: world.snowflake(),
          guild_id: guildId,
          creator_id: world.snowflake(),
          privacy_level: 2,
          entity_type: 3,
          entity_metadata: { location: 'Ailleurs' },
          status: 1,
        },
        'GUILD_SCHEDULED_EVENT_CREATE',
      ),
    changedByHand: (event, change, unheard) =>
      void kept({ ...event, ...change }, unheard ? undefined : 'GUILD_SCHEDULED_EVENT_UPDATE'),
    removedByHand: (event) => {
      events.delete(event.id);
      gateway().dispatch('GUILD_SCHEDULED_EVENT_DELETE', payload(event));
    },
    forbid: (guildId, is) => void (is ? forbidden.add(guildId) : forbidden.delete(guildId)),
    refuseTitle: (title) => void refused.add(title),
    writes: () => writes,
    useClock: (now) => {
      clock = now;
    },
  };
};
