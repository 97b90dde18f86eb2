-- Paper registers beside what comes through the bot. A letter of a register is a case like any other, so that one
-- query counts both; what only registers tell stands in new columns, empty for a case nobody has looked at so far.

-- The number in the register it was imported from, "" for a case filed through the bot.
ALTER TABLE cases ADD COLUMN ref text NOT NULL DEFAULT '';
-- Whether the letter meets the conditions to be handled: 1, 0, or NULL where nobody has decided.
ALTER TABLE cases ADD COLUMN eligible integer;
ALTER TABLE cases ADD COLUMN matter text NOT NULL DEFAULT '';
-- Letters about one matter share this key: the matter, or the first letter of those that repeat it.
ALTER TABLE cases ADD COLUMN matter_key text NOT NULL DEFAULT '';
-- A keyed hash of who sent it, so that persons can be counted and not known.
ALTER TABLE cases ADD COLUMN person text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN signers integer NOT NULL DEFAULT 1;
ALTER TABLE cases ADD COLUMN instance integer NOT NULL DEFAULT 1;
ALTER TABLE cases ADD COLUMN competence text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN area text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN authority text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN replied_on text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN resolved_on text NOT NULL DEFAULT '';
-- Days on which the authority was urged, with a space between them.
ALTER TABLE cases ADD COLUMN urged_on text NOT NULL DEFAULT '';
-- The last day of urging, reply or settlement: a period before it need not read the case for them.
ALTER TABLE cases ADD COLUMN watched_on text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN duplicate_of text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN parent text NOT NULL DEFAULT '';
CREATE UNIQUE INDEX cases_ref ON cases (ref) WHERE ref <> '';
CREATE INDEX cases_watched ON cases (watched_on) WHERE watched_on <> '';

-- The lines that imported cases and their events came from: an import that is run again knows them.
CREATE TABLE register_lines (
    type text NOT NULL,               -- case, event
    ref text NOT NULL,
    case_ref text NOT NULL,
    content text NOT NULL,            -- the line; a person in it is a keyed hash
    at text NOT NULL,
    PRIMARY KEY (type, ref)
);
CREATE INDEX register_lines_case ON register_lines (case_ref);

-- Citizens received (sổ tiếp công dân).
CREATE TABLE receptions (
    ref text NOT NULL PRIMARY KEY,
    unit text NOT NULL,
    on_day text NOT NULL,
    visits integer NOT NULL,
    people integer NOT NULL,
    mode text NOT NULL,               -- regular, head, delegated
    delegations integer NOT NULL,
    repeated integer NOT NULL,
    matters integer,
    session text NOT NULL
);
CREATE INDEX receptions_day ON receptions (on_day);

-- Supervision, criticism, meetings.
CREATE TABLE activities (
    ref text NOT NULL PRIMARY KEY,
    unit text NOT NULL,
    on_day text NOT NULL,
    what text NOT NULL,
    field text NOT NULL,
    number integer NOT NULL,
    works integer,
    violations integer,
    remedied integer
);
CREATE INDEX activities_day ON activities (on_day);

-- What voters asked for (kiến nghị cử tri), and when it was settled.
CREATE TABLE voter_petitions (
    ref text NOT NULL PRIMARY KEY,
    unit text NOT NULL,
    on_day text NOT NULL,
    within_authority text NOT NULL,
    resolved_on text NOT NULL
);
CREATE INDEX voter_petitions_day ON voter_petitions (on_day);
