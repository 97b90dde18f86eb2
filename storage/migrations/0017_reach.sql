-- Reaching people: an answer that did not reach its sender is no outcome yet; notices that go the next way when a
-- channel fails.

-- The outcome that its sender has not been told of, "" where there is none. Its spell is open until they are.
ALTER TABLE cases ADD COLUMN untold text NOT NULL DEFAULT '';
CREATE INDEX cases_untold ON cases (id) WHERE untold <> '';

-- Whether this message is the answer itself by which its case came to an outcome.
ALTER TABLE outbox ADD COLUMN answers integer NOT NULL DEFAULT 0;

-- Whether this news of a case has waited so long for its channel that staff were told.
ALTER TABLE outbox ADD COLUMN late integer NOT NULL DEFAULT 0;

-- What was meant for senders and is not sent: few rows, asked for with every letter that is shown.
CREATE INDEX outbox_untold ON outbox (case_id, posted_at) WHERE purpose = 'tell' AND state <> 'sent';

-- The officer whom a private message is for: where their chat fails, it goes to another account of theirs.
ALTER TABLE outbox ADD COLUMN officer text NOT NULL DEFAULT '';
CREATE INDEX outbox_moved ON outbox (posted_at) WHERE state = 'moved';

-- The place of a staff chat in the config's list, 0 for one that was bound in the chat itself.
ALTER TABLE chats ADD COLUMN place integer NOT NULL DEFAULT 0;
-- The place of an account in the config's list: the first that can be written to is taken.
ALTER TABLE staff_accounts ADD COLUMN place integer NOT NULL DEFAULT 0;
