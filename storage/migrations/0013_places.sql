-- Where a letter was before it was given to another unit: `day,unit;…`, until which day in which unit, oldest first.
-- A period counts a letter for the unit that it lay with in its last evening.
ALTER TABLE cases ADD COLUMN moved text NOT NULL DEFAULT '';
ALTER TABLE counted ADD COLUMN moved text NOT NULL DEFAULT '';
