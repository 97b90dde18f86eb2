-- name: imports_published
-- How many imports were put in their place.
SELECT COALESCE(MAX(published), 0) AS number FROM imports;

-- name: imports_begin
-- An import is under way.
INSERT INTO imports (batch, at) VALUES (:batch, :at);

-- name: imports_abandoned
-- Imports that began before an instant and never came to their end.
SELECT batch FROM imports WHERE published = 0 AND at < :before;

-- name: imports_forget
-- An import that did not come to its end.
DELETE FROM imports WHERE batch = :batch AND published = 0;

-- name: imports_publish
-- An import was put in its place, after those that were before.
UPDATE imports SET published = (SELECT COALESCE(MAX(others.published), 0) + 1 FROM imports AS others)
WHERE batch = :batch;

-- name: staged_case_add
-- A letter waits.
INSERT INTO staged_cases (batch, link, hash,
    id, code, draft, channel, unit, kind, topic, status, urgent, anonymous, received_at, received_on, due_on,
    due_rule, outcome, outcome_on, signed_on, signature_status, changed_at, ref, eligible, matter, matter_key,
    person, signers, instance, competence, area, authority, replied_on, resolved_on, urged_on, watched_on,
    duplicate_of, parent, moved, own_topic)
VALUES (:batch, :link, :hash,
    :id, :code, :draft, :channel, :unit, :kind, :topic, :status, :urgent, :anonymous, :received_at, :received_on,
    :due_on, :due_rule, :outcome, :outcome_on, :signed_on, :signature_status, :changed_at, :ref, :eligible,
    :matter, :matter_key, :person, :signers, :instance, :competence, :area, :authority, :replied_on, :resolved_on,
    :urged_on, :watched_on, :duplicate_of, :parent, :moved, :own_topic);

-- name: staged_spell_add
-- One stretch in which it was open waits.
INSERT INTO staged_spells (batch, case_id, number, opened_on, outcome, outcome_on)
VALUES (:batch, :case_id, :number, :opened_on, :outcome, :outcome_on);

-- name: staged_line_add
-- A line that a letter came from waits.
INSERT INTO staged_lines (batch, type, ref, case_ref, content, at)
VALUES (:batch, :type, :ref, :case_ref, :content, :at);

-- name: staged_changed
-- Letters that are there already and will be changed.
SELECT id FROM staged_cases WHERE batch = :batch AND link > 1 ORDER BY id;

-- name: staged_overtaken
-- Something was done to one of them since, or one was filed under a code or number that a new one was to have.
SELECT 1 AS overtaken FROM staged_cases JOIN audit_heads ON audit_heads.case_id = staged_cases.id
WHERE staged_cases.batch = :batch AND audit_heads.number <> staged_cases.link - 1
UNION ALL
SELECT 1 AS overtaken FROM staged_cases JOIN cases ON cases.code IN (staged_cases.code, staged_cases.ref)
WHERE staged_cases.batch = :batch AND staged_cases.link = 1
LIMIT 1;

-- name: staged_cases_publish
-- New letters take their place.
INSERT INTO cases (conversation, owner, language, proposed_kind,
    id, code, draft, channel, unit, kind, topic, status, urgent, anonymous, received_at, received_on, due_on,
    due_rule, outcome, outcome_on, signed_on, signature_status, changed_at, ref, eligible, matter, matter_key,
    person, signers, instance, competence, area, authority, replied_on, resolved_on, urged_on, watched_on,
    duplicate_of, parent, moved, own_topic)
SELECT '', '', 'vi', kind,
    id, code, draft, channel, unit, kind, topic, status, urgent, anonymous, received_at, received_on, due_on,
    due_rule, outcome, outcome_on, signed_on, signature_status, changed_at, ref, eligible, matter, matter_key,
    person, signers, instance, competence, area, authority, replied_on, resolved_on, urged_on, watched_on,
    duplicate_of, parent, moved, own_topic
FROM staged_cases WHERE batch = :batch AND link = 1;

