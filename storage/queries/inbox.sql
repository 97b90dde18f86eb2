-- name: inbox_put
-- Store an event once; no row back means it was here before. Where something waits that came before it from its chat, it
-- waits as well.
INSERT INTO inbox (event_key, channel, chat_key, raw, received_at, state)
VALUES (:event_key, :channel, :chat_key, :raw,
    CASE WHEN EXISTS (SELECT 1 FROM inbox AS earlier WHERE earlier.chat_key = :chat_key
        AND earlier.state = 'waiting' AND earlier.received_at <= :came) THEN :came ELSE :at END,
    CASE WHEN EXISTS (SELECT 1 FROM inbox AS earlier WHERE earlier.chat_key = :chat_key
        AND earlier.state = 'waiting' AND earlier.received_at <= :came) THEN 'waiting' ELSE 'done' END)
ON CONFLICT (event_key) DO NOTHING RETURNING id, state;

-- name: inbox_put_aside
-- Store an event once, for a turn later.
INSERT INTO inbox (event_key, channel, chat_key, raw, received_at, state)
VALUES (:event_key, :channel, :chat_key, :raw, :at, 'waiting')
ON CONFLICT (event_key) DO NOTHING;

-- name: inbox_waiting
-- What waits for its turn on a channel, in the order in which it came.
SELECT id, event_key, chat_key, raw, received_at FROM inbox
WHERE state = 'waiting' AND channel = :channel ORDER BY id LIMIT :limit;

-- name: inbox_waits_behind
-- Whether so many events or more wait on a channel.
SELECT id FROM inbox WHERE state = 'waiting' AND channel = :channel ORDER BY id LIMIT 1 OFFSET :before;

-- name: inbox_longest_waiting
-- When the event came that waits for longest.
SELECT MIN(received_at) AS at FROM inbox WHERE state = 'waiting';

-- name: inbox_take_up
-- The turn of an event that waited, from which on it is counted; no row back means that it had it already.
UPDATE inbox SET state = 'done', received_at = :at WHERE id = :id AND state = 'waiting' RETURNING id;

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
-- Erase what one chat has sent since a moment and what had its turn.
UPDATE inbox SET raw = NULL WHERE received_at >= :since AND chat_key = :chat_key AND raw IS NOT NULL AND state <> 'waiting'
RETURNING id;

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
