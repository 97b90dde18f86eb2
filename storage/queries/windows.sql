-- name: grants_get
-- The grant of a channel.
SELECT channel, version, pair, access_until, ends_at, problem FROM grants WHERE channel = :channel;

-- name: grants_all
-- Every grant, as far as it may be told.
SELECT channel, version, access_until, ends_at, problem, told_on, at FROM grants ORDER BY channel;

-- name: grants_keep
-- A new pair replaces the one before.
INSERT INTO grants (channel, version, pair, former, access_until, ends_at, at)
VALUES (:channel, :version, :pair, :former, :access_until, :ends_at, :at)
ON CONFLICT (channel) DO UPDATE SET version = excluded.version, pair = excluded.pair, former = excluded.former,
    access_until = excluded.access_until, ends_at = excluded.ends_at, claimed_until = '', problem = '', told_on = '',
    at = excluded.at;

-- name: grants_claim
-- Take the right to renew one version; no row back when somebody else has it.
UPDATE grants SET claimed_until = :until
WHERE channel = :channel AND version = :version AND claimed_until <= :now RETURNING version;

-- name: grants_release
-- Give the right to renew back.
UPDATE grants SET claimed_until = '', problem = :problem WHERE channel = :channel AND version = :version;

-- name: grants_told
-- Somebody was told of what is wrong with a grant.
UPDATE grants SET told_on = :day WHERE channel = :channel AND told_on <> :day RETURNING channel;

-- name: windows_heard
-- Somebody wrote: their chat is open for a while.
INSERT INTO windows (lane, conversation, heard_at, open_until) VALUES (:lane, :conversation, :heard_at, :open_until)
ON CONFLICT (lane) DO UPDATE SET heard_at = excluded.heard_at, open_until = excluded.open_until, asked_at = ''
WHERE windows.heard_at < excluded.heard_at;

-- name: windows_get
-- Until when a chat may be written to.
SELECT open_until, heard_at FROM windows WHERE lane = :lane;

-- name: windows_closing
-- Chats that close between two moments and that nobody was asked in.
SELECT lane, conversation FROM windows
WHERE open_until > :now AND open_until <= :until AND asked_at = '' ORDER BY open_until LIMIT :limit;

-- name: windows_asked
-- The person was asked how else to be reached.
UPDATE windows SET asked_at = :at WHERE lane = :lane AND asked_at = '' RETURNING lane;

-- name: windows_purge
-- Forget chats that have long been closed.
DELETE FROM windows WHERE open_until < :before;

-- name: sent_refs_add
-- A message that was sent.
INSERT INTO sent_refs (ref_key, at) VALUES (:ref_key, :at) ON CONFLICT (ref_key) DO NOTHING;

-- name: sent_refs_find
-- Whether a message was sent by us.
SELECT ref_key FROM sent_refs WHERE ref_key = :ref_key;

-- name: sent_refs_purge
-- Echoes come within hours.
DELETE FROM sent_refs WHERE at < :before;

-- name: outbox_again
-- The chat is open after all: it is due at once.
UPDATE outbox SET due_at = :now WHERE seq = :seq AND state = 'due';

-- name: outbox_undelivered
-- How much news of a case waits for its person.
SELECT COUNT(*) AS number FROM outbox
WHERE case_id = :case_id AND purpose = 'tell' AND state <> 'sent'
    AND (state IN ('held', 'dead') OR (state = 'due' AND late = 1)) AND code <> 'called';

-- name: outbox_undelivered_cases
-- Cases of these units whose news waits for their person, the longest first. From the few messages to their cases: a
-- unit may have a hundred thousand.
SELECT cases.id AS case_id, MIN(o.posted_at) AS since FROM outbox AS o CROSS JOIN cases
WHERE cases.id = o.case_id AND o.purpose = 'tell' AND o.state <> 'sent'
    AND (o.state IN ('held', 'dead') OR (o.state = 'due' AND o.late = 1)) AND o.code <> 'called'
    AND cases.unit IN (:units*)
GROUP BY cases.id ORDER BY since LIMIT :limit;

-- name: outbox_knocks
-- How many paid messages were posted since a moment.
SELECT COUNT(*) AS number FROM outbox WHERE purpose = 'knock' AND posted_at >= :since AND state <> 'dead';

-- name: outbox_knock_waits
-- Whether a person was asked since a moment to write again.
SELECT seq FROM outbox WHERE purpose = 'knock' AND lane = :lane AND posted_at >= :since LIMIT 1;

-- name: outbox_held_of_case
-- What waits for the sender of a case.
SELECT id, channel, peer FROM outbox WHERE case_id = :case_id AND state = 'held' ORDER BY seq LIMIT 1;

-- name: outbox_late
-- News of cases that its channel has not taken for long, and that nobody was told of: noted. What was kept and has
-- just been let go (it has a code, and no try since) is on its way. Looked for among the few that are due.
UPDATE outbox SET late = 1
WHERE state = 'due' AND purpose = 'tell' AND late = 0 AND posted_at || '' < :before AND (code = '' OR tries > 0)
RETURNING case_id, answers;
