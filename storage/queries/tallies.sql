-- name: tallies_uncounted
-- Letters that have changed since they were counted, or never were.
SELECT case_id, number FROM audit_heads WHERE counted <> number ORDER BY case_id LIMIT :limit;

-- name: tallies_facts
-- These letters as they stand now, every spell of them.
SELECT cases.id, cases.code, cases.unit, cases.kind, cases.topic, cases.channel, cases.status, cases.received_on,
    cases.due_on, cases.outcome, cases.outcome_on, cases.untold, cases.anonymous, cases.urgent, cases.ref, cases.eligible,
    cases.matter_key, cases.person, cases.signers, cases.replied_on, cases.resolved_on, cases.urged_on, cases.moved,
    cases.own_topic, spells.number, spells.opened_on, spells.outcome AS spell_outcome, spells.outcome_on AS spell_outcome_on
FROM cases LEFT JOIN spells ON spells.case_id = cases.id
WHERE cases.id IN (:ids*) ORDER BY cases.id, spells.number;

-- name: tallies_counted
-- These letters as they were last counted.
SELECT * FROM counted WHERE case_id IN (:ids*);

-- name: tallies_count
-- A letter is counted as it stands now.
INSERT INTO counted (case_id, unit, kind, topic, channel, status, received_on, last_on, due_on, spells, anonymous,
    urgent, eligible, replied_on, resolved_on, urged_on, matter, person, signers, moved, own_topic, lasting, fault, kin, since)
VALUES (:case_id, :unit, :kind, :topic, :channel, :status, :received_on, :last_on, :due_on, :spells, :anonymous,
    :urgent, :eligible, :replied_on, :resolved_on, :urged_on, :matter, :person, :signers, :moved, :own_topic,
    :lasting, :fault, :kin, :since)
ON CONFLICT (case_id) DO UPDATE SET unit = excluded.unit, kind = excluded.kind, topic = excluded.topic,
    channel = excluded.channel, status = excluded.status, received_on = excluded.received_on,
    last_on = excluded.last_on, due_on = excluded.due_on, spells = excluded.spells, anonymous = excluded.anonymous,
    urgent = excluded.urgent, eligible = excluded.eligible, replied_on = excluded.replied_on,
    resolved_on = excluded.resolved_on, urged_on = excluded.urged_on, matter = excluded.matter,
    person = excluded.person, signers = excluded.signers, moved = excluded.moved, own_topic = excluded.own_topic,
    lasting = excluded.lasting, fault = excluded.fault, kin = excluded.kin;

-- name: tallies_counted_upto
-- A chain is counted up to this link.
UPDATE audit_heads SET counted = :number WHERE case_id = :case_id;

-- name: tallies_matters_shared
-- Which of these matters several letters have.
SELECT matter FROM counted WHERE matter IN (:keys*) GROUP BY matter HAVING COUNT(*) > 1;

-- name: tallies_persons_shared
-- Which of these persons sent several letters.
SELECT person FROM counted WHERE person <> '' AND person IN (:keys*) GROUP BY person HAVING COUNT(*) > 1;

-- name: tallies_matter_kin
-- Letters of these matters have to be looked at when matters are counted.
UPDATE counted SET kin = kin + 1 WHERE kin IN (0, 2) AND matter IN (:keys*) RETURNING received_on;

-- name: tallies_person_kin
-- Letters of these persons have to be looked at when persons are counted.
UPDATE counted SET kin = kin + 2 WHERE kin IN (0, 1) AND person <> '' AND person IN (:keys*) RETURNING received_on;

-- name: tallies_kin_received
-- Letters of some days that share matter or person with another.
SELECT case_id, unit, kind, topic, channel, received_on, last_on, spells, eligible, matter, person, moved, kin
FROM counted
WHERE kin > 0 AND fault = '' AND received_on >= :first AND received_on <= :last;

