-- The address at which the door of a place shows its day: whoever has it sees what is taken, and no name.
CREATE TABLE poster (
  place_id text PRIMARY KEY,
  secret text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);
