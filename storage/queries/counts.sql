-- name: counts_letters
-- The cases that were open on some day of a period, were urged, replied to or settled in it or later, or whose rows
-- contradict each other: a case left out here came later, or was over before the period began.
SELECT cases.id FROM cases
WHERE (
        cases.received_on <= :last
        AND (
            cases.received_on >= :first
            OR cases.outcome_on >= :first
            OR cases.watched_on >= :first
            OR cases.outcome_on < cases.received_on
            OR cases.status IN ('submitted', 'registered')
            OR cases.untold <> ''
        )
    )
    OR cases.id IN (
        SELECT later.case_id FROM spells AS later
        WHERE later.number > 1 AND later.opened_on <= :last
            AND (later.outcome_on >= :first OR later.outcome_on < later.opened_on)
    )
    OR cases.id IN (
        SELECT spells.case_id FROM spells JOIN cases ON cases.id = spells.case_id
        WHERE spells.number = 1 AND (
            spells.opened_on <> cases.received_on
            OR spells.outcome <> cases.outcome
            OR spells.outcome_on <> cases.outcome_on
        )
    )
ORDER BY cases.received_on, cases.code;

-- name: counts_own_topics
-- Letters received on some days under a committee's own topic, by kind and unit and where they were before.
SELECT own_topic, kind, unit, moved, COUNT(*) AS letters FROM cases
WHERE own_topic <> '' AND received_on >= :first AND received_on <= :last AND id NOT IN (:without*)
GROUP BY own_topic, kind, unit, moved ORDER BY own_topic, kind, unit, moved;

-- name: counts_denunciations
-- Denunciations received on some days, by unit and where they were before.
SELECT unit, moved, COUNT(*) AS letters FROM cases
WHERE received_on >= :first AND received_on <= :last AND kind = 'to_cao' GROUP BY unit, moved ORDER BY unit, moved;
