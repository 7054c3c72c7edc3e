-- The plans of the ledger's checks are made once a connection and kept. Left to itself, PostgreSQL finds in a ledger of a
-- million bookings that a plan made for each date looks cheaper, and plans at every booking: it costs more than the check.
ALTER FUNCTION peak_seats(text, text, integer, timestamptz, timestamptz, bigint)
  SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION booking_is_allowed() SET plan_cache_mode = force_generic_plan;