-- name: tallies_kin_lasting
-- The same for letters that came long before, took long, and ended on a day or later.
SELECT case_id, unit, kind, topic, channel, received_on, last_on, spells, eligible, matter, person, moved, kin
FROM counted
WHERE kin > 0 AND lasting = 1 AND fault = '' AND received_on >= :since AND received_on < :near
    AND last_on >= :first;

-- name: tallies_kin_of
-- Letters of these matters or persons.
SELECT case_id, unit, kind, topic, channel, received_on, last_on, spells, eligible, matter, person, moved, kin
FROM counted
WHERE (matter IN (:matters*) OR (person <> '' AND person IN (:persons*))) AND fault = '';

-- name: tallies_kin_packs
-- Letters that share matter or person with another, by the month or the year in which they came.
SELECT month AS name, body FROM kin_packs WHERE month IN (:names*) AND shape = 2;

-- name: tallies_kin_packed
-- The months and years that have packs.
SELECT month AS name FROM kin_packs WHERE shape = 2;

-- name: tallies_kin_pack_put
-- Keep the pack of a month or a year.
INSERT INTO kin_packs (month, body, shape) VALUES (:name, :body, 2)
ON CONFLICT (month) DO UPDATE SET body = excluded.body, shape = excluded.shape;

-- name: tallies_kin_packs_forget
-- The packs of these months and years do not tell the truth any more.
DELETE FROM kin_packs WHERE month IN (:names*);

-- name: tallies_kin_months
-- The months in which letters came that share matter or person with another, and have no pack.
SELECT found.month FROM (
    SELECT DISTINCT substr(received_on, 1, 7) AS month FROM counted WHERE kin > 0
) AS found
WHERE NOT EXISTS (SELECT 1 FROM kin_packs WHERE kin_packs.month = found.month AND kin_packs.shape = 2)
ORDER BY found.month;

-- name: tallies_kin_among
-- In which months those of these letters came that share matter or person with another.
SELECT DISTINCT substr(received_on, 1, 7) AS month FROM counted WHERE kin > 0 AND case_id IN (:ids*);

-- name: tallies_faults
-- Letters that cannot be counted as they stand.
SELECT case_id, fault FROM counted WHERE fault <> '';

-- name: tallies_strays
-- Letters that lie with a unit or lay with it.
SELECT cases.code, cases.ref FROM counted JOIN cases ON cases.id = counted.case_id
WHERE counted.unit = :unit OR (counted.moved <> '' AND ',' || counted.moved || ';' LIKE :before) ORDER BY cases.code LIMIT :limit;

-- name: tallies_many
-- Whether there are more letters than so many.
SELECT 1 AS many FROM counted LIMIT 1 OFFSET :number;

-- name: tallies_not_yet
-- Letters open at the end of a period that still runs, whose due day is not over today but will be by then.
SELECT cases.unit, cases.moved, cases.kind, cases.topic, cases.channel, COUNT(*) AS letters
FROM spells JOIN cases ON cases.id = spells.case_id
WHERE spells.opened_on <= :last AND (spells.outcome_on = '' OR spells.outcome_on > :last)
    AND cases.due_on >= :today AND cases.due_on <= :last
GROUP BY cases.unit, cases.moved, cases.kind, cases.topic, cases.channel;

-- name: tallies_words
-- Every word with its number.
SELECT dimension, number, word FROM tally_words;

-- name: tallies_word_add
-- A new word.
INSERT INTO tally_words (dimension, number, word) VALUES (:dimension, :number, :word);

-- name: tallies_add
-- One more pack of a month.
INSERT INTO tallies (month, body) VALUES (:month, :body);

-- name: tallies_since
-- The packs of a month after one.
SELECT id, body FROM tallies WHERE month = :month AND id > :upto ORDER BY id;

-- name: tallies_later
-- Packs of the months before one that something made of them does not know yet.
SELECT body FROM tallies WHERE month < :month AND id > :upto;

