-- name: mailbox_put
-- One more message in a box.
INSERT INTO mailbox (id, box_key, direction, ref, body, at, revision)
VALUES (:id, :box_key, :direction, :ref, :body, :at, :revision) RETURNING seq;

-- name: mailbox_revision
-- The newest revision of a box.
SELECT COALESCE(MAX(revision), 0) AS revision FROM mailbox WHERE box_key = :box_key;

-- name: mailbox_change
-- A message is shown anew in its place.
UPDATE mailbox SET body = :body, revision = :revision WHERE box_key = :box_key AND id = :id RETURNING seq;

-- name: mailbox_after
-- What a page has not seen yet: new messages and changed ones.
SELECT seq, id, direction, ref, body, at, revision FROM mailbox
WHERE box_key = :box_key AND revision > :after ORDER BY seq LIMIT :limit;

-- name: mailbox_latest
-- The last messages of a box, newest first.
SELECT seq, id, direction, ref, body, at, revision FROM mailbox
WHERE box_key = :box_key ORDER BY seq DESC LIMIT :limit;

-- name: mailbox_purge
-- Messages of long ago.
DELETE FROM mailbox WHERE at < :before;

-- name: mailbox_erase
-- What was said in a box since a moment.
DELETE FROM mailbox WHERE box_key = :box_key AND at >= :since;

-- name: mailbox_empty
-- Everything in a box.
DELETE FROM mailbox WHERE box_key = :box_key;
