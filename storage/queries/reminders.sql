-- name: reminders_known
-- Points of running clocks that were told, or passed by.
SELECT reminders.clock, reminders.due_on, reminders.point FROM reminders
JOIN clocks ON clocks.id = reminders.clock WHERE clocks.state = 'open' AND clocks.due_on = reminders.due_on;

-- name: reminders_add
-- A point was told (or passed by): each once.
INSERT INTO reminders (clock, due_on, point, told, at) VALUES (:clock, :due_on, :point, :told, :at)
ON CONFLICT DO NOTHING RETURNING clock;

-- name: digests_add
-- A digest goes to somebody on a day: once.
INSERT INTO digests (on_day, target, at) VALUES (:on_day, :target, :at) ON CONFLICT DO NOTHING RETURNING target;

-- name: digests_of
-- To whom a digest of a day went.
SELECT target FROM digests WHERE on_day = :on_day;

-- name: digest_open
-- Cases without an outcome, with what a digest says of them.
SELECT id, code, unit, kind, officer, parent, received_on, changed_at, awaits_since FROM cases
WHERE status IN ('submitted', 'registered') AND held_from <> unit;

-- name: digest_cases
-- Some cases by their ids.
SELECT id, code, unit, kind, officer, parent FROM cases WHERE id IN (:ids*) AND held_from <> unit;

-- name: digest_held
-- Cases whose resident could not be reached, and nobody has called yet.
SELECT DISTINCT cases.id, cases.code, cases.unit, cases.kind, cases.officer, cases.parent FROM outbox
JOIN cases ON cases.id = outbox.case_id
WHERE outbox.purpose = 'tell' AND outbox.state <> 'sent'
    AND (outbox.state IN ('held', 'dead') OR (outbox.state = 'due' AND outbox.late = 1))
    AND outbox.code <> 'called'
    AND cases.held_from <> cases.unit
ORDER BY cases.code;

-- name: digest_called
-- Somebody has called the resident of a case.
UPDATE outbox SET code = 'called' WHERE case_id = :case_id AND purpose = 'tell' AND state <> 'sent'
    AND (state IN ('held', 'dead') OR (state = 'due' AND late = 1))
RETURNING seq;

-- name: digest_rooms_gone
-- Staff chats that cannot be written to.
SELECT unit FROM chats WHERE bound = 1 AND gone <> '' ORDER BY unit;

-- name: cases_await
-- Whose turn it is.
UPDATE cases SET awaits_since = :at WHERE id = :id;
