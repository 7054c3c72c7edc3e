import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { after, leading } from '../../src/chat/options/placed.ts';
import { quota } from '../../src/chat/options/quota.ts';
import { space } from '../../src/chat/options/space.ts';
import { words } from '../../src/chat/options/words.ts';
import type { Placed, StructureCard } from '../../src/core/structures/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { namesakesReply } from '../../src/messages/staff.fr.ts';
import {
  closedReply,
  createdLine,
  placedReply,
  quotaReply,
  renamedLine,
  restoredLine,
  structureActs,
  structureReply,
  structuresReply,
} from '../../src/messages/structures.fr.ts';
import type { Line, Reply } from '../../src/reply/tree.ts';

const options = {
  faire: optional(leading(choice('Que faire', structureActs))),
  espace: optional(after('quota', space('Quota\u00a0: de quel espace'))),
  combien: optional(after('quota', quota('Quota\u00a0: combien par semaine'))),
  noms: optional(words('Structure, et personne ou nouveau nom')),
};

type Asked = Call<typeof options>;

/** A card of one structure: its buttons name it by its number. */
const cardOf = ({ place, lineWith }: Asked, card: StructureCard, done?: Line): Reply =>
  structureReply(
    place,
    card,
    {
      close: lineWith({ faire: 'supprimer', noms: String(card.id) }),
      dismiss: (memberId) => lineWith({ faire: 'retirer', noms: String(memberId) }),
    },
    done,
  );

/** Back to where the person was. */
const placedOf = ({ place, lineWith }: Asked, placed: Placed): Reply => {
  const { person, structure, former } = placed;
  if (structure?.id === former?.id) return placedReply(place, placed, undefined);
  const undo =
    former === undefined
      ? lineWith({ faire: 'retirer', noms: String(person.memberId) })
      : lineWith({ faire: 'ajouter', noms: `${person.memberId} ${former.id}` });
  return placedReply(place, placed, undo);
};

const seen = async (call: Asked, typed: string): Promise<Reply> => {
  const { actor, core, place, lineWith } = call;
  const { structures } = core.staff;
  if (typed === '') {
    const all = await structures.all(actor);
    return all.ok
      ? structuresReply(place, all.value, ({ id }) => lineWith({ noms: String(id) }))
      : refuse(all.error, place);
  }
  const found = await structures.card(actor, typed);
  return found.ok ? cardOf(call, found.value) : refuse(found.error, place);
};

const act = async (call: Asked, typed: string): Promise<Reply> => {
  const { args, actor, core, place, lineWith } = call;
  const { structures } = core.staff;
  switch (args.faire) {
    case undefined:
      return seen(call, typed);
    case 'creer': {
      const made = await structures.create(actor, typed);
      return made.ok ? cardOf(call, made.value, createdLine(made.value)) : refuse(made.error, place);
    }
    case 'renommer': {
      const renamed = await structures.rename(actor, typed);
      if (!renamed.ok) return refuse(renamed.error, place);
      return cardOf(call, renamed.value.card, renamedLine(renamed.value.card, renamed.value.former));
    }
    case 'ajouter': {
      const placed = await structures.admit(actor, typed);
      if (!placed.ok) return refuse(placed.error, place);
      if (placed.value.kind === 'placed') return placedOf(call, placed.value);
      const { id } = placed.value.structure;
      return namesakesReply(placed.value, (number) => lineWith({ noms: `${number} ${id}` }));
    }
    case 'retirer': {
      const placed = await structures.dismiss(actor, typed);
      if (!placed.ok) return refuse(placed.error, place);
      return placed.value.kind === 'placed'
        ? placedOf(call, placed.value)
        : namesakesReply(placed.value, (number) => lineWith({ noms: number }));
    }
    case 'quota': {
      const { espace, combien } = args;
      if (espace === undefined || combien === undefined || typed === '')
        return refuse({ code: 'structure.unclear', act: 'quota' }, place);
      const set = await structures.setQuota(actor, typed, espace, combien);
      if (!set.ok) return refuse(set.error, place);
      const noms = String(set.value.card.id);
      return quotaReply(place, set.value, (former) => lineWith({ combien: former, noms }));
    }
    case 'supprimer': {
      const closed = await structures.close(actor, typed);
      if (!closed.ok) return refuse(closed.error, place);
      return closedReply(closed.value, lineWith({ faire: 'retablir', noms: String(closed.value.id) }));
    }
    case 'retablir': {
      const restored = await structures.restore(actor, typed);
      return restored.ok ? cardOf(call, restored.value, restoredLine(restored.value)) : refuse(restored.error, place);
    }
  }
};

export const structure = defineCommand({
  name: 'structure',
  summary: 'Tenir les structures, leurs membres et leur quota',
  title: 'Structures',
  access: 'animation',
  audience: 'asker',
  options,
  examples: [
    '',
    'creer Les Copains',
    'ajouter Karim — Les Copains',
    'quota Les Copains coworking 12',
    'renommer Les Copains — Les Copines',
  ],

  run: (call) => act(call, call.args.noms ?? ''),
});
