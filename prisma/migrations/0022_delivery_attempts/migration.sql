-- How often a delivery was tried, and something went wrong: after so many times it is given up. A process that dies is not
-- counted: what it left is tried until it is of no use any more.
ALTER TABLE delivery ADD COLUMN attempts integer NOT NULL DEFAULT 0;
