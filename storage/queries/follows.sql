-- name: follows_begin
-- The sender of this letter follows its matter with the others who told of it.
INSERT INTO follows (case_id, at) VALUES (:case_id, :at) ON CONFLICT (case_id) DO NOTHING;

-- name: follows_drop
-- The sender of this letter follows nothing any more.
DELETE FROM follows WHERE case_id = :case_id;

-- name: follows_one
-- Whether the sender of this letter follows its matter, and how many other people's petitions are in it.
SELECT count(DISTINCT o.owner) AS others
FROM follows f
JOIN cases c ON c.id = f.case_id
LEFT JOIN cases o ON o.matter_key = c.matter_key AND o.matter_key <> '' AND o.owner <> c.owner
    AND o.kind = 'kien_nghi_phan_anh' AND o.secret = 0 AND o.held_from = ''
WHERE f.case_id = :case_id AND c.kind = 'kien_nghi_phan_anh' AND c.matter_key <> ''
GROUP BY f.case_id;

-- name: follows_of_matter
-- Open letters whose senders follow the matter of another letter, and have not been told of such a status.
SELECT f.case_id
FROM follows f JOIN cases c ON c.id = f.case_id
WHERE c.matter_key = :key AND c.matter_key <> '' AND c.id <> :case_id AND c.owner <> :owner AND f.told <> :status
    AND c.kind = 'kien_nghi_phan_anh' AND c.status IN ('submitted', 'registered')
ORDER BY f.at, f.case_id
LIMIT :most;

-- name: follows_told
-- The sender of this letter was told of a status.
UPDATE follows SET told = :status WHERE case_id = :case_id;
