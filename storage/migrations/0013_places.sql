-- Where a letter was before it was given to another unit: `day,unit;…`, until which day in which unit, oldest first.
-- A period counts a letter for the unit that it lay with in its last evening.
ALTER TABLE cases ADD COLUMN moved text NOT NULL DEFAULT '';
ALTER TABLE counted ADD COLUMN moved text NOT NULL DEFAULT '';

-- Letters that share matter or person with another, as numbers (cases/kindred.py), by the month in which they came. A
-- month that has changed since has no pack until the clock makes it anew; until then its letters are read.
CREATE TABLE kin_packs (
    month text NOT NULL PRIMARY KEY,
    body blob NOT NULL
);
-- A letter that took more than a month is looked for apart: the others are near the days of a period.
ALTER TABLE counted ADD COLUMN lasting integer NOT NULL DEFAULT 1;
DROP INDEX counted_kin;
DROP INDEX counted_kin_last;
CREATE INDEX counted_kin ON counted (received_on, last_on) WHERE kin = 1;
CREATE INDEX counted_kin_lasting ON counted (last_on, received_on) WHERE kin = 1 AND lasting = 1;
