-- What would be looked for in every letter or event that there is, in a store of a million.
CREATE INDEX cases_parent ON cases (parent) WHERE parent <> '';
-- Letters that may lack a clock: looked for once a minute.
CREATE INDEX cases_clocked ON cases (id) WHERE status IN ('submitted', 'registered', 'forwarded');
CREATE INDEX inbox_failed ON inbox (id) WHERE state = 'failed';
