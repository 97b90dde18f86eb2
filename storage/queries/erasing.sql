-- name: erasing_ended
-- Ended letters that still have words and wait for nobody, page by page in the order of their ids.
SELECT id, code, unit, kind, status, eligible,
    (SELECT MAX(outcome_on) FROM spells WHERE spells.case_id = cases.id) AS ended_on
FROM cases
WHERE letter IS NOT NULL AND status NOT IN ('submitted', 'registered') AND id > :after
    AND NOT EXISTS (SELECT 1 FROM holds WHERE holds.case_id = cases.id)
    AND NOT EXISTS (SELECT 1 FROM requests WHERE requests.case_id = cases.id AND answered_at = '')
    AND NOT EXISTS (
        SELECT 1 FROM outbox WHERE outbox.case_id = cases.id AND outbox.case_id <> '' AND state = 'due'
    )
    AND NOT EXISTS (
        SELECT 1 FROM outbox WHERE outbox.case_id = cases.id AND state = 'held' AND outbox.code <> 'called'
    )
ORDER BY id LIMIT :limit;

-- name: erasing_case
-- The words go, and what ties the case to an account; its facts stay.
UPDATE cases SET letter = NULL, erased_on = :on, owner = id, conversation = '', changed_at = :at
WHERE id = :id AND letter IS NOT NULL RETURNING id;

-- name: erasing_persons
-- Who sent it is forgotten.
DELETE FROM persons WHERE case_id = :case_id;

-- name: erasing_consents
-- That somebody agreed, and when, stays; who it was goes with the letter.
UPDATE consents SET account = :account WHERE id = :id;

-- name: erasing_consents_of
-- To what was agreed.
SELECT id FROM consents WHERE case_id = :case_id;

-- name: erasing_requests
-- Why something was asked for.
UPDATE requests SET reason = :reason WHERE id = :id;

-- name: erasing_surveys
-- Why somebody was not satisfied; that they were not stays.
UPDATE surveys SET reason = NULL WHERE case_id = :case_id;

-- name: erasing_corrections
-- Why its kind was corrected.
UPDATE corrections SET reason = :reason WHERE id = :id;

-- name: erasing_corrections_of
-- What was corrected in a case.
SELECT id FROM corrections WHERE case_id = :case_id;

-- name: erasing_details
-- What the entries of its chain told; the chain holds keyed hashes of it and goes on holding.
UPDATE audit SET detail = NULL WHERE case_id = :case_id;

-- name: erasing_files
-- Its files.
DELETE FROM attachments WHERE case_id = :case_id AND case_id <> '' RETURNING id, path;

-- name: erasing_messages
-- News for its sender that never went out, and cannot any more.
UPDATE outbox SET body = NULL WHERE case_id = :case_id AND state <> 'due';

-- name: erasing_stranded
-- Bindings to files that were still to come.
DELETE FROM fetches WHERE attachment = :attachment;

-- name: holds_add
-- A letter must not be erased.
INSERT INTO holds (case_id, reason, at) VALUES (:case_id, :reason, :at) ON CONFLICT DO NOTHING RETURNING case_id;

-- name: holds_drop
-- A letter may be erased when its time is over.
DELETE FROM holds WHERE case_id = :case_id RETURNING case_id;

-- name: holds_all
-- Letters that must not be erased, and why.
SELECT holds.case_id, cases.code, holds.reason, holds.at FROM holds JOIN cases ON cases.id = holds.case_id
ORDER BY holds.at, cases.code;
