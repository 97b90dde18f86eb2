-- What our own pages need beside the first version: sessions that can be told apart and ended one by one, and the
-- second step without which no denunciation opens.

ALTER TABLE web_sessions ADD COLUMN made_at text NOT NULL DEFAULT '';
ALTER TABLE web_sessions ADD COLUMN seen_at text NOT NULL DEFAULT '';
ALTER TABLE web_sessions ADD COLUMN device blob;          -- sealed
-- When the second step was passed in this session, "" while it has not been.
ALTER TABLE web_sessions ADD COLUMN strong_at text NOT NULL DEFAULT '';

-- The second step of an officer: a secret shared with their phone. `last_step` is the newest period of 30 seconds
-- whose code was used, so that a code that was looked over the shoulder opens nothing.
CREATE TABLE second_steps (
    staff_id text NOT NULL PRIMARY KEY,
    secret blob NOT NULL,             -- sealed
    made_at text NOT NULL,
    confirmed_at text NOT NULL DEFAULT '',
    last_step integer NOT NULL DEFAULT 0,
    wrong integer NOT NULL DEFAULT 0,
    locked_until text NOT NULL DEFAULT ''
);

-- The work list by its date, and its counts whole from the index: a hundred thousand open letters.
CREATE INDEX cases_due ON cases (due_on, received_at, id, unit, officer, status)
    WHERE status IN ('submitted', 'registered');
CREATE INDEX cases_open_unit ON cases (unit, due_on, status) WHERE status IN ('submitted', 'registered');
CREATE INDEX cases_open_officer ON cases (officer, unit, status) WHERE status IN ('submitted', 'registered');
-- The newest letters of a unit, for pages of what is done and for the search of words.
CREATE INDEX cases_unit_received ON cases (unit, received_at, kind);
