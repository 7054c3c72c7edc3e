// What may go wrong between us and a platform: it answers 500, or the line is cut before or after it took what was sent.
export type Mishap = 'error' | 'cut before' | 'cut after';
