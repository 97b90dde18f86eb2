-- Every answer writes its row into every index of the outbox: most answers are about no case, and what an event left
-- unsent is found by its chat.
DROP INDEX outbox_case;
CREATE INDEX outbox_case ON outbox (case_id) WHERE state = 'due' AND case_id <> '';
DROP INDEX outbox_event;
