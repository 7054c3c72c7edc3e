-- The veilleuses' digest stays true like the other announcements: what it shows moves the agenda's revision. Once a statement,
-- however many rows it changes.
CREATE FUNCTION digest_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO agenda AS known (place_id, revision) SELECT DISTINCT place_id, 1 FROM moved ORDER BY place_id
  ON CONFLICT (place_id) DO UPDATE SET revision = known.revision + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER digest_moved_by_new AFTER INSERT ON initiative REFERENCING NEW TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION digest_moved();
CREATE TRIGGER digest_moved_by_change AFTER UPDATE ON initiative REFERENCING NEW TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION digest_moved();
CREATE TRIGGER digest_moved_by_loss AFTER DELETE ON initiative REFERENCING OLD TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION digest_moved();

CREATE TRIGGER digest_moved_by_new AFTER INSERT ON link REFERENCING NEW TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION digest_moved();
CREATE TRIGGER digest_moved_by_change AFTER UPDATE ON link REFERENCING NEW TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION digest_moved();
CREATE TRIGGER digest_moved_by_loss AFTER DELETE ON link REFERENCING OLD TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION digest_moved();

CREATE TRIGGER digest_moved_by_change AFTER UPDATE ON project REFERENCING NEW TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION digest_moved();
