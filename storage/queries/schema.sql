-- name: schema_applied
-- Which migrations ran.
SELECT version, name FROM schema_version ORDER BY version;

-- name: key_checks_get
-- The sealed word.
SELECT content, look_up_key FROM key_checks WHERE id = 'first';

-- name: key_checks_put
-- The sealed word of a new database.
INSERT INTO key_checks (id, content, look_up_key) VALUES ('first', :content, :look_up_key) ON CONFLICT (id) DO NOTHING;

-- name: key_checks_mark_unfinished
-- This database is a copy, and what it was made of is still used.
INSERT INTO key_checks (id, content, look_up_key) VALUES ('unfinished', :content, :look_up_key)
ON CONFLICT (id) DO NOTHING;

-- name: key_checks_unfinished
-- Whether it is such a copy.
SELECT id FROM key_checks WHERE id = 'unfinished';

-- name: schema_apply
-- Note that a migration ran.
INSERT INTO schema_version (version, name, applied_at) VALUES (:version, :name, :at);
