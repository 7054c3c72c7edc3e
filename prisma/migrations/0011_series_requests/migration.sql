-- What a series is said to be (« tous les mardis de 9 h à 12 h 30 ») is read from its occurrences, which may move and be
-- cancelled one by one: the words that asked for it, and when all of it was cancelled, said it twice, and were never read.
ALTER TABLE series DROP COLUMN rule;
ALTER TABLE series DROP COLUMN cancelled_at;

-- The occurrences of a series that want an agreement, asked for at the same instant, are one request, with one card.
-- carded, stale: what the card says was asked again, otherwise.
ALTER TABLE approval DROP CONSTRAINT approval_carded_check;
ALTER TABLE approval ADD CONSTRAINT approval_carded_check CHECK (carded IN ('waiting', 'settled', 'stale'));
