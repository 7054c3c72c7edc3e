-- Who could be of use to whom, and what is looked for by words: one sheet for each initiative and each project, kept by
-- triggers, so that whoever looks asks one table and one index.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Without accents, capitals, ligatures or curly apostrophes. « unaccent » is declared STABLE because its rules could be
-- changed: ours are not. Both are bound here and now, since the body is no string: an index needs no search path.
CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(unaccent('unaccent'::regdictionary, words));

-- In the singular, where the French dictionary leaves the plural as it is: vélos, amis, repas, jeux, lieux.
CREATE FUNCTION singular_words(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(regexp_replace(plain_words(words), '([aiou])s\M', '\1', 'g'), '(jeu|lieu|feu|voeu)x\M', '\1', 'g');

-- French stems. Accents go first: what is typed without finds what was typed with; and where the collation is C, the parser
-- takes every sign beyond ASCII (« ’ too) for a letter.
CREATE FUNCTION french_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_tsvector('french'::regconfig, singular_words(words));

-- Of a code, a token that no word can be: « #need local ».
CREATE FUNCTION code_tokens(what text, codes text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT '#' || what || ' ' || code FROM unnest(codes) AS code WHERE code <> '');

-- Whoever may see it: the team sees what members see, and more.
CREATE FUNCTION audiences(seen_by text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN seen_by IN ('members', 'public') THEN '{team,members}'::text[] WHEN seen_by = 'team' THEN '{team}'::text[]
  ELSE '{}'::text[] END;

CREATE TABLE synergy_sheet (
  kind text NOT NULL CHECK (kind IN ('initiative', 'project')),
  -- Of the initiative or the project.
  source_id integer NOT NULL,
  place_id text NOT NULL,
  number integer NOT NULL,
  -- The initiative that it is, or comes from: a project is not told of the initiative that it was.
  family integer,
  title text NOT NULL,
  summary text NOT NULL,
  theme text,
  district text,
  stage text,
  needs text[] NOT NULL,
  offers text[] NOT NULL,
  seen_by text NOT NULL,
  -- Others may be told of it: it lives, and is no one's secret.
  open boolean NOT NULL,
  news_at timestamptz NOT NULL,
  plain_title text NOT NULL GENERATED ALWAYS AS (plain_words(title)) STORED,
  -- All that it is found by, in one index: its words, its codes, who sees it and whether it is open.
  terms tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(french_words(title), 'A') || setweight(french_words(summary), 'B') || array_to_tsvector(
      code_tokens('need', needs) || code_tokens('offer', offers)
      || code_tokens('theme', ARRAY[coalesce(theme, '')]) || code_tokens('district', ARRAY[coalesce(district, '')])
      || code_tokens('seen ' || kind || ' ' || place_id, audiences(seen_by))
      || code_tokens('open ' || place_id, CASE WHEN open THEN audiences(seen_by) ELSE '{}'::text[] END))
  ) STORED,
  PRIMARY KEY (kind, source_id),
  UNIQUE (place_id, kind, number)
);

-- Without a list of what is pending: whoever looks would read it whole, and the embedded engine never empties it.
CREATE INDEX synergy_sheet_terms_idx ON synergy_sheet USING gin (terms) WITH (fastupdate = off);
CREATE INDEX synergy_sheet_title_idx ON synergy_sheet USING gin (plain_title gin_trgm_ops) WITH (fastupdate = off);

CREATE FUNCTION write_sheet(sheet synergy_sheet) RETURNS void LANGUAGE sql AS $$
  INSERT INTO synergy_sheet (kind, source_id, place_id, number, family, title, summary, theme, district, stage, needs,
    offers, seen_by, open, news_at)
  SELECT sheet.kind, sheet.source_id, sheet.place_id, sheet.number, sheet.family, sheet.title, sheet.summary, sheet.theme,
    sheet.district, sheet.stage, sheet.needs, sheet.offers, sheet.seen_by, sheet.open, sheet.news_at
  ON CONFLICT (kind, source_id) DO UPDATE SET number = excluded.number, family = excluded.family, title = excluded.title,
    summary = excluded.summary, theme = excluded.theme, district = excluded.district, stage = excluded.stage,
    needs = excluded.needs, offers = excluded.offers, seen_by = excluded.seen_by, open = excluded.open,
    news_at = excluded.news_at
$$;

-- Its card stands in a channel: members see it. One that sleeps has nobody to ask; one that became a project is found by
-- the project; one that was merged is found by the other.
CREATE FUNCTION initiative_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.merged_into IS NOT NULL THEN
    DELETE FROM synergy_sheet WHERE kind = 'initiative' AND source_id = OLD.id;
    RETURN NULL;
  END IF;
  PERFORM write_sheet(ROW('initiative', NEW.id, NEW.place_id, NEW.number, NEW.id, NEW.title, NEW.summary, NEW.theme,
    NEW.district, NEW.stage, NEW.needs, NEW.offers, 'members', NEW.state IN ('spotted', 'met', 'accompanied'), NEW.news_at,
    NULL, NULL)::synergy_sheet);
  RETURN NULL;
END $$;

CREATE TRIGGER initiative_sheet AFTER INSERT OR DELETE
  OR UPDATE OF number, title, summary, theme, district, stage, needs, offers, state, merged_into, news_at ON initiative
FOR EACH ROW EXECUTE FUNCTION initiative_sheet();

-- As far as its owner chose, and no longer than it lives.
CREATE FUNCTION project_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM synergy_sheet WHERE kind = 'project' AND source_id = OLD.id;
    RETURN NULL;
  END IF;
  PERFORM write_sheet(ROW('project', NEW.id, NEW.place_id, NEW.number, NEW.initiative_id, NEW.name, NEW.pitch, NEW.theme,
    NEW.district, NEW.stage, NEW.needs, NEW.offers,
    CASE WHEN NEW.archived_at IS NULL THEN NEW.visibility ELSE 'private' END,
    NEW.archived_at IS NULL AND NEW.visibility <> 'private', NEW.created_at, NULL, NULL)::synergy_sheet);
  RETURN NULL;
END $$;

CREATE TRIGGER project_sheet AFTER INSERT OR DELETE
  OR UPDATE OF number, name, pitch, theme, district, stage, needs, offers, visibility, archived_at, initiative_id ON project
FOR EACH ROW EXECUTE FUNCTION project_sheet();

-- Those that are there already.
UPDATE initiative SET title = title;
UPDATE project SET name = name;
