-- name: details_within
-- What the registers tell, beyond what is counted, of letters that a period may hold.
SELECT code, ref, instance, competence, area, authority FROM cases
WHERE (instance <> 1 OR competence <> '' OR area <> '' OR authority <> '')
    AND received_on <= :last
    AND (
        received_on >= :first OR outcome_on = '' OR outcome_on >= :first OR watched_on >= :first
        OR id IN (SELECT case_id FROM spells WHERE number > 1 AND (outcome_on = '' OR outcome_on >= :first))
    );

-- name: details_of
-- The same of some letters.
SELECT id, instance, competence, area, authority FROM cases
WHERE id IN (:ids*) AND (instance <> 1 OR competence <> '' OR area <> '' OR authority <> '');

-- name: details_first_sent
-- The first day on which a letter was passed on.
SELECT COALESCE(MIN(outcome_on), '') AS day FROM cases WHERE outcome = 'forwarded' AND outcome_on <> '';

-- name: details_awaited
-- Letters that were passed on from one day to another and not answered by the evening of a third.
SELECT unit, moved, kind, authority, outcome_on FROM cases
WHERE outcome = 'forwarded' AND outcome_on >= :since AND outcome_on <= :until AND (replied_on = '' OR replied_on > :last);

-- name: details_sorted
-- What the program proposed for the letters it read itself, and what officers made of them.
SELECT unit, proposed_kind, kind, count(*) AS n FROM cases
WHERE received_on >= :first AND received_on <= :last AND conversation <> ''
GROUP BY unit, proposed_kind, kind;
