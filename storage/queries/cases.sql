-- name: cases_by_draft
-- The case that a draft became.
SELECT id, code FROM cases WHERE draft = :draft;

-- name: cases_add
-- A case, once per draft; no row back means there is one already, or the code is taken.
INSERT INTO cases (id, code, draft, conversation, owner, channel, unit, kind, topic, proposed_kind, status, urgent,
    anonymous, language, received_at, received_on, due_on, due_rule, letter, held_from, own_topic, changed_at)
VALUES (:id, :code, :draft, :conversation, :owner, :channel, :unit, :kind, :topic, :proposed_kind, 'submitted', :urgent,
    :anonymous, :language, :received_at, :received_on, :due_on, :due_rule, :letter, :held_from, :own_topic,
    :received_at)
ON CONFLICT DO NOTHING RETURNING id;

-- name: spells_add
-- A case is open from this day.
INSERT INTO spells (case_id, number, opened_on)
SELECT CAST(:case_id AS text), COUNT(*) + 1, CAST(:opened_on AS text) FROM spells WHERE case_id = :case_id;

-- name: spells_end
-- The open spell of a case ends with an outcome.
UPDATE spells SET outcome = :outcome, outcome_on = :outcome_on WHERE case_id = :case_id AND outcome = '';

-- name: spells_of
-- Every spell of a case.
SELECT number, opened_on, outcome, outcome_on FROM spells WHERE case_id = :case_id ORDER BY number;

-- name: persons_add
-- Somebody whom a letter names as its sender.
INSERT INTO persons (id, case_id, number, name_key, contact_key, record)
VALUES (:id, :case_id, :number, :name_key, :contact_key, :record);

-- name: persons_of
-- Who sent a case.
SELECT id, number, name_key, contact_key, record FROM persons WHERE case_id = :case_id ORDER BY number;

-- name: persons_cases
-- Cases of somebody with this name or contact.
SELECT DISTINCT case_id FROM persons WHERE name_key = :key OR contact_key = :key LIMIT 50;

-- name: consents_add
-- Somebody agreed to the wording of a version.
INSERT INTO consents (id, case_id, version, at, account) VALUES (:id, :case_id, :version, :at, :account);

-- name: cases_by_code
-- A case by its tracking code.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE code = :code;

-- name: cases_by_id
-- A case by its id.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE id = :id;

-- name: cases_of_owner
-- A person's cases, newest first.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE owner = :owner ORDER BY received_at DESC, id LIMIT :limit;

-- name: cases_waiting
-- Open cases of some units, earliest due first.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE unit IN (:units*) AND status IN ('submitted', 'registered')
ORDER BY due_on, received_at, id LIMIT :limit;

-- name: cases_waiting_officer
-- Open cases of some units that one officer has, earliest due first.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE unit IN (:units*) AND officer = :officer AND status IN ('submitted', 'registered')
ORDER BY due_on, received_at, id LIMIT :limit;

-- name: cases_recent
-- Cases of some units in any status, newest first, page by page.
SELECT cases.*, (SELECT COUNT(*) FROM attachments WHERE case_id = cases.id AND case_id <> '' AND state = 'ready') AS files
FROM cases WHERE unit IN (:units*) ORDER BY received_at DESC, id LIMIT :limit OFFSET :skip;

-- name: cases_letter
-- The sealed words of a case.
SELECT letter FROM cases WHERE id = :id;

-- name: cases_code_taken
-- Whether a code is in use.
SELECT 1 AS taken FROM cases WHERE code = :code;

-- name: cases_home
-- Whose case it is and where it was filed from.
SELECT conversation, owner, unit, kind, held_from, officer, parent FROM cases WHERE id = :id;

-- name: cases_move
-- A case changes hands or status.
UPDATE cases SET status = :status, officer = :officer, changed_at = :at WHERE id = :id;

-- name: cases_outcome
-- The first outcome of a case; a later one changes nothing here.
UPDATE cases SET outcome = :outcome, outcome_on = :outcome_on WHERE id = :id AND outcome = '';

-- name: cases_signed
-- The signed letter has come, or the sender came in person.
UPDATE cases SET signed_on = :signed_on, signature_status = :status, changed_at = :at WHERE id = :id;

-- name: cases_join
-- Two persons turn out to be one: their cases belong together.
UPDATE cases SET owner = :owner WHERE owner = :former RETURNING id;

-- name: requests_add
-- A resident asks for something about a filed case.
INSERT INTO requests (id, case_id, what, reason, at) VALUES (:id, :case_id, :what, :reason, :at);

-- name: requests_open
-- What was asked for and not answered yet.
SELECT what FROM requests WHERE case_id = :case_id AND answered_at = '' ORDER BY at;

-- name: requests_of
-- Everything that was asked for about a case.
SELECT id, what, reason, at, answered_at, answered_by FROM requests WHERE case_id = :case_id ORDER BY at;

-- name: requests_answer
-- An officer answered.
UPDATE requests SET answered_at = :at, answered_by = :by WHERE case_id = :case_id AND what = :what AND answered_at = '';
