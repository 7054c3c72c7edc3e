// What happens to an initiative is written, and told to those who follow it, in one transaction.
import type { Queries } from '../../db/direct.ts';
import { insertPlanned } from '../deliveries/store.ts';
import { followersOf } from './followers-store.ts';
import { type Happened, insertStep } from './history-store.ts';
import { movesPlanned } from './telling.ts';

/** By whoever locked it. */
export const happens = async (tx: Queries, id: number, step: Happened): Promise<void> => {
  const stepId = await insertStep(tx, id, step);
  const followers = await followersOf(tx, id, 'follows');
  const planned = movesPlanned(
    { ...step, detail: step.detail, id: stepId },
    followers.map(({ memberId }) => memberId),
  );
  await insertPlanned(tx, planned, step.now);
};
