// Whether the lengths of a policy agree with one another.
import type { Found } from './faults.ts';
import type { ReadableRules } from './lenient.ts';
import type { Path } from './problem.ts';

const MINUTES_A_DAY = 24 * 60;

/** `own` are the lines of this very section: a fault of the common rules is said once, there. */
export const lengths = (common: ReadableRules, own: ReadableRules, path: Path): readonly Found[] => {
  const minutes = (name: 'pas' | 'durée minimale' | 'durée maximale' | 'durée par défaut') =>
    (own[name] ?? common[name])?.total('minutes');
  const says = (...fields: readonly (keyof ReadableRules)[]) => fields.some((field) => own[field] !== undefined);
  const [step, shortest] = [minutes('pas'), minutes('durée minimale')];
  const [longest, stay] = [minutes('durée maximale'), minutes('durée par défaut')];
  const faults: Found[] = [];
  if (step !== undefined && says('pas') && (step === 0 || MINUTES_A_DAY % step !== 0)) {
    faults.push({ path: [...path, 'pas'], fault: { code: 'place.step_splits_day' } });
  }
  if (
    shortest !== undefined &&
    longest !== undefined &&
    shortest > longest &&
    says('durée minimale', 'durée maximale')
  ) {
    faults.push({ path: [...path, 'durée minimale'], fault: { code: 'place.shortest_over_longest' } });
  }
  if (stay !== undefined && says('durée par défaut', 'durée minimale', 'durée maximale')) {
    if (stay < (shortest ?? 0) || stay > (longest ?? stay)) {
      faults.push({ path: [...path, 'durée par défaut'], fault: { code: 'place.stay_outside_bounds' } });
    }
  }
  for (const name of ['durée minimale', 'durée maximale', 'durée par défaut'] as const) {
    const length = minutes(name);
    if (length === undefined || !step || !says(name, 'pas')) continue;
    if (length === 0 || length % step !== 0) {
      faults.push({ path: [...path, name], fault: { code: 'place.stay_off_step' } });
    }
  }
  return faults;
};
