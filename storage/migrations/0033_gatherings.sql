-- Cards of new letters in each place where staff are told of them: beyond so many within an hour, one message tells of many.

CREATE TABLE gatherings (
    target text NOT NULL,             -- unit:CODE (its rooms), desk:CODE, secret:CODE (in private), officer:ID
    case_id text NOT NULL,
    why text NOT NULL,                -- new, or waiting: nobody has taken it in time
    at text NOT NULL,
    state text NOT NULL,              -- shown: by a card of its own; kept: the next gathering tells of it; told: one did
    PRIMARY KEY (target, case_id, why)
);
CREATE INDEX gatherings_shown ON gatherings (target, at) WHERE state = 'shown';
CREATE INDEX gatherings_kept ON gatherings (target, at) WHERE state = 'kept';

-- Dates that somebody is to be reminded of: noted (told = 2) a few at a time, told together.
CREATE INDEX reminders_to_tell ON reminders (at) WHERE told = 2;
