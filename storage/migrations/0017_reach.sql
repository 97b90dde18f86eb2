-- Reaching people: an answer that did not reach its sender is no outcome yet; notices that go the next way when a
-- channel fails.

-- The outcome that its sender has not been told of, "" where there is none. Its spell is open until they are.
ALTER TABLE cases ADD COLUMN untold text NOT NULL DEFAULT '';
CREATE INDEX cases_untold ON cases (id) WHERE untold <> '';

-- Whether this message is the answer itself by which its case came to an outcome.
ALTER TABLE outbox ADD COLUMN answers integer NOT NULL DEFAULT 0;

-- The place of a staff chat in the config's list, 0 for one that was bound in the chat itself.
ALTER TABLE chats ADD COLUMN place integer NOT NULL DEFAULT 0;
