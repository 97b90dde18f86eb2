-- Residents who chose to follow a matter together with others who told of it before. The matter itself stands with the
-- letters (cases.matter); here stands only that its sender wishes to hear of the others, and what they were told last.
-- Nothing of a denunciation is kept.

CREATE TABLE follows (
    case_id text NOT NULL PRIMARY KEY REFERENCES cases (id),
    told text NOT NULL DEFAULT '',    -- the last status of another letter that this sender heard of
    at text NOT NULL
);

-- A committee's own topic: under one of the eleven, whose place it has in the state's forms. '' where there is none.
ALTER TABLE cases ADD COLUMN own_topic text NOT NULL DEFAULT '';
CREATE INDEX cases_own_topic ON cases (own_topic, unit, received_on) WHERE own_topic <> '';
