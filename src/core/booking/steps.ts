// Times brought to a booking step, which is counted from midnight on the place's clocks.

const { compare } = Temporal.ZonedDateTime;

export const later = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  compare(a, b) < 0 ? b : a;

export const sooner = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  compare(a, b) < 0 ? a : b;

export const downToStep = (time: Temporal.ZonedDateTime, step: Temporal.Duration): Temporal.ZonedDateTime => {
  const minute = time.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  return minute.subtract({ minutes: (minute.hour * 60 + minute.minute) % step.total('minutes') });
};

export const upToStep = (time: Temporal.ZonedDateTime, step: Temporal.Duration): Temporal.ZonedDateTime => {
  const down = downToStep(time, step);
  return compare(down, time) === 0 ? time : down.add(step);
};
