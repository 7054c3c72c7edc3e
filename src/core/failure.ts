// Every expected no of the core: each code has one sentence in src/messages/failures.fr.ts, or it does not compile.
import type { BookingFailure } from './booking/model.ts';
import type { PeopleFailure } from './people/model.ts';

export type CoreFailure = BookingFailure | PeopleFailure;
