-- Timers that cannot be mistaken for one another, one note of whose turn it is, and the forum topics of cases.

-- Told anew each time a timer is set: row numbers are given again on SQLite, and a timer set again for the very same
-- instant is another one.
ALTER TABLE timers ADD COLUMN mark text NOT NULL DEFAULT '';

-- Since when an answer of the sender is waited for, "" while it is not: the one note of it.
UPDATE cases SET awaits_since = waits_since || 'T00:00:00.000000Z' WHERE awaits_since = '' AND waits_since <> '';
DROP INDEX cases_awaits;
ALTER TABLE cases DROP COLUMN awaits;
ALTER TABLE cases DROP COLUMN waits_since;
