-- Bookings for someone who has no account: made by the staff, and none of its own. The name is forgotten some time after
-- the booking is over; for_guest stays.
ALTER TABLE booking ADD COLUMN for_guest boolean NOT NULL DEFAULT false;
ALTER TABLE booking ADD COLUMN guest_name text;
CREATE INDEX booking_guest_idx ON booking (place_id, starts_at) WHERE for_guest;

-- carded: what the cards in the staff's channels say of a request: nothing yet, that it waits, or how it ended.
ALTER TABLE approval ADD COLUMN carded text CHECK (carded IN ('waiting', 'settled'));

-- As in 0001, but a guest's booking is neither held against the member who made it, nor counted as theirs.
CREATE OR REPLACE FUNCTION booking_is_allowed() RETURNS trigger LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  other integer;
  quota integer;
  zone text;
  monday timestamp;
  booked integer;
BEGIN
  IF NEW.for_guest THEN
    RETURN NULL;
  END IF;
  UPDATE member SET revision = revision + 1 WHERE id = NEW.member_id;
  SELECT id INTO other FROM booking
    WHERE member_id = NEW.member_id AND space_key = NEW.space_key AND place_id = NEW.place_id
      AND cancelled_at IS NULL AND ends_at > NEW.starts_at AND starts_at < NEW.ends_at AND id <> NEW.id
      AND NOT for_guest
    ORDER BY ends_at LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'member % already has booking %', NEW.member_id, other USING
      ERRCODE = 'MJ002', DETAIL = jsonb_build_object('bookingId', other)::text;
  END IF;

  SELECT quota_per_week, time_zone INTO quota, zone FROM resource
    WHERE place_id = NEW.place_id AND key = NEW.space_key;
  IF quota IS NOT NULL THEN
    -- Weeks begin on Monday at midnight on the place's own clocks.
    monday := date_trunc('week', NEW.starts_at AT TIME ZONE zone);
    SELECT count(*) INTO booked FROM booking
      WHERE member_id = NEW.member_id AND space_key = NEW.space_key AND place_id = NEW.place_id
        AND cancelled_at IS NULL AND ends_at > monday AT TIME ZONE zone AND NOT for_guest
        AND starts_at >= monday AT TIME ZONE zone AND starts_at < (monday + interval '7 days') AT TIME ZONE zone;
    IF booked > quota THEN
      RAISE EXCEPTION 'member % has used up the week of %', NEW.member_id, NEW.space_key USING
        ERRCODE = 'MJ003', DETAIL = jsonb_build_object('quota', quota, 'monday', to_char(monday, 'YYYY-MM-DD'))::text;
    END IF;
  END IF;
  RETURN NULL;
END $$;
