-- What is said in a channel, as what is told to a person: once. It stays true while it is live.

ALTER TABLE delivery ALTER COLUMN member_id DROP NOT NULL;
ALTER TABLE delivery ADD COLUMN platform text;
ALTER TABLE delivery ADD COLUMN workspace text;
ALTER TABLE delivery ADD COLUMN channel text;
ALTER TABLE delivery ADD CONSTRAINT delivery_recipient_check CHECK (
  num_nonnulls(platform, workspace, channel) = CASE WHEN member_id IS NULL THEN 3 ELSE 0 END
);

-- Until then its words are made again when the agenda has moved; none: they are never looked at again.
ALTER TABLE delivery ADD COLUMN live_until timestamptz;
-- What it shows: of which revision of the agenda, and the hash of its words. None: nobody knows.
ALTER TABLE delivery ADD COLUMN shown_revision bigint;
ALTER TABLE delivery ADD COLUMN shown_hash text;
-- Since when the platform may have it, by the database's own clock, though we have no word of it: it is looked for there
-- before it is sent again.
ALTER TABLE delivery ADD COLUMN maybe_since timestamptz;

-- stale: sent, and in the queue to be made true again; gone: it was sent, and is no longer there.
ALTER TABLE delivery DROP CONSTRAINT delivery_state_check;
ALTER TABLE delivery ADD CONSTRAINT delivery_state_check CHECK (
  state IN ('pending', 'queued', 'sending', 'sent', 'stale', 'gone', 'dropped', 'failed')
);

CREATE INDEX delivery_live_idx ON delivery (place_id, live_until) WHERE state = 'sent' AND live_until IS NOT NULL;
