-- name: conversations_find
-- The conversation of an account in a chat.
SELECT id, owner, channel, chat, state, gone, standing FROM conversations WHERE address_key = :address_key;

-- name: conversations_find_behind
-- The same, and the last message of its chat that is still to be sent.
SELECT id, owner, channel, chat, state, gone, standing, (
    SELECT MAX(o.seq) FROM outbox AS o
    WHERE o.lane = conversations.peer_key AND o.state = 'due' AND (o.due_at <= :now OR o.tries > 0)
) AS behind
FROM conversations WHERE address_key = :address_key;

-- name: conversations_get
-- One conversation by id.
SELECT id, owner, channel, chat, state, gone, standing, account, peer FROM conversations WHERE id = :id;

-- name: conversations_owner
-- The person whose account this is, from any of their chats.
SELECT owner FROM conversations WHERE account_key = :account_key LIMIT 1;

-- name: conversations_add
-- A conversation that begins.
INSERT INTO conversations (id, address_key, account_key, peer_key, channel, account, peer, owner, chat, seen_at)
VALUES (:id, :address_key, :account_key, :peer_key, :channel, :account, :peer, :owner, :chat, :at);

-- name: conversations_save
-- Where the dialogue stands now.
UPDATE conversations SET state = :state, draft = :draft, draft_at = :draft_at, consented = :consented, seen_at = :at,
    standing = NULL
WHERE id = :id;

-- name: conversations_standing
-- A message from outside the talk has standing options: their numbers may be typed.
UPDATE conversations SET standing = :standing WHERE id = :id;

-- name: conversations_seen
-- Somebody wrote and nothing else changed.
UPDATE conversations SET seen_at = :at WHERE id = :id;

-- name: conversations_gone
-- A chat can no longer be reached, or can again.
UPDATE conversations SET gone = :gone WHERE peer_key = :peer_key;

-- name: conversations_at_peer
-- Every conversation in a chat.
SELECT id, account, channel FROM conversations WHERE peer_key = :peer_key;

-- name: conversations_drop
-- A conversation that never held a dialogue.
DELETE FROM conversations WHERE address_key = :address_key AND id <> :id AND state IS NULL;

-- name: conversations_move
-- The chat goes on under another address.
UPDATE conversations SET address_key = :address_key, peer_key = :peer_key, peer = :peer WHERE id = :id;

-- name: conversations_reachable
-- Private chats of a person that can be reached, the one they used last first.
SELECT id, channel, peer FROM conversations
WHERE owner = :owner AND gone = 0 AND chat = 'private' ORDER BY seen_at DESC LIMIT 5;

-- name: conversations_join
-- Two persons turn out to be one.
UPDATE conversations SET owner = :owner WHERE owner = :former;

-- name: conversations_silent
-- Open drafts that nobody touched since a moment.
SELECT id, draft, consented, state FROM conversations
WHERE draft_at <> '' AND draft_at < :before AND consented <= :consented;

-- name: conversations_regulars
-- Chats of the people who sent the newest letters, the newest first.
SELECT conversations.peer_key
FROM (SELECT owner, received_on FROM cases ORDER BY received_on DESC LIMIT :limit) AS latest
JOIN conversations ON conversations.owner = latest.owner
ORDER BY latest.received_on DESC;

-- name: conversations_writing
-- Chats of people who agreed to be served and have not sent their letter yet.
SELECT peer_key FROM conversations WHERE draft_at <> '' AND consented = 1 ORDER BY draft_at DESC LIMIT :limit;

-- name: conversations_regular
-- Which of these chats are those of people who have a letter or agreed to be served, or of staff.
SELECT peer_key FROM conversations
WHERE peer_key IN (:peer_keys*)
    AND (consented = 1 OR EXISTS (SELECT 1 FROM cases WHERE cases.owner = conversations.owner))
UNION ALL SELECT peer_key FROM staff_accounts WHERE peer_key IN (:peer_keys*)
UNION ALL SELECT peer_key FROM chats WHERE peer_key IN (:peer_keys*);

-- name: staff_lanes
-- Chats of staff, private ones and groups.
SELECT peer_key FROM staff_accounts UNION SELECT peer_key FROM chats;

-- name: link_words_add
-- A word that joins another account of the same person.
INSERT INTO link_words (word_key, owner, until) VALUES (:word_key, :owner, :until)
ON CONFLICT (word_key) DO NOTHING;

-- name: link_words_use
-- Use a word, once and in time.
UPDATE link_words SET used_at = :now WHERE word_key = :word_key AND used_at = '' AND until > :now
RETURNING owner;

-- name: link_words_open
-- Whether a word can still be used.
SELECT owner FROM link_words WHERE word_key = :word_key AND used_at = '' AND until > :now;

-- name: link_words_purge
-- Words that are over.
DELETE FROM link_words WHERE until < :now;

-- name: conversations_count_gone
-- How many chats cannot be reached.
SELECT COUNT(*) AS number FROM conversations WHERE gone = 1;
