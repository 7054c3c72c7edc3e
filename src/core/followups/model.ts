// The follow-up of those who were oriented: one file a person, for the staff who accompanies them, and for themselves.
import type { ContactWish } from '../orientation/model.ts';

/** What opened it: they asked to be contacted, or agreed that a partner be told of them. */
export type OpenedBecause = ContactWish | 'referral';
