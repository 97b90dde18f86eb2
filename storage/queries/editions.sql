-- name: editions_newest
-- The number of the newest edition, 0 before the first.
SELECT COALESCE(MAX(number), 0) AS number FROM editions;

-- name: editions_begin
-- One more edition.
INSERT INTO editions (number) SELECT COALESCE(MAX(number), 0) + 1 FROM editions RETURNING number;

-- name: editions_letter_put
-- How a letter was told. Whether it is told is decided once; what was told of it is what was told last.
INSERT INTO edition_letters (case_id, hidden, whole, kind, topic, due_on, eligible, own_topic, matter)
VALUES (:case_id, :hidden, :whole, :kind, :topic, :due_on, :eligible, :own_topic, :matter)
ON CONFLICT (case_id) DO UPDATE SET kind = excluded.kind, topic = excluded.topic, due_on = excluded.due_on,
    eligible = excluded.eligible, own_topic = excluded.own_topic, matter = excluded.matter
WHERE edition_letters.hidden = 0 AND excluded.hidden = 0 AND excluded.whole = 1;

-- name: editions_letters
-- Every letter that changed since it was told, and its kind now.
SELECT edition_letters.case_id, edition_letters.hidden, edition_letters.whole, edition_letters.kind,
    edition_letters.topic, edition_letters.due_on, edition_letters.eligible,
    edition_letters.own_topic, edition_letters.matter, counted.kind AS now
FROM edition_letters JOIN counted ON counted.case_id = edition_letters.case_id;

-- name: editions_ties
-- Letters that tell of another one: what was taken out of a letter tells of it, and what a letter repeats. `told` is the
-- letter that stands in the figures, `of` the one that somebody may then know of.
SELECT tied.told, tied.of, tied.part, original.kind, letter.since, original.since AS of_since FROM (
    SELECT whole.id AS told, part.id AS of, 1 AS part FROM cases AS part JOIN cases AS whole ON whole.code = part.parent
    WHERE part.parent <> ''
    UNION ALL
    SELECT whole.id, part.id, 1 FROM cases AS part JOIN cases AS whole ON whole.ref = part.parent AND whole.ref <> ''
    WHERE part.parent <> ''
    UNION ALL
    SELECT again.id, original.id, 0 FROM cases AS again JOIN cases AS original ON original.code = again.duplicate_of
    WHERE again.duplicate_of <> ''
    UNION ALL
    SELECT again.id, original.id, 0 FROM cases AS again
    JOIN cases AS original ON original.ref = again.duplicate_of AND original.ref <> ''
    WHERE again.duplicate_of <> ''
) AS tied
JOIN counted AS letter ON letter.case_id = tied.told
JOIN counted AS original ON original.case_id = tied.of;

-- name: editions_year_put
-- What is told of a year's denunciations, once.
INSERT INTO edition_years (year, number, units, totals, corrected)
VALUES (:year, :number, :units, :totals, :corrected) ON CONFLICT (year) DO NOTHING;

-- name: editions_years
-- What was told of each year's denunciations, the newest last.
SELECT year, units, totals, corrected FROM edition_years ORDER BY number;
