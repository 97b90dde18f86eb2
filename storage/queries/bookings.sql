-- name: bookings_add
-- A place on a reception day; somebody has one place a day.
INSERT INTO bookings (id, unit, on_day, owner, conversation, number, about, at)
SELECT CAST(:id AS text), CAST(:unit AS text), CAST(:on_day AS text), CAST(:owner AS text),
    CAST(:conversation AS text), COALESCE(MAX(number), 0) + 1, :about, CAST(:at AS text)
FROM bookings WHERE unit = :unit AND on_day = :on_day
ON CONFLICT DO NOTHING RETURNING number;

-- name: bookings_of_day
-- The places of a reception day.
SELECT id, unit, on_day, number, about, state FROM bookings
WHERE unit = :unit AND on_day = :on_day AND state = 'booked' ORDER BY number;

-- name: bookings_of_owner
-- The places of one person, from a day on.
SELECT id, unit, on_day, number, about, state FROM bookings
WHERE owner = :owner AND on_day >= :since AND state = 'booked' ORDER BY on_day, number;

-- name: bookings_cancel
-- Somebody does not come: what they told is erased.
UPDATE bookings SET state = 'cancelled', about = :about WHERE id = :id AND owner = :owner RETURNING id;
