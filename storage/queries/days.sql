-- name: days_add
-- A day is declared off or worked.
INSERT INTO day_overrides (day, effect, reason, source, at) VALUES (:day, :effect, :reason, :source, :at) RETURNING id;

-- name: days_all
-- Every declaration, oldest first.
SELECT id, day, effect, reason, source, at FROM day_overrides ORDER BY id;

-- name: days_version
-- The number of the last declaration.
SELECT COALESCE(MAX(id), 0) AS version FROM day_overrides;

-- name: calendar_counted
-- By which calendar the open clocks were counted.
SELECT calendar FROM calendar_state WHERE id = 1;

-- name: calendar_count
-- The open clocks were counted by this calendar.
INSERT INTO calendar_state (id, calendar, at) VALUES (1, :calendar, :at)
ON CONFLICT (id) DO UPDATE SET calendar = excluded.calendar, at = excluded.at;
