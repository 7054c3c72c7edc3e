// How long a partner has to answer someone who was put in touch with it, in working days: the same in every place.

/** After so many without an answer, it is reminded. */
export const REMINDED_AFTER = [5, 10] as const;
/** After so many, silence is an answer. */
export const CLOSED_AFTER = 20;
/** After so many since it was taken, how it goes is asked once. */
export const ASKED_AFTER = 20;
