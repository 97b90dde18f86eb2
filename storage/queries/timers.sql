-- name: timers_set
-- Ask for a moment; a second time moves it.
INSERT INTO timers (name, subject, due_at, conversation, mark) VALUES (:name, :subject, :due_at, :conversation, :mark)
ON CONFLICT (name, subject) DO UPDATE SET due_at = excluded.due_at, conversation = excluded.conversation,
    mark = excluded.mark;

-- name: timers_forget
-- Take a moment back.
DELETE FROM timers WHERE name = :name AND subject = :subject;

-- name: timers_forget_all
-- Take every moment of a subject back.
DELETE FROM timers WHERE subject = :subject;

-- name: timers_due
-- Moments that have come.
SELECT id, name, subject, due_at, conversation, mark FROM timers WHERE due_at <= :now ORDER BY due_at, id LIMIT :limit;

-- name: timers_next
-- The next moment.
SELECT MIN(due_at) AS at FROM timers;

-- name: timers_done
-- A moment has been dealt with, unless it was moved meanwhile.
DELETE FROM timers WHERE id = :id AND due_at = :due_at AND mark = :mark RETURNING id;

-- name: timers_named
-- The subjects of every moment of one name.
SELECT subject FROM timers WHERE name = :name;
