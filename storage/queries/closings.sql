-- name: closings_add
-- A period is closed.
INSERT INTO closings (id, unit, name, calendar, first_on, last_on, closed_at, seal, content)
VALUES (:id, :unit, :name, :calendar, :first_on, :last_on, :closed_at, :seal, :content);

-- name: closings_of_period
-- The closing of these days of a unit that stands.
SELECT * FROM closings
WHERE unit = :unit AND first_on = :first_on AND last_on = :last_on AND reopened_at = '';

-- name: closings_ended
-- The closings that stand of a unit's periods that ended on a day.
SELECT * FROM closings WHERE unit = :unit AND last_on = :last_on AND reopened_at = '' ORDER BY first_on, id;

-- name: closings_reopen
-- A closing stands no more.
UPDATE closings SET reopened_at = :at WHERE id = :id;