-- name: staged_changes_publish
-- Letters that were there already are as their changed lines tell them.
UPDATE cases SET (
    channel, unit, kind, topic, status, urgent, anonymous, received_at, received_on, due_on, due_rule, outcome,
    outcome_on, signed_on, signature_status, changed_at, eligible, matter, matter_key, person, signers, instance,
    competence, area, authority, replied_on, resolved_on, urged_on, watched_on, duplicate_of, parent, moved,
    own_topic
) = (SELECT
    staged_cases.channel, staged_cases.unit, staged_cases.kind, staged_cases.topic, staged_cases.status,
    staged_cases.urgent, staged_cases.anonymous, staged_cases.received_at, staged_cases.received_on,
    staged_cases.due_on, staged_cases.due_rule, staged_cases.outcome, staged_cases.outcome_on,
    staged_cases.signed_on, staged_cases.signature_status, staged_cases.changed_at, staged_cases.eligible,
    staged_cases.matter, staged_cases.matter_key, staged_cases.person, staged_cases.signers, staged_cases.instance,
    staged_cases.competence, staged_cases.area, staged_cases.authority, staged_cases.replied_on,
    staged_cases.resolved_on, staged_cases.urged_on, staged_cases.watched_on, staged_cases.duplicate_of,
    staged_cases.parent, staged_cases.moved, staged_cases.own_topic
    FROM staged_cases WHERE staged_cases.batch = :batch AND staged_cases.id = cases.id)
WHERE id IN (SELECT staged_cases.id FROM staged_cases WHERE staged_cases.batch = :batch AND staged_cases.link > 1);

-- name: staged_spells_clear
-- The spells of a letter that is written anew are told anew.
DELETE FROM spells WHERE case_id IN (SELECT id FROM staged_cases WHERE batch = :batch AND link > 1);

-- name: staged_spells_publish
-- The stretches in which they were open.
INSERT INTO spells (case_id, number, opened_on, outcome, outcome_on)
SELECT case_id, number, opened_on, outcome, outcome_on FROM staged_spells WHERE batch = :batch;

-- name: staged_links_publish
-- Each chain gets its link.
INSERT INTO audit (case_id, number, at, what, actor, detail, detail_key, hash)
SELECT id, link, changed_at, CASE WHEN link = 1 THEN :fresh ELSE :again END, :actor, NULL, :none, hash
FROM staged_cases WHERE batch = :batch;

-- name: staged_heads_publish
-- Each chain's head is that link.
INSERT INTO audit_heads (case_id, number, hash, changed)
SELECT id, link, hash, 1 FROM staged_cases WHERE batch = :batch
ON CONFLICT (case_id) DO UPDATE SET number = excluded.number, hash = excluded.hash, changed = 1;

-- name: staged_lines_publish
-- The lines that they came from; the same number again replaces what was there.
INSERT INTO register_lines (type, ref, case_ref, content, at)
SELECT type, ref, case_ref, content, at FROM staged_lines WHERE batch = :batch
ON CONFLICT (type, ref) DO UPDATE SET case_ref = excluded.case_ref, content = excluded.content, at = excluded.at;

-- name: staged_lines_seen
-- The cases of these lines were written anew just now, so what was done to them so far counts as seen.
UPDATE register_lines SET at = :at
WHERE type = 'case' AND ref IN (SELECT ref FROM staged_cases WHERE batch = :batch AND link > 1);

-- name: staged_cases_forget
-- Some of what waited goes.
DELETE FROM staged_cases WHERE batch = :batch AND id IN (
    SELECT id FROM staged_cases WHERE batch = :batch LIMIT :limit
) RETURNING 1 AS gone;

-- name: staged_spells_forget
-- Some of what waited goes.
DELETE FROM staged_spells WHERE batch = :batch AND case_id IN (
    SELECT case_id FROM staged_spells WHERE batch = :batch LIMIT :limit
) RETURNING 1 AS gone;

-- name: staged_lines_forget
-- Some of what waited goes.
DELETE FROM staged_lines WHERE batch = :batch AND case_ref IN (
    SELECT case_ref FROM staged_lines WHERE batch = :batch LIMIT :limit
) RETURNING 1 AS gone;
