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
SELECT s.case_id, s.words, s.place, c.code, c.kind, c.topic, c.owner, c.received_on
FROM cases c JOIN sketches s ON s.case_id = c.id
WHERE c.unit = :unit AND c.received_at >= :since AND c.received_on <= :until AND c.kind <> 'to_cao'
ORDER BY c.received_at DESC
LIMIT :most;
