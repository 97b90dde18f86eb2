-- Imports in steps: what a register comes to waits here, seen by nobody, until all of it is put in its place at once.

CREATE TABLE imports (
    batch text NOT NULL PRIMARY KEY,
    at text NOT NULL,                 -- when it began
    published integer NOT NULL DEFAULT 0 -- the how-manieth it was, 0 while it is under way
);

-- Letters as they will stand in cases, with the link that their chains will get.
CREATE TABLE staged_cases (
    batch text NOT NULL,
    id text NOT NULL,
    code text NOT NULL,
    draft text NOT NULL,
    channel text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    topic text NOT NULL,
    status text NOT NULL,
    urgent integer NOT NULL,
    anonymous integer NOT NULL,
    received_at text NOT NULL,
    received_on text NOT NULL,
    due_on text NOT NULL,
    due_rule text NOT NULL,
    outcome text NOT NULL,
    outcome_on text NOT NULL,
    signed_on text NOT NULL,
    signature_status text NOT NULL,
    changed_at text NOT NULL,
    ref text NOT NULL,
    eligible integer,
    matter text NOT NULL,
    matter_key text NOT NULL,
    person text NOT NULL,
    signers integer NOT NULL,
    instance integer NOT NULL,
    competence text NOT NULL,
    area text NOT NULL,
    authority text NOT NULL,
    replied_on text NOT NULL,
    resolved_on text NOT NULL,
    urged_on text NOT NULL,
    watched_on text NOT NULL,
    duplicate_of text NOT NULL,
    parent text NOT NULL,
    moved text NOT NULL,
    link integer NOT NULL,            -- 1 for a new letter
    hash blob NOT NULL,
    PRIMARY KEY (batch, id)
);

CREATE TABLE staged_spells (
    batch text NOT NULL,
    case_id text NOT NULL,
    number integer NOT NULL,
    opened_on text NOT NULL,
    outcome text NOT NULL,
    outcome_on text NOT NULL
);
CREATE INDEX staged_spells_batch ON staged_spells (batch);

CREATE TABLE staged_lines (
    batch text NOT NULL,
    type text NOT NULL,
    ref text NOT NULL,
    case_ref text NOT NULL,
    content text NOT NULL,
    at text NOT NULL
);
CREATE INDEX staged_lines_batch ON staged_lines (batch);
