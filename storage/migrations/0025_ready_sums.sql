-- What is kept ready for reports of any days: sums of whole months and years beside the packs (cases/margins.py), what
-- was open when each month began, and letters that share matter or person in columns (cases/kindred.py).
CREATE TABLE tally_margins (
    name text NOT NULL PRIMARY KEY,   -- 2026-10, or 2026
    first_month text NOT NULL,
    last_month text NOT NULL,
    upto integer NOT NULL,            -- the newest pack that it was made of
    body blob NOT NULL
);
DROP INDEX tallies_month;
CREATE INDEX tallies_month ON tallies (month, id);

-- kin: 0 nothing, 1 the matter, 2 the person, 3 both are shared with another letter.
UPDATE counted SET kin =
    CASE WHEN EXISTS (
        SELECT 1 FROM counted AS other WHERE other.matter = counted.matter AND other.case_id <> counted.case_id
    ) THEN 1 ELSE 0 END
    + CASE WHEN counted.person <> '' AND EXISTS (
        SELECT 1 FROM counted AS other WHERE other.person = counted.person AND other.person <> ''
            AND other.case_id <> counted.case_id
    ) THEN 2 ELSE 0 END
WHERE kin = 1;
DROP INDEX counted_kin;
DROP INDEX counted_kin_lasting;
CREATE INDEX counted_kin ON counted (received_on, last_on) WHERE kin > 0;
CREATE INDEX counted_kin_lasting ON counted (last_on, received_on) WHERE kin > 0 AND lasting = 1;
-- By month, by year, and those of a year that took long. Packs of the shape before are made anew by the clock; until
-- then their letters are read one by one.
ALTER TABLE kin_packs ADD COLUMN shape integer NOT NULL DEFAULT 1;
