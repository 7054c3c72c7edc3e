-- When the house took it back because nobody said that they came: counted, and held against nobody.
ALTER TABLE booking ADD COLUMN missed_at timestamptz;
