-- name: counts_spells
-- Every spell of the cases that were open on some day of a period, were urged, replied to or settled in it or later,
-- or whose rows contradict each other: a case left out here came later, or was over before the period began.
SELECT cases.id, cases.code, cases.unit, cases.kind, cases.topic, cases.channel, cases.status, cases.received_on, cases.due_on,
    cases.outcome, cases.outcome_on, cases.untold, cases.anonymous, cases.urgent, cases.ref, cases.eligible, cases.matter_key,
    cases.person, cases.signers, cases.replied_on, cases.resolved_on, cases.urged_on,
    spells.number, spells.opened_on, spells.outcome AS spell_outcome, spells.outcome_on AS spell_outcome_on
FROM cases LEFT JOIN spells ON spells.case_id = cases.id
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
ORDER BY cases.received_on, cases.code, spells.number;

-- name: counts_denunciations
-- Denunciations received on some days, by unit.
SELECT unit, COUNT(*) AS letters FROM cases
WHERE received_on >= :first AND received_on <= :last AND kind = 'to_cao' GROUP BY unit ORDER BY unit;
