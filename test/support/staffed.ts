// People of a place on Slack, one of whom is of its staff.
import type { TestHouse } from './house.ts';
import type { PersonDriver } from './seen.ts';

export const giveRole = async ({ db }: TestHouse, name: string, role: string): Promise<void> => {
  await db.pool.query('INSERT INTO member_role (member_id, role) SELECT id, $2 FROM member WHERE display_name = $1', [
    name,
    role,
  ]);
};

export interface Staffed {
  /** Of the staff. */
  readonly ana: PersonDriver;
  readonly karim: PersonDriver;
  readonly lea: PersonDriver;
}

export const staffed = async (house: TestHouse): Promise<Staffed> => {
  const slack = await house.on('slack');
  const [ana, karim, lea] = [slack.person('ana'), slack.person('karim'), slack.person('lea')];
  for (const each of [ana, karim, lea]) await each.says('/lieu coworking');
  await giveRole(house, 'ana', 'animation');
  return { ana, karim, lea };
};

/** What someone was told on Slack without having asked, once the work of the minute is done. */
export const toldTo = async (house: TestHouse, name: string): Promise<readonly string[]> => {
  const slack = await house.on('slack');
  const before = slack.told(name).length;
  await house.runJobs();
  return slack.told(name).slice(before);
};
