-- name: casework_classify
-- An officer corrected kind and topic; what was decided by the checklist of another kind is decided no more.
UPDATE cases SET kind = :kind, topic = :topic, own_topic = :own_topic, due_on = :due_on, due_rule = :due_rule, eligible = :eligible,
    evidence = :evidence, changed_at = :at WHERE id = :id;

-- name: corrections_add
-- Keep what was corrected.
INSERT INTO corrections (id, case_id, old_kind, new_kind, old_topic, new_topic, officer, reason, at)
VALUES (:id, :case_id, :old_kind, :new_kind, :old_topic, :new_topic, :officer, :reason, :at);

-- name: corrections_all
-- Every correction, oldest first.
SELECT id, case_id, old_kind, new_kind, old_topic, new_topic, officer, reason, at FROM corrections ORDER BY at, id;

-- name: casework_unit
-- A case goes to another unit, where nobody has it yet.
UPDATE cases SET unit = :unit, moved = :moved, officer = '', changed_at = :at WHERE id = :id;

-- name: casework_add_child
-- A letter that was taken out of a mixed one: it came when that one came, from the same person.
INSERT INTO cases (id, code, draft, conversation, owner, channel, unit, kind, topic, proposed_kind, status, urgent,
    anonymous, language, received_at, received_on, due_on, due_rule, officer, letter, changed_at, signed_on,
    signature_status, person, signers, parent, held_from, own_topic)
SELECT CAST(:id AS text), CAST(:code AS text), CAST(:draft AS text), conversation, owner, channel, unit,
    CAST(:kind AS text), CAST(:topic AS text), proposed_kind, 'submitted', urgent, anonymous, language, received_at,
    received_on, CAST(:due_on AS text), CAST(:due_rule AS text), '', :letter, CAST(:at AS text), signed_on,
    signature_status, person, signers, CASE WHEN ref <> '' THEN ref ELSE code END, held_from,
    CAST(:own_topic AS text)
FROM cases WHERE id = :parent
ON CONFLICT DO NOTHING RETURNING id;

-- name: casework_secret
-- The words of a case hold a denunciation.
UPDATE cases SET secret = 1 WHERE id = :id;

-- name: casework_never_eligible
-- A letter of several kinds is none that could be eligible itself.
UPDATE cases SET eligible = 0 WHERE id = :id;

-- name: conflicts_copy
-- Who must not see a letter must not see what was taken out of it.
INSERT INTO conflicts (case_id, staff_id, source, at)
SELECT CAST(:child AS text), staff_id, source, at FROM conflicts WHERE case_id = :parent;

-- name: casework_matter
-- A case belongs to a matter.
UPDATE cases SET matter = :matter, matter_key = :key, changed_at = :at WHERE id = :id;

-- name: casework_leave
-- A case leaves the matter into which its sender put it; one into which an officer put it stays.
UPDATE cases SET matter = '', matter_key = '', changed_at = :at
WHERE id = :id AND EXISTS (SELECT 1 FROM follows f WHERE f.case_id = cases.id);

-- name: casework_duplicate
-- A case repeats another.
UPDATE cases SET duplicate_of = :original, matter = :matter, matter_key = :key WHERE id = :id;

-- name: casework_of_matter
-- The cases of one matter, oldest first.
SELECT id FROM cases WHERE matter_key = :key AND matter_key <> '' ORDER BY received_at, id LIMIT :limit;

-- name: casework_children
-- What was taken out of a mixed letter.
SELECT id FROM cases WHERE parent = :parent AND parent <> '' ORDER BY code LIMIT :limit;

-- name: casework_parent
-- The mixed letter of this code or number.
SELECT id FROM cases WHERE code = :name OR (ref <> '' AND ref = :name);

-- name: casework_judge
-- Whether a letter meets the conditions, and whether an anonymous denunciation may be handled nevertheless.
UPDATE cases SET eligible = :eligible, evidence = :evidence, changed_at = :at WHERE id = :id;

-- name: casework_answered
-- Its sender was asked for something and has answered.
UPDATE cases SET awaits_since = '' WHERE id = :id AND awaits_since <> '';

-- name: casework_refer
-- Whom a case was forwarded to, by which paper.
UPDATE cases SET authority = :authority, authority_code = :authority_code, document = '', paper = :paper, sent_on = :sent_on,
    reply_due_on = :reply_due_on, reply_rule = :reply_rule, escalated_on = '' WHERE id = :id;

-- name: casework_watch
-- The authority was urged or has replied.
UPDATE cases SET urged_on = :urged_on, replied_on = :replied_on, resolved_on = :resolved_on, watched_on = :watched_on,
    escalated_on = :escalated_on, changed_at = :at WHERE id = :id;

-- name: casework_guided
-- Its sender was guided.
UPDATE cases SET guided_on = :day WHERE id = :id;

-- name: casework_reopened
-- Why it is open again.
UPDATE cases SET reopened_for = :why WHERE id = :id;

-- name: casework_chased
-- Forwarded cases of some units whose authority owes something since before a day (its answer, or what the law asks
-- of it on the way there), the oldest debt first.
SELECT id FROM cases
WHERE unit IN (:units*) AND status = 'forwarded' AND replied_on < sent_on AND id IN (
    SELECT id FROM cases WHERE status = 'forwarded' AND reply_due_on <> '' AND reply_due_on < :day
    UNION
    SELECT case_id FROM clocks
    WHERE state = 'open' AND whose = 'authority' AND stopped_on = '' AND due_on < :day
)
ORDER BY COALESCE((
    SELECT MIN(due_on) FROM clocks
    WHERE clocks.case_id = cases.id AND state = 'open' AND whose = 'authority' AND stopped_on = ''
), reply_due_on), received_at, id LIMIT :limit;

-- name: casework_overdue
-- Open cases of some units whose own first date was before a day, the oldest first.
SELECT id FROM cases
WHERE unit IN (:units*) AND status IN ('submitted', 'registered') AND due_on < :day
ORDER BY due_on, received_at, id LIMIT :limit;

-- name: conflicts_add
-- Somebody must not handle a case.
INSERT INTO conflicts (case_id, staff_id, source, at) VALUES (:case_id, :staff_id, :source, :at)
ON CONFLICT DO NOTHING;

-- name: conflicts_of
-- Who must not handle a case.
SELECT staff_id FROM conflicts WHERE case_id = :case_id ORDER BY staff_id;

-- name: casework_let_go
-- The officer of a case gives it back.
UPDATE cases SET officer = '', changed_at = :at WHERE id = :id;

-- name: authorities_put
-- An authority as the config has it.
INSERT INTO authorities (code, name, address, unit, topics, valid) VALUES (:code, :name, :address, :unit, :topics, 1)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, address = excluded.address, unit = excluded.unit,
    topics = excluded.topics, valid = 1;

-- name: authorities_invalid
-- What the config no longer names is not offered any more.
UPDATE authorities SET valid = 0;

-- name: authorities_all
-- Every authority that is offered.
SELECT code, name, address, unit, topics FROM authorities WHERE valid = 1 ORDER BY name, code;

-- name: handovers_add
-- A paper with an identity changed hands.
INSERT INTO handovers (id, case_id, receiver, on_day, officer, at) VALUES (:id, :case_id, :receiver, :on_day, :officer, :at);

-- name: handovers_of
-- From hand to hand.
SELECT id, receiver, on_day, officer, at FROM handovers WHERE case_id = :case_id ORDER BY at;
