-- name: watching_prove
-- Write the one row that is there for this.
INSERT INTO proofs (id, filling) VALUES (1, :filling) ON CONFLICT (id) DO UPDATE SET filling = excluded.filling;

-- name: watching_unacknowledged
-- Letters that nobody has taken since before a moment.
SELECT COUNT(*) AS number FROM cases
WHERE status IN ('submitted', 'registered') AND status = 'submitted' AND received_at < :before;

-- name: watching_overdue
-- Open letters whose date is over.
SELECT COUNT(*) AS number FROM cases WHERE status IN ('submitted', 'registered') AND due_on < :today AND due_on <> '';

-- name: watching_set_aside
-- Events that could not be answered.
SELECT COUNT(*) AS number FROM inbox WHERE state = 'failed';
