-- name: surveys_ask
-- Somebody is asked what they think of the outcome of the present stretch of a case, once.
INSERT INTO surveys (case_id, number, asked_at)
SELECT CAST(:case_id AS text), COALESCE(MAX(number), 1), CAST(:at AS text) FROM spells WHERE case_id = :case_id
ON CONFLICT DO NOTHING RETURNING number;

-- name: surveys_of
-- Every survey of a case, the last first.
SELECT number, asked_at, reminded_at, answered_at, answer FROM surveys WHERE case_id = :case_id ORDER BY number DESC;

-- name: surveys_answer
-- The last survey of a case is answered, once.
UPDATE surveys SET answer = :answer, answered_at = :at, reason = :reason
WHERE case_id = :case_id AND answer = ''
AND number = (SELECT MAX(last.number) FROM surveys AS last WHERE last.case_id = :case_id)
RETURNING number;

-- name: surveys_reason
-- Why somebody is not satisfied.
UPDATE surveys SET reason = :reason WHERE case_id = :case_id AND number = :number;

-- name: surveys_silent
-- Surveys that were asked before a moment, and neither answered nor reminded of.
SELECT surveys.case_id, surveys.number FROM surveys JOIN cases ON cases.id = surveys.case_id
WHERE surveys.answer = '' AND surveys.reminded_at = '' AND surveys.asked_at < :before
AND cases.status NOT IN ('submitted', 'registered') ORDER BY surveys.asked_at LIMIT :limit;

-- name: surveys_reminded
-- A survey was reminded of.
UPDATE surveys SET reminded_at = :at WHERE case_id = :case_id AND number = :number;
