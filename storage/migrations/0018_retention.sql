-- Letters whose time is over: their words and names are gone, what was counted stays.

-- The day on which the words of a case were erased, "" while they are there.
ALTER TABLE cases ADD COLUMN erased_on text NOT NULL DEFAULT '';
-- Ended letters that still have words, as the schedule looks through them.
CREATE INDEX cases_kept ON cases (id) WHERE letter IS NOT NULL AND status NOT IN ('submitted', 'registered');

-- Letters that must not be erased though their time is over: a court, an inspection or an archive wants them.
CREATE TABLE holds (
    case_id text NOT NULL PRIMARY KEY REFERENCES cases (id),
    reason blob NOT NULL,             -- sealed
    at text NOT NULL
);
