import type { ShownName } from './model.ts';

/** Undefined: they are « occupé » to others. */
export const nameAs = (displayName: string, shown: ShownName): string | undefined => {
  switch (shown) {
    case 'hidden':
      return undefined;
    case 'first':
      return displayName.trim().split(/\s+/)[0];
    case 'full':
      return displayName.trim();
  }
};
