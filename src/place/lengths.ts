// Whether the lengths of a policy agree with one another. A space's own lines stand over the common ones; a fault is told
// in the section that wrote one of the two lines, and once.
import type { Found } from './faults.ts';
import type { ReadableRules } from './lenient.ts';
import type { Fault, Path } from './problem.ts';

const LENGTHS = ['durée minimale', 'durée maximale', 'durée par défaut'] as const;
type Field = 'pas' | (typeof LENGTHS)[number];

const MINUTES_A_DAY = 24 * 60;

export const lengths = (common: ReadableRules, own: ReadableRules, path: Path): readonly Found[] => {
  const minutes = (field: Field) => (own[field] ?? common[field])?.total('minutes');
  const writes = (...fields: readonly Field[]) => fields.some((field) => own[field] !== undefined);
  const at = (field: Field, fault: Fault): Found => ({ path: [...path, field], fault });
  const isOver = (smaller: Field, larger: Field) => {
    const [small, large] = [minutes(smaller), minutes(larger)];
    return small !== undefined && large !== undefined && small > large && writes(smaller, larger);
  };

  const step = minutes('pas');
  if (step !== undefined && (step === 0 || MINUTES_A_DAY % step !== 0)) {
    return writes('pas') ? [at('pas', { code: 'place.step_splits_day' })] : [];
  }
  const offStep = LENGTHS.filter((field) => {
    const length = minutes(field);
    return length !== undefined && writes(field, 'pas') && (length === 0 || length % (step ?? length) !== 0);
  }).map((field) => at(field, { code: 'place.off_step' }));
  if (isOver('durée minimale', 'durée maximale')) {
    return [...offStep, at('durée minimale', { code: 'place.shortest_over_longest' })];
  }
  const isOutside = isOver('durée minimale', 'durée par défaut') || isOver('durée par défaut', 'durée maximale');
  return isOutside ? [...offStep, at('durée par défaut', { code: 'place.stay_outside_bounds' })] : offStep;
};
