-- name: clocks_add
-- A time limit begins to run; the same one again changes nothing.
INSERT INTO clocks (id, case_id, rule, whose, kind, facts, started_on, due_on, state)
VALUES (:id, :case_id, :rule, :whose, :kind, :facts, :started_on, :due_on, 'open')
ON CONFLICT (case_id, rule, started_on) DO UPDATE SET state = 'open', due_on = excluded.due_on, met_on = '',
    facts = excluded.facts
WHERE clocks.state = 'void';

-- name: clocks_of
-- Every clock of a case.
SELECT id, case_id, rule, whose, kind, facts, started_on, due_on, added, extended, stopped_on, stopped, state, met_on
FROM clocks WHERE case_id = :case_id ORDER BY started_on, due_on, rule;

-- name: clocks_open
-- Clocks that run, page by page in the order of their ids.
SELECT id, case_id, rule, whose, kind, facts, started_on, due_on, added, extended, stopped_on, stopped, state, met_on
FROM clocks WHERE state = 'open' AND id > :after ORDER BY id LIMIT :limit;

-- name: clocks_near
-- Clocks that run, do not stand still, and end by a day.
SELECT id, case_id, rule, whose, kind, facts, started_on, due_on, added, extended, stopped_on, stopped, state, met_on
FROM clocks WHERE state = 'open' AND stopped_on = '' AND due_on <= :by ORDER BY due_on, id;

-- name: clocks_ends
-- On which days clocks end that run and do not stand still, up to a day.
SELECT DISTINCT due_on, whose FROM clocks WHERE state = 'open' AND stopped_on = '' AND due_on <= :by
ORDER BY due_on, whose;

-- name: clocks_end
-- A clock was met, or does not count any more.
UPDATE clocks SET state = :state, met_on = :on WHERE id = :id AND state = 'open';

-- name: clocks_change
-- A clock ends on another day: it was counted anew, extended, stopped or goes on.
UPDATE clocks SET due_on = :due_on, added = :added, extended = :extended, stopped_on = :stopped_on, stopped = :stopped
WHERE id = :id;

-- name: clocks_case_due
-- The committee's own date of a case.
UPDATE cases SET due_on = :due_on, due_rule = :due_rule WHERE id = :id;

-- name: clocks_case_reply
-- Until when the authority owes the answer of a case.
UPDATE cases SET reply_due_on = :due_on, reply_rule = :rule WHERE id = :id;

-- name: clocks_missing
-- Cases that have no clock yet: filed before there were clocks, imported, or filed just now.
SELECT id FROM cases WHERE status IN ('submitted', 'registered', 'forwarded')
AND NOT EXISTS (SELECT 1 FROM clocks WHERE clocks.case_id = cases.id AND clocks.state = 'open')
AND NOT EXISTS (SELECT 1 FROM clocks WHERE clocks.case_id = cases.id AND clocks.whose = 'authority')
AND id > :after ORDER BY id LIMIT :limit;
