-- name: gatherings_shown
-- How many cards a place was shown since a moment.
SELECT COUNT(*) AS number FROM gatherings WHERE target = :target AND state = 'shown' AND at >= :since;

-- name: gatherings_open
-- Whether a place has letters that it was not told of yet.
SELECT 1 AS found FROM gatherings WHERE target = :target AND state = 'kept' LIMIT 1;

-- name: gatherings_put
-- How a place is told of a letter.
INSERT INTO gatherings (target, case_id, why, at, state) VALUES (:target, :case_id, :why, :at, :state)
ON CONFLICT (target, case_id, why) DO UPDATE SET at = excluded.at, state = excluded.state;

-- name: gatherings_without_card
-- Whether a place was told, or will be, of a letter together with others.
SELECT 1 AS found FROM gatherings
WHERE target = :target AND case_id = :case_id AND why = 'new' AND state IN ('kept', 'told');

-- name: gatherings_due
-- Places that have waited long enough to be told of several letters at once.
SELECT target FROM gatherings WHERE state = 'kept' GROUP BY target HAVING MIN(at) <= :before ORDER BY target;

-- name: gatherings_of
-- What a place is told of at once.
SELECT gatherings.why, gatherings.at, cases.kind, cases.officer, cases.status FROM gatherings
JOIN cases ON cases.id = gatherings.case_id
WHERE gatherings.target = :target AND gatherings.state = 'kept' ORDER BY gatherings.at;

-- name: gatherings_told
-- A place was told of all that it had not been told of.
UPDATE gatherings SET state = 'told' WHERE target = :target AND state = 'kept';

-- name: gatherings_purge
-- Forget how staff were told of letters long ago.
DELETE FROM gatherings WHERE at < :before AND state <> 'kept';
