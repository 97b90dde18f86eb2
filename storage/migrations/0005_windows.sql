-- Vendors that let us write only for a while, and that lend us a key which must be renewed.

-- What a vendor lends for a consent: two tokens, each pair replacing the one before.
CREATE TABLE grants (
    channel text NOT NULL PRIMARY KEY,
    version integer NOT NULL,
    pair blob NOT NULL,               -- sealed
    former blob,                      -- sealed: the pair before, to find out what went wrong
    access_until text NOT NULL,
    ends_at text NOT NULL,
    claimed_until text NOT NULL DEFAULT '',
    problem text NOT NULL DEFAULT '',
    told_on text NOT NULL DEFAULT '',
    at text NOT NULL
);

-- Until when a chat may be written to, on channels that close it after some days of silence.
CREATE TABLE windows (
    lane blob NOT NULL PRIMARY KEY,
    conversation text NOT NULL,
    heard_at text NOT NULL,
    open_until text NOT NULL,
    asked_at text NOT NULL DEFAULT ''
);
CREATE INDEX windows_open ON windows (open_until);

-- Keyed hashes of what was sent on channels that tell us of our own messages: an echo is not a person's word.
CREATE TABLE sent_refs (
    ref_key blob NOT NULL PRIMARY KEY,
    at text NOT NULL
);
CREATE INDEX sent_refs_at ON sent_refs (at);
