// The application commands as Discord registers them.
import { type CommandBody, isMenuEntry, type MenuBody, parseCommand } from './checks.ts';
import { invalidBody, unknown } from './refusal.ts';
import type { Registered, World } from './world.ts';

const EVERYWHERE = 'everywhere';

export interface Registry {
  list(guildId?: string): readonly object[];
  create(body: unknown, guildId?: string): object;
  edit(id: string, body: unknown, guildId?: string): object;
  remove(id: string, guildId?: string): void;
  /** What a person on that server can type. */
  named(name: string, guildId: string | undefined): CommandBody | undefined;
  /** What they find in the menu of a message there. */
  inMenu(label: string, guildId: string | undefined): MenuBody | undefined;
}

/** Discord leaves out what is false or empty, adds what is its own. */
const payload = (world: World, { id, body, version }: Registered): object => ({
  id,
  application_id: world.applicationId,
  version,
  default_member_permissions: null,
  type: body.type ?? 1,
  name: body.name,
  name_localizations: null,
  description: isMenuEntry(body) ? '' : body.description,
  description_localizations: null,
  nsfw: false,
  contexts: body.contexts ?? null,
  integration_types: body.integration_types ?? [0],
  ...(!isMenuEntry(body) && body.options && body.options.length > 0
    ? {
        options: body.options.map((option) =>
          option.type === 1
            ? {
                type: 1,
                name: option.name,
                description: option.description,
                ...(option.options?.length ? { options: option.options.map(tidied) } : {}),
              }
            : tidied(option),
        ),
      }
    : {}),
});

const tidied = <T extends object>(option: T): object =>
  Object.fromEntries(Object.entries(option).filter(([, value]) => value !== false));

export const createRegistry = (world: World): Registry => {
  const scope = (guildId: string | undefined): Map<string, Registered> => {
    const key = guildId ?? EVERYWHERE;
    const there = world.commands.get(key) ?? new Map<string, Registered>();
    world.commands.set(key, there);
    return there;
  };

  const read = (body: unknown): CommandBody | MenuBody => {
    const command = parseCommand(body);
    if (command.success) return command.data;
    const problems = command.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    world.violations.push(...problems.map((problem) => `command: ${problem}`));
    throw invalidBody(problems);
  };

  const keep = (id: string, body: CommandBody | MenuBody, guildId: string | undefined): object => {
    const registered = { id, body, version: world.snowflake() };
    scope(guildId).set(id, registered);
    return payload(world, registered);
  };

  const offered = (guildId: string | undefined): readonly (CommandBody | MenuBody)[] =>
    [...(guildId === undefined ? [] : scope(guildId).values()), ...scope(undefined).values()].map(({ body }) => body);

  return {
    list: (guildId) => [...scope(guildId).values()].map((registered) => payload(world, registered)),
    create: (body, guildId) => {
      const command = read(body);
      const same = [...scope(guildId).values()].find(
        ({ body: known }) => known.name === command.name && isMenuEntry(known) === isMenuEntry(command),
      );
      return keep(same?.id ?? world.snowflake(), command, guildId);
    },
    edit: (id, body, guildId) => {
      if (!scope(guildId).has(id)) throw unknown.command();
      return keep(id, read(body), guildId);
    },
    remove: (id, guildId) => {
      if (!scope(guildId).delete(id)) throw unknown.command();
    },
    named: (name, guildId) =>
      offered(guildId).find((body) => !isMenuEntry(body) && body.name === name) as CommandBody | undefined,
    inMenu: (label, guildId) =>
      offered(guildId)
        .filter(isMenuEntry)
        .find(({ name, contexts = [0] }) => name === label && contexts.includes(guildId === undefined ? 1 : 0)),
  };
};
