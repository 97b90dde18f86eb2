-- The committee's own days off, the clocks of a letter, what was reminded of, what residents think of the outcome,
-- and the bookings of a reception day.

-- Days that an administrator declared off or worked; rows are only added, the last one of a day holds. The number
-- of the last row is the version of the calendar.
CREATE TABLE day_overrides (
    id integer PRIMARY KEY,
    day text NOT NULL,
    effect text NOT NULL,             -- off, work
    reason text NOT NULL,
    source text NOT NULL,
    at text NOT NULL
);

-- By which calendar (version and settings) the open clocks were last counted; one row.
CREATE TABLE calendar_state (
    id integer NOT NULL PRIMARY KEY,
    calendar text NOT NULL,
    at text NOT NULL
);

-- The time limits that run for a case: the committee's own and the authority's.
CREATE TABLE clocks (
    id text NOT NULL PRIMARY KEY,
    case_id text NOT NULL REFERENCES cases (id),
    rule text NOT NULL,
    whose text NOT NULL,              -- front, authority
    kind text NOT NULL,
    facts text NOT NULL,              -- JSON: complex, special, remote, instance
    started_on text NOT NULL,
    due_on text NOT NULL,
    added integer NOT NULL DEFAULT 0, -- days of extension
    extended integer NOT NULL DEFAULT 0,  -- how often it was extended
    stopped_on text NOT NULL DEFAULT '',  -- since when it stands still
    stopped integer NOT NULL DEFAULT 0,   -- days it stood still before
    state text NOT NULL,              -- open, met, void
    met_on text NOT NULL DEFAULT '',
    UNIQUE (case_id, rule, started_on)
);
CREATE INDEX clocks_open ON clocks (due_on) WHERE state = 'open';
CREATE INDEX clocks_case ON clocks (case_id);

-- Points of a clock that have been told, or passed untold because a later one was: each once.
CREATE TABLE reminders (
    clock text NOT NULL REFERENCES clocks (id),
    due_on text NOT NULL,
    point text NOT NULL,
    told integer NOT NULL,
    at text NOT NULL,
    PRIMARY KEY (clock, due_on, point)
);

-- Morning digests: to whom one was posted on which day.
CREATE TABLE digests (
    on_day text NOT NULL,
    target text NOT NULL,             -- officer:ID or unit:CODE
    at text NOT NULL,
    PRIMARY KEY (on_day, target)
);

-- Whose turn it is to say something about an open case: '' or resident, and since when.
ALTER TABLE cases ADD COLUMN awaits text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN awaits_since text NOT NULL DEFAULT '';
CREATE INDEX cases_awaits ON cases (awaits) WHERE awaits <> '';

-- News for a resident that no chat of theirs could take: kept until they write again.
CREATE INDEX outbox_held ON outbox (lane, seq) WHERE state = 'held';
CREATE INDEX outbox_held_case ON outbox (case_id) WHERE state = 'held';

-- What a resident thinks of how a letter was handled: asked after an outcome, once per stretch.
CREATE TABLE surveys (
    case_id text NOT NULL REFERENCES cases (id),
    number integer NOT NULL,          -- the spell it is about
    asked_at text NOT NULL,
    asked_on text NOT NULL,
    answered_on text NOT NULL DEFAULT '',
    reminded_at text NOT NULL DEFAULT '',
    answered_at text NOT NULL DEFAULT '',
    answer text NOT NULL DEFAULT '',  -- satisfied, partly, unsatisfied
    reason blob,                      -- sealed
    PRIMARY KEY (case_id, number)
);
CREATE INDEX surveys_open ON surveys (asked_at) WHERE answer = '' AND reminded_at = '';

-- A place on a reception day.
CREATE TABLE bookings (
    id text NOT NULL PRIMARY KEY,
    unit text NOT NULL,
    on_day text NOT NULL,
    owner text NOT NULL,
    conversation text NOT NULL,
    number integer NOT NULL,
    about blob NOT NULL,              -- sealed: name, contact, what about
    state text NOT NULL DEFAULT 'booked',  -- booked, cancelled, came
    at text NOT NULL
);
CREATE UNIQUE INDEX bookings_once ON bookings (owner, unit, on_day) WHERE state = 'booked';
CREATE INDEX bookings_day ON bookings (unit, on_day);
