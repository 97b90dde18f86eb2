-- Counting without reading every letter: what letters leave behind (cases/traces.py), kept in packs of a month.
-- Which letters are not counted as they stand now, their audit chain tells: every change of a case adds a link to it.
DROP TABLE tallies;

-- How far each chain is counted.
ALTER TABLE audit_heads ADD COLUMN counted integer NOT NULL DEFAULT 0;
CREATE INDEX audit_heads_uncounted ON audit_heads (case_id) WHERE counted <> number;

-- Every letter as it was last counted; when it changes, this is what is taken back.
CREATE TABLE counted (
    case_id text NOT NULL PRIMARY KEY,
    unit text NOT NULL,
    kind text NOT NULL,
    topic text NOT NULL,
    channel text NOT NULL,
    status text NOT NULL,
    received_on text NOT NULL,
    last_on text NOT NULL,            -- the day it ended, 9999-12-31 while it is open
    due_on text NOT NULL,
    spells text NOT NULL,             -- opened,outcome,ended;…
    anonymous integer NOT NULL,
    urgent integer NOT NULL,
    eligible integer,
    replied_on text NOT NULL,
    resolved_on text NOT NULL,
    urged_on text NOT NULL,
    matter text NOT NULL,
    person text NOT NULL,
    signers integer NOT NULL,
    fault text NOT NULL,              -- why it cannot be counted at all
    kin integer NOT NULL DEFAULT 0    -- another letter shares its matter or its person
);
CREATE INDEX counted_fault ON counted (fault) WHERE fault <> '';
CREATE INDEX counted_unit ON counted (unit);
CREATE INDEX counted_matter ON counted (matter);
CREATE INDEX counted_person ON counted (person) WHERE person <> '';
CREATE INDEX counted_kin ON counted (received_on) WHERE kin = 1;
CREATE INDEX counted_kin_last ON counted (last_on, received_on) WHERE kin = 1;

-- Packs of entries (cases/ledger.py), of one month each. They are only ever added; the clock makes many into one.
CREATE TABLE tallies (
    id integer PRIMARY KEY,
    month text NOT NULL,
    body blob NOT NULL
);
CREATE INDEX tallies_month ON tallies (month);

-- What was open when a quarter began, from all packs up to `upto`: a report need not read what came before.
CREATE TABLE tally_stocks (
    day text NOT NULL PRIMARY KEY,
    upto integer NOT NULL,
    body blob NOT NULL
);

-- The words that entries write as numbers.
CREATE TABLE tally_words (
    dimension text NOT NULL,
    number integer NOT NULL,
    word text NOT NULL,
    PRIMARY KEY (dimension, number)
);

-- Periods that were printed and closed: what was told then, so that later changes show as corrections.
CREATE TABLE closings (
    id text NOT NULL PRIMARY KEY,
    unit text NOT NULL,
    name text NOT NULL,
    calendar text NOT NULL,
    first_on text NOT NULL,
    last_on text NOT NULL,
    closed_at text NOT NULL,
    seal text NOT NULL,
    content blob NOT NULL,            -- sealed: what each letter counted as
    reopened_at text NOT NULL DEFAULT ''
);
CREATE INDEX closings_last ON closings (unit, last_on);
