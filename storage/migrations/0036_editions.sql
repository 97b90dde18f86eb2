-- What everybody was told stays as it was told (cases/editions.py).

-- Each public report, by its number: whatever was counted before it, it told.
CREATE TABLE editions (
    number integer NOT NULL PRIMARY KEY
);
-- The newest edition when a letter was first counted: it stands in the later ones.
ALTER TABLE counted ADD COLUMN since integer NOT NULL DEFAULT 0;
-- What was told under a committee's own topic stays as well.
ALTER TABLE counted ADD COLUMN own_topic text NOT NULL DEFAULT '';
UPDATE counted SET own_topic = (SELECT cases.own_topic FROM cases WHERE cases.id = counted.case_id)
WHERE case_id IN (SELECT id FROM cases WHERE own_topic <> '');

-- Letters that changed, after they stood in an edition, in a way that would tell of a denunciation.
CREATE TABLE edition_letters (
    case_id text NOT NULL PRIMARY KEY,
    hidden integer NOT NULL,          -- 1: no edition may ever tell it
    whole integer NOT NULL,           -- 1: it was told as one that neither was parted nor repeats another
    kind text NOT NULL,
    topic text NOT NULL,
    due_on text NOT NULL,
    eligible integer,
    own_topic text NOT NULL,
    matter text NOT NULL
);

-- Denunciations as they were told of a year that is over: once, for good.
CREATE TABLE edition_years (
    year text NOT NULL PRIMARY KEY,
    number integer NOT NULL,          -- the edition that told it first
    units text NOT NULL,              -- JSON: how many, by unit with all below it
    totals text NOT NULL,             -- JSON: how many of the whole tree each year had then, told or not
    corrected integer NOT NULL        -- by how many more or less, than was told before, earlier years have; 0 if untold
);

-- What a letter repeats, and denunciations, are looked for in a store of a million.
CREATE INDEX cases_duplicate ON cases (duplicate_of) WHERE duplicate_of <> '';
CREATE INDEX cases_denunciations ON cases (received_on, unit, moved) WHERE kind = 'to_cao';

-- Which packs there are is read without the packs.
CREATE INDEX kin_packs_shape ON kin_packs (shape, month);
