-- name: reminders_untold
-- Clocks that end on a day and of which a point was neither told nor passed by.
SELECT clocks.id FROM clocks
WHERE clocks.state = 'open' AND clocks.stopped_on = '' AND clocks.due_on = :due_on AND clocks.whose = :whose
    AND NOT EXISTS (SELECT 1 FROM reminders AS r
        WHERE r.clock = clocks.id AND r.due_on = :due_on AND r.point = :point)
    AND EXISTS (SELECT 1 FROM cases WHERE cases.id = clocks.case_id AND cases.held_from <> cases.unit);

-- name: reminders_note
-- A point of some clocks is noted, where they still run as they did: each once.
INSERT INTO reminders (clock, due_on, point, told, at)
SELECT id, due_on, CAST(:point AS text), CAST(:told AS integer), CAST(:at AS text) FROM clocks
WHERE id IN (:ids*) AND state = 'open' AND stopped_on = '' AND due_on = :due_on
ON CONFLICT DO NOTHING;

-- name: reminders_noted
-- Points that are to be told, of clocks that still run as they did.
SELECT r.due_on, r.point, clocks.whose, clocks.rule, cases.id, cases.code, cases.unit, cases.kind, cases.officer,
    cases.parent
FROM reminders AS r JOIN clocks ON clocks.id = r.clock JOIN cases ON cases.id = clocks.case_id
WHERE r.told = 2 AND clocks.state = 'open' AND clocks.stopped_on = '' AND clocks.due_on = r.due_on
ORDER BY clocks.due_on, clocks.id;

-- name: reminders_tell
-- All that was noted is told.
UPDATE reminders SET told = 1 WHERE told = 2 AND at <= :at;

-- name: reminders_to_tell
-- Whether anything is noted and not told.
SELECT 1 AS found FROM reminders WHERE told = 2 LIMIT 1;

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
