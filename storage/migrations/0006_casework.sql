-- What officers do with a letter beside taking it and ending it: corrections, transfers, forwarding papers and their
-- answers, matters, and who must not see it because it is about them.

-- Whom the letter was last forwarded to, by which paper, and until when that authority owes an answer.
ALTER TABLE cases ADD COLUMN authority_code text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN document text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN sent_on text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN reply_due_on text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN reply_rule text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN escalated_on text NOT NULL DEFAULT '';
-- The last day on which its sender was guided: once per content.
ALTER TABLE cases ADD COLUMN guided_on text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN reopened_for text NOT NULL DEFAULT '';
-- Of an anonymous denunciation, whether Art 25(2) lets it be handled: 1, 0, or NULL where nobody has decided.
ALTER TABLE cases ADD COLUMN evidence integer;
-- The day on which its sender was asked for what is missing, "" once they have answered.
ALTER TABLE cases ADD COLUMN waits_since text NOT NULL DEFAULT '';
-- 1: its words hold a denunciation, whatever its own kind: opened like one.
ALTER TABLE cases ADD COLUMN secret integer NOT NULL DEFAULT 0;
-- The unit that must not learn of it, since it is about somebody there.
ALTER TABLE cases ADD COLUMN held_from text NOT NULL DEFAULT '';
CREATE INDEX cases_chased ON cases (reply_due_on) WHERE status = 'forwarded' AND reply_due_on <> '';
CREATE INDEX cases_matter ON cases (matter_key) WHERE matter_key <> '';

-- Kinds and topics that an officer corrected; the words stay sealed in the case.
CREATE TABLE corrections (
    id text NOT NULL PRIMARY KEY,
    case_id text NOT NULL REFERENCES cases (id),
    old_kind text NOT NULL,
    new_kind text NOT NULL,
    old_topic text NOT NULL,
    new_topic text NOT NULL,
    officer text NOT NULL,
    reason blob NOT NULL,             -- sealed
    at text NOT NULL
);
CREATE INDEX corrections_case ON corrections (case_id);

-- Officers who must not handle a case: it is about them, or they said that they are involved.
CREATE TABLE conflicts (
    case_id text NOT NULL REFERENCES cases (id),
    staff_id text NOT NULL,
    source text NOT NULL,             -- named, self
    at text NOT NULL,
    PRIMARY KEY (case_id, staff_id)
);

-- Where letters are forwarded to.
CREATE TABLE authorities (
    code text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    address text NOT NULL DEFAULT '',
    unit text NOT NULL DEFAULT '',
    topics text NOT NULL DEFAULT '',  -- with a space between them
    valid integer NOT NULL DEFAULT 1
);

-- Papers with a denouncer's identity, from hand to hand.
CREATE TABLE handovers (
    id text NOT NULL PRIMARY KEY,
    case_id text NOT NULL REFERENCES cases (id),
    receiver blob NOT NULL,           -- sealed
    on_day text NOT NULL,
    officer text NOT NULL,
    at text NOT NULL
);
CREATE INDEX handovers_case ON handovers (case_id);