-- name: tallies_crowded
-- Months of more than so many packs.
SELECT month FROM tallies GROUP BY month HAVING COUNT(*) > :most ORDER BY month;

-- name: tallies_of_month
-- Take the packs of a month out.
DELETE FROM tallies WHERE month = :month RETURNING body;

-- name: tallies_bounds
-- The first month of any pack, and the newest pack.
SELECT COALESCE(MIN(month), '') AS month, COALESCE(MAX(id), 0) AS id FROM tallies;

-- name: tallies_late
-- The first stock that does not know so many packs.
SELECT day FROM tally_stocks
WHERE (
    SELECT COUNT(*) FROM tallies
    WHERE tallies.id > tally_stocks.upto AND tallies.month || '-01' < tally_stocks.day
) > :most
ORDER BY day LIMIT 1;

-- name: tallies_stock_before
-- The newest stock of a day or earlier.
SELECT day, upto, body FROM tally_stocks WHERE day <= :day ORDER BY day DESC LIMIT 1;

-- name: tallies_stocks
-- Every stock.
SELECT day FROM tally_stocks ORDER BY day;

-- name: tallies_stock_put
-- What was open when a half of a month began.
INSERT INTO tally_stocks (day, upto, body) VALUES (:day, :upto, :body)
ON CONFLICT (day) DO UPDATE SET upto = excluded.upto, body = excluded.body;

-- name: tallies_stocks_after
-- Forget the stocks that were made of a month's packs.
DELETE FROM tally_stocks WHERE day > :day;

-- name: tallies_margins_named
-- Which of these have ready sums, and up to which pack those were made.
SELECT name, upto FROM tally_margins WHERE name IN (:names*);

-- name: tallies_margins
-- The ready sums of these months and years.
SELECT name, body FROM tally_margins WHERE name IN (:names*) ORDER BY name;

-- name: tallies_margins_all
-- Every month and year that has ready sums.
SELECT name FROM tally_margins;

-- name: tallies_late_in
-- Packs that the ready sums of these months and years do not know yet.
SELECT tallies.body FROM tally_margins JOIN tallies
    ON tallies.month >= tally_margins.first_month AND tallies.month <= tally_margins.last_month
    AND tallies.id > tally_margins.upto
WHERE tally_margins.name IN (:names*);

-- name: tallies_margins_late
-- The ready sums, of these, that do not know so many packs.
SELECT name FROM tally_margins
WHERE name IN (:names*) AND (
    SELECT COUNT(*) FROM tallies
    WHERE tallies.month >= tally_margins.first_month AND tallies.month <= tally_margins.last_month
        AND tallies.id > tally_margins.upto
) > :most;

-- name: tallies_margin_put
-- Keep the ready sums of a month or a year.
INSERT INTO tally_margins (name, first_month, last_month, upto, body)
VALUES (:name, :first, :last, :upto, :body)
ON CONFLICT (name) DO UPDATE SET upto = excluded.upto, body = excluded.body;

-- name: tallies_margins_forget
-- The ready sums of these do not tell the truth any more.
DELETE FROM tally_margins WHERE name IN (:names*);

-- name: tallies_margins_clear
-- Forget all ready sums.
DELETE FROM tally_margins;

-- name: tallies_forget
-- Forget all packs.
DELETE FROM tallies;

-- name: tallies_how_many
-- How many letters are counted.
SELECT count(*) AS number FROM counted;

-- name: tallies_forget_counted
-- Forget what was counted.
DELETE FROM counted;

-- name: tallies_forget_heads
-- Every letter is to be counted anew.
UPDATE audit_heads SET counted = 0;

-- name: tallies_newest_day
-- The last day on which a letter came.
SELECT COALESCE(MAX(received_on), '') AS day FROM cases;

-- name: tallies_forget_kin
-- Forget the packs of letters that share matter or person.
DELETE FROM kin_packs;
