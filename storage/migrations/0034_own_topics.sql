-- Topics of a committee's own come with registers too, and wait with their letters.

ALTER TABLE staged_cases ADD COLUMN own_topic text NOT NULL DEFAULT '';
