-- name: sketches_keep
-- Keep the sketch of a letter, or put a newer one in its place.
INSERT INTO sketches (case_id, words, place) VALUES (:case_id, :words, :place)
ON CONFLICT (case_id) DO UPDATE SET words = excluded.words, place = excluded.place;

-- name: sketches_drop
-- Forget the sketch of a letter.
DELETE FROM sketches WHERE case_id = :case_id;

-- name: sketches_one
-- The sketch of one letter, with where and when it came.
SELECT s.words, s.place, c.unit, c.topic, c.received_on
FROM sketches s JOIN cases c ON c.id = s.case_id
WHERE s.case_id = :case_id AND c.kind <> 'to_cao';

-- name: sketches_near
-- The newest letters of a unit in a stretch of days, with their sketches.
SELECT s.case_id, s.words, s.place, c.code, c.unit, c.kind, c.topic, c.owner, c.received_at, c.received_on
FROM cases c JOIN sketches s ON s.case_id = c.id
WHERE c.unit = :unit AND c.received_at >= :since AND c.received_on <= :until AND c.kind <> 'to_cao'
ORDER BY c.received_at DESC
LIMIT :most;

-- name: sketches_newest
-- The newest letters of a unit, with their sketches.
SELECT s.case_id, s.words, s.place, c.code, c.unit, c.kind, c.topic, c.owner, c.received_at, c.received_on
FROM cases c JOIN sketches s ON s.case_id = c.id
WHERE c.unit = :unit AND c.kind <> 'to_cao'
ORDER BY c.received_at DESC
LIMIT :most;

-- name: sketches_last
-- The number of the newest link of any chain.
SELECT MAX(id) AS last FROM audit;

-- name: sketches_news
-- Letters to whose chain a link was added since, as they are now.
SELECT a.id AS number, a.case_id, s.words, s.place, c.code, c.unit, c.kind, c.topic, c.owner, c.received_at, c.received_on
FROM audit a LEFT JOIN sketches s ON s.case_id = a.case_id LEFT JOIN cases c ON c.id = s.case_id
WHERE a.id > :after
ORDER BY a.id
LIMIT :most;

-- name: sketches_late
-- Letters to whose chain these links were added, as they are now.
SELECT a.id AS number, a.case_id, s.words, s.place, c.code, c.unit, c.kind, c.topic, c.owner, c.received_at, c.received_on
FROM audit a LEFT JOIN sketches s ON s.case_id = a.case_id LEFT JOIN cases c ON c.id = s.case_id
WHERE a.id IN (:numbers*);
