-- name: registers_case_refs
-- Every imported case: its number in the register, and whether anything was done to it in the program since.
SELECT cases.id, cases.code, cases.ref, cases.unit, cases.kind, cases.topic, cases.channel,
    CASE WHEN cases.changed_at <> register_lines.at THEN 1 ELSE 0 END AS touched
FROM cases JOIN register_lines ON register_lines.type = 'case' AND register_lines.ref = cases.ref
WHERE cases.ref <> '';

-- name: registers_codes
-- Every tracking code, so that new ones are new.
SELECT code FROM cases;

-- name: registers_lines
-- Every line that cases and their events were imported from.
SELECT type, ref, case_ref, content FROM register_lines ORDER BY type, ref;

-- name: registers_cases
-- Every case with its facts, for the export.
SELECT id, code, ref, channel, unit, kind, topic, anonymous, urgent, received_on, signed_on, eligible, matter, person, signers,
    instance, competence, area, authority, replied_on, resolved_on, urged_on, duplicate_of, parent, moved, own_topic
FROM cases ORDER BY received_on, CASE WHEN ref = '' THEN code ELSE ref END;

-- name: registers_spells
-- Every spell of every case, for the export.
SELECT case_id, number, opened_on, outcome, outcome_on FROM spells ORDER BY case_id, number;

-- name: receptions_put
-- A line of the reception register; the same number again replaces it.
INSERT INTO receptions (ref, unit, on_day, visits, people, mode, delegations, repeated, matters, session)
VALUES (:ref, :unit, :on_day, :visits, :people, :mode, :delegations, :repeated, :matters, :session)
ON CONFLICT (ref) DO UPDATE SET unit = excluded.unit, on_day = excluded.on_day, visits = excluded.visits,
    people = excluded.people, mode = excluded.mode, delegations = excluded.delegations, repeated = excluded.repeated,
    matters = excluded.matters, session = excluded.session;

-- name: receptions_within
-- The reception register of some days.
SELECT ref, unit, on_day, visits, people, mode, delegations, repeated, matters, session FROM receptions
WHERE on_day >= :first AND on_day <= :last ORDER BY on_day, ref;

-- name: activities_put
-- An activity; the same number again replaces it.
INSERT INTO activities (ref, unit, on_day, what, field, number, works, violations, remedied)
VALUES (:ref, :unit, :on_day, :what, :field, :number, :works, :violations, :remedied)
ON CONFLICT (ref) DO UPDATE SET unit = excluded.unit, on_day = excluded.on_day, what = excluded.what,
    field = excluded.field, number = excluded.number, works = excluded.works, violations = excluded.violations,
    remedied = excluded.remedied;

-- name: activities_within
-- The activities of some days.
SELECT ref, unit, on_day, what, field, number, works, violations, remedied FROM activities
WHERE on_day >= :first AND on_day <= :last ORDER BY on_day, ref;

-- name: voter_petitions_put
-- Something that voters asked for; the same number again replaces it.
INSERT INTO voter_petitions (ref, unit, on_day, within_authority, resolved_on)
VALUES (:ref, :unit, :on_day, :within_authority, :resolved_on)
ON CONFLICT (ref) DO UPDATE SET unit = excluded.unit, on_day = excluded.on_day,
    within_authority = excluded.within_authority, resolved_on = excluded.resolved_on;

-- name: voter_petitions_within
-- What voters asked for on some days.
SELECT ref, unit, on_day, within_authority, resolved_on FROM voter_petitions
WHERE on_day >= :first AND on_day <= :last ORDER BY on_day, ref;
