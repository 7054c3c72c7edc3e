// What is to be written in a calendar for it to show the agenda, from what stands there. Pure: twice the same is nothing more.
import type { Sheet, Standing } from '../chat/mirror.ts';
import type { Mirrored } from '../core/mirror/model.ts';

export type MirrorAct =
  | { readonly act: 'keep'; readonly eventId: number; readonly reference: string }
  | { readonly act: 'remove'; readonly reference: string }
  | { readonly act: 'change'; readonly reference: string; readonly sheet: Sheet }
  | { readonly act: 'create'; readonly sheet: Sheet };

export interface Agenda {
  /** Those that have not begun, the nearest first. */
  readonly toCome: readonly Sheet[];
  /** They stay as they stand: nothing of them can be changed any more. */
  readonly underWay: readonly Sheet[];
}

interface Calendar {
  readonly standing: readonly Standing[];
  /** What was written down of it. */
  readonly known: readonly Mirrored[];
  readonly most: number;
  readonly looks: (sheet: Sheet) => string;
}

const eventOf = (one: Standing, { known }: Calendar, sheets: readonly Sheet[]): number | undefined =>
  known.find(({ reference }) => reference === one.reference)?.eventId ??
  sheets.find(({ how }) => one.endsWith(how))?.eventId;

/** The one that was written down, if any; another one is a double. */
const chosen = (candidates: readonly Standing[], { known }: Calendar): Standing | undefined =>
  candidates.find(({ reference }) => known.some((each) => each.reference === reference)) ?? candidates[0];

/** In the order in which they are to be done: what goes makes room for what comes. */
export const mirrorPlan = ({ toCome, underWay }: Agenda, calendar: Calendar): readonly MirrorAct[] => {
  const { standing, known, most, looks } = calendar;
  const ours = standing.filter(({ isOurs }) => isOurs);
  const events = new Map(ours.map((one) => [one, eventOf(one, calendar, [...toCome, ...underWay])]));
  const standsFor = ({ eventId }: Sheet) =>
    chosen(
      ours.filter((one) => events.get(one) === eventId),
      calendar,
    );

  const goingOn = underWay.flatMap((sheet) => standsFor(sheet) ?? []);
  const room = Math.max(0, most - (standing.length - ours.length) - goingOn.length);
  const shown = toCome.slice(0, room).map((sheet) => ({ sheet, stands: standsFor(sheet) }));
  // Times that have begun there can't be moved: such a one is made anew.
  const isToReplace = ({ sheet, stands }: (typeof shown)[number]) =>
    stands?.hasBegun === true && stands.looks !== looks(sheet);
  const staying = new Set([...goingOn, ...shown.flatMap((each) => (isToReplace(each) ? [] : (each.stands ?? [])))]);

  const written = shown.flatMap((each): readonly MirrorAct[] => {
    const { sheet, stands } = each;
    if (!stands || isToReplace(each)) return [{ act: 'create', sheet }];
    const { reference } = stands;
    const isKnown = known.some((one) => one.reference === reference);
    return [
      ...(isKnown ? [] : [{ act: 'keep', eventId: sheet.eventId, reference } as const]),
      ...(stands.looks === looks(sheet) ? [] : [{ act: 'change', reference, sheet } as const]),
    ];
  });
  const removed = ours.flatMap((one) =>
    staying.has(one) ? [] : [{ act: 'remove', reference: one.reference } as const],
  );
  return [
    ...removed,
    ...written.filter(({ act }) => act !== 'create'),
    ...written.filter(({ act }) => act === 'create'),
  ];
};
