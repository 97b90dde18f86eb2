-- name: backups_add
-- A copy was made and read again to the end.
INSERT INTO backups (made_at, letters) VALUES (:at, :letters);

-- name: backups_last
-- The newest copy.
SELECT made_at, letters FROM backups ORDER BY made_at DESC LIMIT 1;

-- name: attachments_paths
-- Sealed files that rows know of.
SELECT path FROM attachments WHERE path <> '' ORDER BY path;
