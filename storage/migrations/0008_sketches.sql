-- Sketches of letters, by which others about the same thing are found. They hold keyed hashes only, no word; nothing is
-- kept of a denunciation.

CREATE TABLE sketches (
    case_id text NOT NULL PRIMARY KEY REFERENCES cases (id),
    words blob NOT NULL,              -- MinHash of the content, keyed
    place blob NOT NULL               -- MinHash of the place, keyed
);
