-- Events that were put aside while too many people wrote at once: an inbox row whose state is 'waiting' has its turn later.

-- Which of a channel comes next.
CREATE INDEX inbox_waiting ON inbox (channel, id) WHERE state = 'waiting';
-- Whether something of this chat waits: then what it says next waits behind it.
CREATE INDEX inbox_waiting_chat ON inbox (chat_key) WHERE state = 'waiting';
