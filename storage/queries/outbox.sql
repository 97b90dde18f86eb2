-- name: outbox_add
-- Something to send; `behind` is the message before it in its chat that is still to be sent, `open_until` when the
-- chat closes.
INSERT INTO outbox (id, lane, channel, peer, body, slot, state, due_at, event, purpose, case_id, unit, kind, tried,
    answers, officer, posted_at)
VALUES (:id, :lane, :channel, :peer, :body, :slot, :state, :due_at, :event, :purpose, :case_id, :unit, :kind, :tried,
    :answers, :officer, :posted_at)
RETURNING seq, (
    SELECT MAX(e.seq) FROM outbox AS e
    WHERE e.lane = :lane AND e.seq < outbox.seq AND e.state = 'due' AND (e.due_at <= :posted_at OR e.tries > 0)
) AS behind, (SELECT open_until FROM windows WHERE lane = outbox.lane) AS open_until;

-- name: outbox_due
-- What should be sent by now. Behind a message that must be tried again its lane waits; a message that was
-- posted for later and never tried holds up nobody.
SELECT o.seq, o.id, o.lane, o.channel, o.peer, o.body, o.slot, o.tries, o.purpose, o.case_id, o.due_at, slots.ref,
    w.open_until
FROM outbox AS o
LEFT JOIN slots ON slots.lane = o.lane AND slots.slot = CASE WHEN o.slot = '' THEN 'case:' || o.case_id ELSE o.slot END
LEFT JOIN windows AS w ON w.lane = o.lane
WHERE o.state = 'due' AND o.due_at <= :now AND (o.channel = :channel OR :channel = '')
AND NOT EXISTS (
    SELECT 1 FROM outbox AS e
    WHERE e.lane = o.lane AND e.state = 'due' AND e.seq < o.seq AND e.due_at > :now AND e.tries > 0
)
ORDER BY o.seq LIMIT :limit;

-- name: outbox_of_event
-- What an event posted in one chat and nobody sent yet.
SELECT o.seq, o.id, o.lane, o.channel, o.peer, o.body, o.slot, o.tries, o.purpose, o.case_id, o.due_at, slots.ref,
    w.open_until
FROM outbox AS o
LEFT JOIN slots ON slots.lane = o.lane AND slots.slot = CASE WHEN o.slot = '' THEN 'case:' || o.case_id ELSE o.slot END
LEFT JOIN windows AS w ON w.lane = o.lane
WHERE o.lane = :lane AND o.event = :event AND o.state = 'due' ORDER BY o.seq;

-- name: outbox_last
-- The last row that was posted.
SELECT MAX(seq) AS seq FROM outbox;

-- name: outbox_next
-- When the next message is due.
SELECT MIN(due_at) AS at FROM outbox WHERE state = 'due';

-- name: outbox_get
-- One row.
SELECT seq, id, lane, channel, peer, body, slot, state, event, purpose, case_id, unit, kind, tried, answers, officer FROM outbox
WHERE seq = :seq;

-- name: outbox_sent
-- The channel took it: its words are not needed any more.
UPDATE outbox SET state = 'sent', body = NULL, code = '' WHERE seq = :seq RETURNING lane, slot, case_id, answers;

-- name: outbox_said
-- The same for what nothing hangs on.
UPDATE outbox SET state = 'sent', body = NULL, code = '' WHERE seq = :seq;

-- name: outbox_retry
-- Try again later.
UPDATE outbox SET due_at = :at, tries = tries + 1, code = :code WHERE seq = :seq AND state = 'due';

-- name: outbox_dead
-- It will never be sent.
UPDATE outbox SET state = 'dead', body = NULL, code = :code WHERE seq = :seq;

-- name: outbox_held
-- Kept until the chat can be reached again.
UPDATE outbox SET state = 'held', code = :code WHERE seq = :seq;

