-- Partners: who speaks for them, and which events are their sessions.

-- Whoever speaks for a partner has the role « partenaire »: who loses the role speaks for nobody.
CREATE TABLE partner_member (
  place_id text NOT NULL,
  -- A key of the place file's partners.
  partner_key text NOT NULL,
  member_id integer NOT NULL,
  role text NOT NULL DEFAULT 'partenaire' CHECK (role = 'partenaire'),
  named_at timestamptz NOT NULL,
  PRIMARY KEY (place_id, partner_key, member_id),
  FOREIGN KEY (member_id, role) REFERENCES member_role (member_id, role) ON DELETE CASCADE
);

CREATE INDEX partner_member_member_id_idx ON partner_member (member_id);

-- A partner's session is an event. slot_minutes: how long each appointment lasts; none: everyone comes at once, by seat.
ALTER TABLE event ADD COLUMN partner_key text;
ALTER TABLE event ADD COLUMN slot_minutes integer CHECK (slot_minutes BETWEEN 5 AND 480);
ALTER TABLE event ADD CONSTRAINT event_slots_are_a_partners CHECK (slot_minutes IS NULL OR partner_key IS NOT NULL);
-- Slots follow one another from the start: as many people as there are of them.
ALTER TABLE event ADD CONSTRAINT event_slots_are_its_places CHECK (
  slot_minutes IS NULL
  OR capacity IS NOT NULL AND capacity = floor(extract(epoch FROM ends_at - starts_at) / 60 / slot_minutes)
);

CREATE INDEX event_partner_key_idx ON event (place_id, partner_key, starts_at) WHERE partner_key IS NOT NULL;

DROP TRIGGER agenda_moved_by_change ON event;
CREATE TRIGGER agenda_moved_by_change AFTER UPDATE ON event
FOR EACH ROW WHEN ((OLD.kind, OLD.title, OLD.description, OLD.theme, OLD.edition, OLD.starts_at, OLD.ends_at, OLD.space_key,
  OLD.location, OLD.capacity, OLD.cancelled_at, OLD.partner_key, OLD.slot_minutes) IS DISTINCT FROM (NEW.kind, NEW.title,
  NEW.description, NEW.theme, NEW.edition, NEW.starts_at, NEW.ends_at, NEW.space_key, NEW.location, NEW.capacity,
  NEW.cancelled_at, NEW.partner_key, NEW.slot_minutes))
EXECUTE FUNCTION agenda_moved();
