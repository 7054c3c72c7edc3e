-- How others see one's name: not at all, unless one chose it.
ALTER TABLE member ADD COLUMN shown_name text NOT NULL DEFAULT 'hidden'
  CHECK (shown_name IN ('hidden', 'first', 'full'));

-- Why the staff moved a member's booking: its person is told.
ALTER TABLE booking ADD COLUMN moved_because text;

-- Waiting to move a booking: it keeps its old times until the new ones are taken. What such a wish claims is what its
-- booking does not hold already; taking it is checked whole, like any change.
ALTER TABLE waitlist_entry ADD COLUMN booking_id integer REFERENCES booking (id) ON DELETE SET NULL;
CREATE INDEX waitlist_entry_booking_idx ON waitlist_entry (booking_id) WHERE booking_id IS NOT NULL;
