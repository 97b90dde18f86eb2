-- name: surveys_ask
-- Somebody is asked what they think of the outcome of the present stretch of a case, once.
INSERT INTO surveys (case_id, number, asked_at, asked_on)
SELECT CAST(:case_id AS text), COALESCE(MAX(number), 1), CAST(:at AS text), CAST(:on AS text) FROM spells WHERE case_id = :case_id
ON CONFLICT DO NOTHING RETURNING number;

-- name: surveys_of
-- Every survey of a case, the last first.
SELECT number, asked_at, reminded_at, answered_at, answer FROM surveys WHERE case_id = :case_id ORDER BY number DESC;

-- name: surveys_answer
-- The last survey of a case is answered, once.
UPDATE surveys SET answer = :answer, answered_at = :at, answered_on = :on, reason = :reason
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

-- name: surveys_within
-- What was asked and answered on some days, by unit; of letters of one kind, and of some others, nothing.
SELECT cases.unit, surveys.asked_on AS on_day, 'survey_asked' AS figure, COUNT(*) AS number
FROM surveys JOIN cases ON cases.id = surveys.case_id
WHERE surveys.asked_on >= :first AND surveys.asked_on <= :last
    AND (cases.kind <> :kind OR cases.id IN (:told*)) AND cases.id NOT IN (:without*)
GROUP BY cases.unit, surveys.asked_on
UNION ALL
SELECT cases.unit, surveys.answered_on, 'survey_answered', COUNT(*)
FROM surveys JOIN cases ON cases.id = surveys.case_id
WHERE surveys.answered_on >= :first AND surveys.answered_on <= :last
    AND (cases.kind <> :kind OR cases.id IN (:told*)) AND cases.id NOT IN (:without*)
GROUP BY cases.unit, surveys.answered_on
UNION ALL
SELECT cases.unit, surveys.answered_on, 'survey_satisfied', COUNT(*)
FROM surveys JOIN cases ON cases.id = surveys.case_id
WHERE surveys.answered_on >= :first AND surveys.answered_on <= :last AND surveys.answer = 'satisfied'
    AND (cases.kind <> :kind OR cases.id IN (:told*)) AND cases.id NOT IN (:without*)
GROUP BY cases.unit, surveys.answered_on;