-- name: outbox_release
-- The chat is back: what was kept is due.
UPDATE outbox SET state = 'due', tries = 0 WHERE lane = :lane AND state = 'held' RETURNING seq;

-- name: outbox_waiting_in_lane
-- What one chat is to be sent, in order.
SELECT o.seq, o.id, o.lane, o.channel, o.peer, o.body, o.slot, o.tries, o.purpose, o.case_id, o.due_at, slots.ref,
    w.open_until
FROM outbox AS o
LEFT JOIN slots ON slots.lane = o.lane AND slots.slot = CASE WHEN o.slot = '' THEN 'case:' || o.case_id ELSE o.slot END
LEFT JOIN windows AS w ON w.lane = o.lane
WHERE o.lane = :lane AND o.state = 'due' ORDER BY o.seq;

-- name: outbox_in_lane
-- What waits for one chat.
SELECT seq, id, lane, channel, peer, body, slot, state, event, purpose, case_id, unit, kind, tried, answers, officer FROM outbox
WHERE lane = :lane AND state = 'due' ORDER BY seq;

-- name: outbox_unrouted
-- Notices for which there was nobody.
SELECT seq, id, lane, channel, peer, body, slot, state, event, purpose, case_id, unit, kind, tried, answers, officer FROM outbox
WHERE state = 'unrouted' ORDER BY seq LIMIT :limit;

-- name: outbox_rerouted
-- Another row goes to somebody else in its stead.
UPDATE outbox SET state = 'moved', body = NULL, code = :code WHERE seq = :seq;

-- name: outbox_readdress
-- The chat goes on under another address.
UPDATE outbox SET lane = :lane, peer = :peer WHERE seq = :seq;

-- name: outbox_slot_lanes
-- Chats in which a slot of a case is or will be shown.
SELECT channel, lane, id, peer, unit FROM outbox
WHERE slot = :slot AND slot <> '' AND case_id = :case_id AND state IN ('due', 'sent')
AND NOT EXISTS (SELECT 1 FROM chats WHERE chats.peer_key = outbox.lane AND (chats.gone <> '' OR chats.bound = 0))
AND NOT EXISTS (SELECT 1 FROM staff_accounts AS s WHERE s.peer_key = outbox.lane AND s.gone <> '')
ORDER BY seq;

-- name: outbox_shown_in_lane
-- Messages of one chat that may be changed later.
SELECT seq, id FROM outbox WHERE lane = :lane AND state = 'sent' AND slot <> '';

-- name: outbox_counts
-- How many rows wait, and how many will never be sent.
SELECT 'due' AS state, COUNT(*) AS number FROM outbox WHERE state = 'due'
UNION ALL SELECT 'dead', COUNT(*) FROM outbox WHERE state = 'dead'
UNION ALL SELECT 'held', COUNT(*) FROM outbox WHERE state = 'held'
UNION ALL SELECT 'unrouted', COUNT(*) FROM outbox WHERE state = 'unrouted';

-- name: outbox_staff_moved
-- Messages to staff that their channel did not take and that went another way.
SELECT channel, code, COUNT(*) AS number FROM outbox
WHERE state = 'moved' AND purpose IN ('notice', 'officer') AND channel <> ''
    AND code NOT IN ('overtaken', 'rerouted') AND posted_at >= :since
GROUP BY channel, code ORDER BY channel, code;

-- name: outbox_purge
-- Forget what was sent long ago.
DELETE FROM outbox WHERE posted_at < :before AND state IN ('sent', 'dead', 'moved') AND slot = ''
    AND (answers = 0 OR state <> 'dead') RETURNING seq;

-- name: slots_put
-- The slot of a chat now shows this message.
INSERT INTO slots (lane, slot, ref) VALUES (:lane, :slot, :ref)
ON CONFLICT (lane, slot) DO UPDATE SET ref = excluded.ref;

-- name: slots_get
-- The message that a slot of a chat shows.
SELECT ref FROM slots WHERE lane = :lane AND slot = :slot;
