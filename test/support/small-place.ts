// A place with one of each: a space shared by seat, spaces inside spaces, an office, counted and uncounted equipment.
import type { Place, Policy, Space, SpaceKey, SpaceUse } from '../../src/place/model.ts';

const minutes = (count: number) => Temporal.Duration.from({ minutes: count });
const time = (text: string) => Temporal.PlainTime.from(text);

export const plainPolicy: Policy = {
  step: minutes(30),
  shortest: minutes(30),
  longest: Temporal.Duration.from({ hours: 10 }),
  defaultStay: Temporal.Duration.from({ hours: 2 }),
  horizonDays: 60,
  minNotice: minutes(0),
  cancellationDeadline: minutes(0),
  bufferBefore: minutes(0),
  bufferAfter: minutes(0),
  whoMayBook: 'membre',
  approval: undefined,
  quotaPerWeek: undefined,
};

const space = (key: SpaceKey, use: SpaceUse, rest: Partial<Space> = {}): Space => ({
  key,
  name: key,
  nameWithArticle: `the ${key}`,
  aliases: [],
  surfaceM2: undefined,
  description: undefined,
  freeAccess: true,
  inside: undefined,
  equipment: [],
  hours: undefined,
  source: undefined,
  ...rest,
  use,
});

const whole = (policy: Partial<Policy> = {}): SpaceUse => ({
  by: 'whole',
  capacityPeople: undefined,
  policy: { ...plainPolicy, ...policy },
});

const day = [{ start: time('09:00'), end: time('18:00') }];

export const smallPlace = (): Place => ({
  id: 'small-place',
  name: 'The small place',
  town: 'Somewhere',
  description: undefined,
  address: undefined,
  surfaceM2: undefined,
  openedOn: undefined,
  timeZone: 'Europe/Paris',
  workspaces: { slack: [], discord: [] },
  hours: { weekly: { 1: day, 2: day, 3: day, 4: day, 5: day }, closedOnPublicHolidays: true, exceptions: [] },
  moments: [],
  schoolHolidays: [],
  spaces: [
    space(
      'desks',
      { by: 'seat', capacitySeats: 10, policy: plainPolicy },
      {
        equipment: [
          { key: 'computer', name: 'computer', aliases: [], count: 2 },
          { key: 'lamp', name: 'lamp', aliases: [], count: undefined },
        ],
      },
    ),
    space('lounge', whole({ bufferBefore: minutes(15), bufferAfter: minutes(30) })),
    space('kitchen', whole(), { inside: 'lounge' }),
    space('pantry', whole(), { inside: 'kitchen' }),
    space('office', { by: 'lease' }),
  ],
  partners: [],
  eventSeries: [],
  objectives: [],
  priorityPublics: [],
  source: undefined,
});

export const spaceNamed = (place: Place, key: SpaceKey): Space => {
  const found = place.spaces.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no space ${key} in ${place.id}`);
  return found;
};
