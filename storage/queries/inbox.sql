-- name: inbox_put
-- Store an event once; no row back means it was here before.
INSERT INTO inbox (event_key, channel, chat_key, raw, received_at) VALUES (:event_key, :channel, :chat_key, :raw, :at)
ON CONFLICT (event_key) DO NOTHING RETURNING id;

-- name: inbox_find
-- The row of an event that came before.
SELECT id, state FROM inbox WHERE event_key = :event_key;

-- name: inbox_state
-- Set an event aside, or take it back.
UPDATE inbox SET state = :state, error = :error WHERE id = :id;

-- name: inbox_raw
-- The sealed body of one event.
SELECT event_key, channel, raw FROM inbox WHERE id = :id;

-- name: inbox_erase
-- Erase what one chat has sent since a moment.
UPDATE inbox SET raw = NULL WHERE received_at >= :since AND chat_key = :chat_key AND raw IS NOT NULL RETURNING id;

-- name: inbox_failed
-- Events that were set aside, newest first.
SELECT id, channel, received_at, error FROM inbox WHERE state = 'failed' ORDER BY id DESC LIMIT :limit;

-- name: inbox_last
-- When a channel was last heard of.
SELECT channel, MAX(received_at) AS at FROM inbox WHERE channel <> 'internal' GROUP BY channel;

-- name: inbox_strip
-- Erase bodies that were processed before a moment; the hashes stay.
UPDATE inbox SET raw = NULL WHERE received_at < :before AND raw IS NOT NULL AND state = 'done' RETURNING id;

-- name: inbox_forget
-- Erase events from before a moment.
DELETE FROM inbox WHERE received_at < :before RETURNING id;
