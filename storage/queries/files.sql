-- name: attachments_add
-- A file is asked for.
INSERT INTO attachments (id, draft, case_id, kind, state, facts, at)
VALUES (:id, :draft, :case_id, :kind, 'asked', :facts, :at) ON CONFLICT (id) DO NOTHING RETURNING id;

-- name: attachments_get
-- One file.
SELECT id, draft, case_id, kind, state, path, size, facts, at FROM attachments WHERE id = :id;

-- name: attachments_of_case
-- The files of a case.
SELECT id, draft, case_id, kind, state, path, size, facts, at FROM attachments
WHERE case_id = :case_id AND case_id <> '' ORDER BY at, id;

-- name: attachments_of_draft
-- The files of a draft that is not filed yet.
SELECT id, draft, case_id, kind, state, path, size, facts, at FROM attachments
WHERE draft = :draft AND case_id = '' ORDER BY at, id;

-- name: attachments_case_of_draft
-- The case that a draft has become, if it has.
SELECT id FROM cases WHERE draft = :draft;

-- name: attachments_bind
-- The files of a draft belong to a case from now on.
UPDATE attachments SET case_id = :case_id WHERE draft = :draft AND case_id = '' AND state <> 'refused' RETURNING id;

-- name: attachments_ready
-- A file is in.
UPDATE attachments SET state = 'ready', path = :path, size = :size, facts = :facts WHERE id = :id;

-- name: attachments_refused
-- A file cannot be taken.
UPDATE attachments SET state = 'refused' WHERE id = :id;

-- name: attachments_drop
-- Erase files of a draft that is not filed.
DELETE FROM attachments WHERE draft = :draft AND case_id = '' RETURNING id, path;

-- name: attachments_stale
-- Drafts whose files nobody has filed for a long time.
SELECT DISTINCT draft FROM attachments WHERE case_id = '' AND at < :before LIMIT 500;

-- name: attachments_drop_one
-- Erase one file of a draft that is not filed.
DELETE FROM attachments WHERE id = :id AND draft = :draft AND case_id = '' RETURNING id, path;

-- name: fetches_add
-- A file waits to be brought in.
INSERT INTO fetches (attachment, draft, conversation, channel, source, due_at)
VALUES (:attachment, :draft, :conversation, :channel, :source, :due_at)
ON CONFLICT (attachment) DO NOTHING;

-- name: fetches_due
-- Files to bring in now.
SELECT attachment, draft, conversation, channel, source, tries FROM fetches
WHERE due_at <= :now AND (channel = :channel OR :channel = '') ORDER BY due_at LIMIT :limit;

-- name: fetches_next
-- When the next file is due.
SELECT MIN(due_at) AS at FROM fetches;

-- name: fetches_retry
-- Try again later.
UPDATE fetches SET due_at = :at, tries = tries + 1, code = :code WHERE attachment = :attachment;

-- name: fetches_done
-- A file waits no longer.
DELETE FROM fetches WHERE attachment = :attachment RETURNING conversation, draft;

-- name: fetches_drop
-- Files of a draft wait no longer.
DELETE FROM fetches WHERE draft = :draft;

-- name: trash_add
-- A sealed file to erase from the disk.
INSERT INTO trash (path) VALUES (:path) ON CONFLICT (path) DO NOTHING;

-- name: trash_all
-- Sealed files to erase from the disk.
SELECT path FROM trash LIMIT 200;

-- name: trash_emptied
-- A sealed file is gone from the disk.
DELETE FROM trash WHERE path = :path;
