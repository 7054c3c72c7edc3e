-- The agenda, read quickly however long it is: by words, by dates, and by whose place came free.

-- What an event can be found by, without accents, capitals, ligatures or curly apostrophes, the same on both engines and in
-- every collation: neither « unaccent », which the embedded engine lacks, nor lower() alone, which knows A to Z only where
-- the collation is C. One function that calls no other of ours: an index is built without our search path.
-- « simple »: words as they are, since titles hold names and initials.
CREATE FUNCTION event_words(title text, theme text, description text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple'::regconfig, replace(replace(replace(replace(translate(
    lower(title || ' ' || coalesce(theme, '') || ' ' || coalesce(description, '')),
    'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ’‘',
    'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy  '), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'))
$$;

CREATE INDEX event_words_idx ON event USING gin (event_words(title, theme, description));
CREATE INDEX event_edition_idx ON event (place_id, edition) WHERE edition IS NOT NULL;

-- How far back an event that is still under way may have begun: the longest one says it.
CREATE INDEX event_length_idx ON event (place_id, (ends_at - starts_at));

-- Whoever came in from the line, and is to be told.
CREATE INDEX event_signup_promoted_idx ON event_signup (place_id, promoted_at) WHERE promoted_at IS NOT NULL;

-- When its present times were set, if they are not those of its making: a reminder whose moment had passed by then is none.
-- moved_from: its last move, for whoever is told of it: when and where it was, and the sequence that the move made.
ALTER TABLE event ADD COLUMN moved_at timestamptz;
ALTER TABLE event ADD COLUMN moved_from jsonb;

CREATE FUNCTION event_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.starts_at, OLD.ends_at) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at) THEN NEW.moved_at := event_now(); END IF;
  NEW.moved_from := jsonb_build_object('start', OLD.starts_at, 'end', OLD.ends_at, 'space', OLD.space_key,
    'location', OLD.location, 'sequence', NEW.sequence);
  RETURN NEW;
END $$;

CREATE TRIGGER event_moved BEFORE UPDATE OF starts_at, ends_at, space_key, location ON event
FOR EACH ROW WHEN ((OLD.starts_at, OLD.ends_at, OLD.space_key, OLD.location)
  IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.space_key, NEW.location))
EXECUTE FUNCTION event_moved();
