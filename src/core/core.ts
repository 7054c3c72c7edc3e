// The house's facade: what a command may ask of it.
import type { BookingRoom } from './booking/usecases.ts';
import type { PeopleRoom } from './people/usecases.ts';

export interface Core {
  readonly people: PeopleRoom;
  readonly booking: BookingRoom;
}
