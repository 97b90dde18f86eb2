-- The work list counts what each officer may know of, whole from the index: the unit that must not know of a letter
-- belongs into it, or every open letter of a city is fetched to be counted.
DROP INDEX cases_due;
DROP INDEX cases_open_unit;
DROP INDEX cases_open_officer;
CREATE INDEX cases_due ON cases (due_on, received_at, id, unit, officer, status, held_from)
    WHERE status IN ('submitted', 'registered');
CREATE INDEX cases_open_unit ON cases (unit, due_on, status, held_from) WHERE status IN ('submitted', 'registered');
CREATE INDEX cases_open_officer ON cases (officer, unit, status, held_from) WHERE status IN ('submitted', 'registered');
