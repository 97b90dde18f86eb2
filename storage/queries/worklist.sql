-- name: worklist_counts
-- How many open cases of some units are in each group, each counted inside an index.
SELECT
    (SELECT COUNT(*) FROM cases WHERE unit IN (:units*) AND held_from <> unit AND status IN ('submitted', 'registered')) AS waiting,
    (SELECT COUNT(*) FROM cases WHERE unit IN (:units*) AND held_from <> unit AND status IN ('submitted', 'registered')
        AND due_on < :today) AS overdue,
    (SELECT COUNT(*) FROM cases WHERE unit IN (:units*) AND held_from <> unit AND status IN ('submitted', 'registered')
        AND due_on = :today) AS today,
    (SELECT COUNT(*) FROM cases WHERE unit IN (:units*) AND held_from <> unit AND status IN ('submitted', 'registered')
        AND officer = '') AS free,
    (SELECT COUNT(*) FROM cases WHERE unit IN (:units*) AND held_from <> unit AND status IN ('submitted', 'registered')
        AND officer = :officer) AS mine;

-- name: worklist_barred
-- The open cases of some units that somebody may not know of because they are in them: few, and taken off the counts.
SELECT due_on, officer FROM cases
WHERE id IN (SELECT case_id FROM conflicts WHERE staff_id = :me)
    AND unit IN (:units*) AND held_from <> unit AND status IN ('submitted', 'registered');

-- name: worklist_page
-- One page of open cases of some units between two dates, earliest due first; `officer` "*" is anybody's.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE unit || '' IN (:units*) AND held_from <> unit AND status IN ('submitted', 'registered')
    AND due_on >= :since AND due_on <= :until AND (:officer = '*' OR officer = :officer)
    AND id NOT IN (SELECT case_id FROM conflicts WHERE staff_id = :me)
ORDER BY due_on, received_at, id LIMIT :limit OFFSET :skip;

-- name: worklist_done
-- One page of cases of some units that have an outcome, newest first.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE unit IN (:units*) AND held_from <> unit AND status NOT IN ('submitted', 'registered')
    AND id NOT IN (SELECT case_id FROM conflicts WHERE staff_id = :me)
ORDER BY received_at DESC, id LIMIT :limit OFFSET :skip;

-- name: worklist_changes
-- A number that rises with every change of any case and every opening.
SELECT COALESCE(MAX(id), 0) AS newest FROM audit;

-- name: worklist_changes_of
-- How often a case was changed; being looked at is no change.
SELECT COUNT(*) AS changes FROM audit
WHERE case_id = :case_id AND what NOT IN ('opened', 'opened_person', 'opened_file', 'found', 'refused');

-- name: search_words
-- Sealed words of the newest letters of some units and kinds; those kept like a denunciation only where these are read.
SELECT id, letter FROM cases
WHERE unit IN (:units*) AND kind IN (:kinds*) AND secret <= :secret AND held_from <> unit AND letter IS NOT NULL
ORDER BY received_at DESC, id LIMIT :limit OFFSET :skip;

-- name: search_cases
-- Some cases of some units.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE id IN (:ids*) AND unit IN (:units*) AND held_from <> unit ORDER BY received_at DESC, id;

-- name: search_codes
-- Cases of some units whose code begins or ends like this.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE code LIKE :pattern AND unit IN (:units*) AND held_from <> unit ORDER BY received_at DESC, id LIMIT :limit;
