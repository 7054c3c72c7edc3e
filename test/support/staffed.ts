// People of a place, one of whom is of its staff, and what they type on each platform.
import type { Platform } from '../../src/reply/tree.ts';
import type { TestHouse } from './house.ts';
import type { PersonDriver } from './seen.ts';

export const giveRole = async ({ db }: TestHouse, name: string, role: string): Promise<void> => {
  await db.pool.query('INSERT INTO member_role (member_id, role) SELECT id, $2 FROM member WHERE display_name = $1', [
    name,
    role,
  ]);
};

/** Whoever has the role « partenaire » already. */
export const speaksFor = async ({ db }: TestHouse, name: string, partnerKey: string): Promise<void> => {
  await db.pool.query(
    `INSERT INTO partner_member (place_id, partner_key, member_id, named_at)
     SELECT place_id, $2, id, created_at FROM member WHERE display_name = $1`,
    [name, partnerKey],
  );
};

export interface Staffed {
  /** Of the staff. */
  readonly ana: PersonDriver;
  readonly karim: PersonDriver;
  readonly lea: PersonDriver;
}

export const staffed = async (house: TestHouse, platform: Platform = 'slack'): Promise<Staffed> => {
  const people = await house.on(platform);
  const [ana, karim, lea] = [people.person('ana'), people.person('karim'), people.person('lea')];
  for (const each of [ana, karim, lea]) await each.says(written(platform, '/lieu', { espace: 'coworking' }));
  await giveRole(house, 'ana', 'animation');
  return { ana, karim, lea };
};

/** What introduces a value in a sentence, and not in an option of its own: « pour 2 », « avec un ordinateur ». */
const INTRODUCED = /^(?:pour|avec|au nom de) /;

/**
 * The same request as each platform has it typed: by the names of the options on Discord, as one sentence elsewhere, where
 * a reason stands behind a dash. A subcommand that opens when the command is typed alone must be named on Discord.
 */
export const written = (
  platform: Platform,
  command: string,
  options: Readonly<Record<string, string>> = {},
): string => {
  const words = Object.entries(options).map(([name, value]) =>
    platform === 'discord' ? `${name}:${value.replace(INTRODUCED, '')}` : name === 'motif' ? `— ${value}` : value,
  );
  return [command, ...words].join(' ');
};

/** What someone was told without having asked, once the work of the minute is done. */
export const toldTo = async (
  house: TestHouse,
  name: string,
  platform: Platform = 'slack',
): Promise<readonly string[]> => {
  const people = await house.on(platform);
  const before = people.told(name).length;
  await house.runJobs();
  return people.told(name).slice(before);
};
