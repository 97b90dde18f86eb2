-- name: doors_add
-- A one-time link.
INSERT INTO doors (token_key, staff_id, case_id, until) VALUES (:token_key, :staff_id, :case_id, :until);

-- name: doors_look
-- Whether a link is still good; looking spends nothing.
SELECT staff_id, case_id FROM doors WHERE token_key = :token_key AND used_at = '' AND until > :now;

-- name: doors_use
-- Use a link, once and in time.
UPDATE doors SET used_at = :now WHERE token_key = :token_key AND used_at = '' AND until > :now
RETURNING staff_id, case_id;

-- name: doors_close
-- Links of somebody who no longer works here.
DELETE FROM doors WHERE staff_id = :staff_id;

-- name: doors_purge
-- Links that are over.
DELETE FROM doors WHERE until < :now;

-- name: web_sessions_add
-- A session on our page.
INSERT INTO web_sessions (token_key, id, staff_id, csrf, until, made_at, seen_at, device)
VALUES (:token_key, :id, :staff_id, :csrf, :until, :at, :at, :device);

-- name: web_sessions_get
-- The session of a cookie.
SELECT id, staff_id, csrf, until, seen_at, strong_at FROM web_sessions
WHERE token_key = :token_key AND until > :now;

-- name: web_sessions_end
-- Sign out.
DELETE FROM web_sessions WHERE token_key = :token_key;

-- name: web_sessions_close
-- Sessions of somebody who no longer works here.
DELETE FROM web_sessions WHERE staff_id = :staff_id;

-- name: web_sessions_purge
-- Sessions that are over.
DELETE FROM web_sessions WHERE until < :now;

-- name: web_sessions_of
-- The open sessions of an officer, the one used last first.
SELECT id, device, made_at, seen_at, until, strong_at FROM web_sessions
WHERE staff_id = :staff_id AND until > :now ORDER BY seen_at DESC, id;

-- name: web_sessions_counts
-- How many sessions each officer has open.
SELECT staff_id, COUNT(*) AS open FROM web_sessions WHERE until > :now GROUP BY staff_id;

-- name: web_sessions_seen
-- A session was used just now.
UPDATE web_sessions SET seen_at = :now WHERE token_key = :token_key;

-- name: web_sessions_strong
-- The second step was passed in this session.
UPDATE web_sessions SET strong_at = :now WHERE id = :id;

-- name: web_sessions_end_one
-- One session of an officer ends.
DELETE FROM web_sessions WHERE id = :id AND staff_id = :staff_id RETURNING id;

-- name: web_sessions_end_others
-- Every session of an officer but one ends.
DELETE FROM web_sessions WHERE staff_id = :staff_id AND id <> :keep;

-- name: second_steps_get
-- The second step of an officer.
SELECT secret, confirmed_at, last_step, wrong, locked_until FROM second_steps WHERE staff_id = :staff_id;

-- name: second_steps_begin
-- A new secret that counts once a code of it was typed; one that counts already stays.
INSERT INTO second_steps (staff_id, secret, made_at) VALUES (:staff_id, :secret, :at)
ON CONFLICT (staff_id) DO NOTHING;

-- name: second_steps_spend
-- Use the code of a period, once.
UPDATE second_steps SET last_step = :step, wrong = 0, locked_until = '',
    confirmed_at = CASE WHEN confirmed_at = '' THEN :at ELSE confirmed_at END
WHERE staff_id = :staff_id AND last_step < :step RETURNING staff_id;

-- name: second_steps_wrong
-- One more wrong code, or too many and a time to wait.
UPDATE second_steps SET wrong = :wrong, locked_until = :locked_until WHERE staff_id = :staff_id;

-- name: second_steps_drop
-- Forget a secret: the officer makes a new one.
DELETE FROM second_steps WHERE staff_id = :staff_id;

-- name: second_steps_all
-- Who has a second step that counts.
SELECT staff_id, locked_until FROM second_steps WHERE confirmed_at <> '';
