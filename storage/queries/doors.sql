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
INSERT INTO web_sessions (token_key, id, staff_id, csrf, until) VALUES (:token_key, :id, :staff_id, :csrf, :until);

-- name: web_sessions_get
-- The session of a cookie.
SELECT id, staff_id, csrf, until FROM web_sessions WHERE token_key = :token_key AND until > :now;

-- name: web_sessions_end
-- Sign out.
DELETE FROM web_sessions WHERE token_key = :token_key;

-- name: web_sessions_close
-- Sessions of somebody who no longer works here.
DELETE FROM web_sessions WHERE staff_id = :staff_id;

-- name: web_sessions_purge
-- Sessions that are over.
DELETE FROM web_sessions WHERE until < :now;
