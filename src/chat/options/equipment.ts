import { ok } from '../../kernel/result.ts';
import { findEquipment, parseEquipment, printEquipment } from '../../reading/equipment.ts';
import type { WantedEquipment } from '../../reading/model.ts';
import type { RequiredOption } from '../option.ts';

/** Counted equipment of the space, or of any space while none is chosen. */
export const equipment = (summary: string): RequiredOption<readonly WantedEquipment[]> => ({
  kind: 'equipment',
  summary,
  required: true,
  input: 'text',
  completes: true,
  parse: (raw, { space, place }) => parseEquipment(raw, space, place),
  find: (sentence, { space, place }) => ok(findEquipment(sentence, space, place)),
  print: (wanted, { place }) => printEquipment(wanted, place),
  phrase: (wanted, { place }) => (wanted.length === 0 ? '' : `avec ${printEquipment(wanted, place)}`),
  suggest: (_raw, { space, place }) =>
    (space ? [space] : place.spaces)
      .flatMap((each) => each.equipment)
      .filter(({ count }) => count !== undefined)
      .map(({ name }) => ({ label: name, value: name })),
});
