// What a veilleuse sees of an initiative once she did something with it.
import type { Call } from '../../src/chat/command.ts';
import { sheet } from '../../src/chat/options/sheet.ts';
import type { CoreFailure } from '../../src/core/failure.ts';
import type { Initiative } from '../../src/core/initiatives/model.ts';
import { missingIn } from '../../src/core/initiatives/rules.ts';
import type { Result } from '../../src/kernel/result.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { dossierReply } from '../../src/messages/initiative.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

export const whichInitiative = { initiative: sheet('Numéro de l’initiative (I-042)', ['initiative']) };

type Asked = Pick<Call<unknown>, 'actor' | 'core' | 'place'>;

export const dossierOf = async ({ actor, core, place }: Asked, number: number, done?: string): Promise<Reply> => {
  const dossier = await core.initiatives.dossier(actor, number);
  if (!dossier.ok) return refuse(dossier.error, place);
  return dossierReply(place, dossier.value, { done, missing: missingIn(place, dossier.value.initiative) });
};

export const outcomeOf = (
  call: Asked,
  outcome: Result<Initiative, CoreFailure>,
  done: string,
): Promise<Reply> | Reply =>
  outcome.ok ? dossierOf(call, outcome.value.number, done) : refuse(outcome.error, call.place);
