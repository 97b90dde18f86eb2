-- name: tallies_add
-- Count something, once, by adding a row.
INSERT INTO tallies (day, unit, kind, topic, channel, figure, delta)
VALUES (:day, :unit, :kind, :topic, :channel, :figure, :delta);

-- name: tallies_sums
-- What was counted between two days.
SELECT unit, kind, topic, channel, figure, CAST(SUM(delta) AS integer) AS value FROM tallies
WHERE day >= :first AND day <= :last
GROUP BY unit, kind, topic, channel, figure ORDER BY unit, kind, topic, channel, figure;

-- name: tallies_folded
-- Take out what is about to be written back as one row each.
DELETE FROM tallies WHERE id <= :last AND day < :before
RETURNING day, unit, kind, topic, channel, figure, delta;

-- name: tallies_last
-- The newest row.
SELECT COALESCE(MAX(id), 0) AS id FROM tallies;

-- name: tallies_clear
-- Forget every count, before a recount.
DELETE FROM tallies;
