-- The whole store of the first version. Types are text, integer and blob only; moments are UTC text as
-- cases.dates.stamp writes them, days ISO text; yes and no are 1 and 0. A column said to be sealed holds a
-- ciphertext of the vault, one that ends in _key a keyed hash. `integer PRIMARY KEY` counts up by itself.

-- A sealed word that shows at start whether the key file belongs to this database.
CREATE TABLE key_checks (
    id text NOT NULL PRIMARY KEY,
    content blob NOT NULL,            -- sealed
    look_up_key blob NOT NULL
);

-- One row per vendor event and per event of our own; the same event twice finds its row here.
CREATE TABLE inbox (
    id integer PRIMARY KEY,
    event_key blob NOT NULL UNIQUE,
    channel text NOT NULL,
    chat_key blob,
    raw blob,                         -- sealed
    received_at text NOT NULL,
    state text NOT NULL DEFAULT 'done',
    error text NOT NULL DEFAULT ''
);
CREATE INDEX inbox_received ON inbox (received_at);

-- One account in one chat, and where its dialogue stands.
CREATE TABLE conversations (
    id text NOT NULL PRIMARY KEY,
    address_key blob NOT NULL UNIQUE,
    account_key blob NOT NULL,
    peer_key blob NOT NULL,
    channel text NOT NULL,
    account blob NOT NULL,            -- sealed
    peer blob NOT NULL,               -- sealed
    owner text NOT NULL,              -- random id of the person, shared by joined accounts
    chat text NOT NULL,
    state blob,                       -- sealed
    draft text NOT NULL DEFAULT '',
    draft_at text NOT NULL DEFAULT '',
    consented integer NOT NULL DEFAULT 0,
    gone integer NOT NULL DEFAULT 0,
    seen_at text NOT NULL
);
CREATE INDEX conversations_account ON conversations (account_key);
CREATE INDEX conversations_peer ON conversations (peer_key);
CREATE INDEX conversations_owner ON conversations (owner);
CREATE INDEX conversations_draft ON conversations (draft_at) WHERE draft_at <> '';

-- One letter and where it stands: facts without words, and the sealed words.
CREATE TABLE cases (
    id text NOT NULL PRIMARY KEY,
    code text NOT NULL UNIQUE,
    draft text NOT NULL UNIQUE,
    conversation text NOT NULL,
    owner text NOT NULL,
    channel text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    topic text NOT NULL,
    proposed_kind text NOT NULL,
    status text NOT NULL,
    urgent integer NOT NULL DEFAULT 0,
    anonymous integer NOT NULL DEFAULT 0,
    language text NOT NULL,
    received_at text NOT NULL,
    received_on text NOT NULL,
    due_on text NOT NULL,
    due_rule text NOT NULL,
    officer text NOT NULL DEFAULT '',
    outcome text NOT NULL DEFAULT '', -- the first one; what happened after a reopening is in spells
    outcome_on text NOT NULL DEFAULT '',
    signed_on text NOT NULL DEFAULT '',
    signature_status text NOT NULL DEFAULT 'unsigned',
    letter blob,                      -- sealed
    changed_at text NOT NULL
);
CREATE INDEX cases_waiting ON cases (unit, due_on) WHERE status IN ('submitted', 'registered');
CREATE INDEX cases_owner ON cases (owner, received_at);
CREATE INDEX cases_received ON cases (received_on);
CREATE INDEX cases_outcome ON cases (outcome_on);

-- Each stretch in which a case was open: the first from its receipt, one more from every reopening.
CREATE TABLE spells (
    case_id text NOT NULL REFERENCES cases (id),
    number integer NOT NULL,
    opened_on text NOT NULL,
    outcome text NOT NULL DEFAULT '',
    outcome_on text NOT NULL DEFAULT '',
    PRIMARY KEY (case_id, number)
);
CREATE INDEX spells_outcome ON spells (outcome_on);

-- Who sent a case, apart from it and under the second key.
CREATE TABLE persons (
    id text NOT NULL PRIMARY KEY,
    case_id text NOT NULL REFERENCES cases (id),
    number integer NOT NULL,
    name_key blob NOT NULL,
    contact_key blob NOT NULL,
    record blob NOT NULL              -- sealed
);
CREATE INDEX persons_case ON persons (case_id);
CREATE INDEX persons_name ON persons (name_key);
CREATE INDEX persons_contact ON persons (contact_key);

-- To which wording somebody agreed, when, and from which account.
CREATE TABLE consents (
    id text NOT NULL PRIMARY KEY,
    case_id text NOT NULL REFERENCES cases (id),
    version text NOT NULL,
    at text NOT NULL,
    account blob NOT NULL             -- sealed
);
CREATE INDEX consents_case ON consents (case_id);

-- What a resident has asked for about a filed case: delete, withdraw, consent, data.
CREATE TABLE requests (
    id text NOT NULL PRIMARY KEY,
    case_id text NOT NULL REFERENCES cases (id),
    what text NOT NULL,
    reason blob NOT NULL,             -- sealed
    at text NOT NULL,
    answered_at text NOT NULL DEFAULT '',
    answered_by text NOT NULL DEFAULT ''
);
CREATE INDEX requests_case ON requests (case_id);

-- Photos, papers, voice: of a draft, then of its case. The bytes lie sealed on disk under `path`.
CREATE TABLE attachments (
    id text NOT NULL PRIMARY KEY,
    draft text NOT NULL,
    case_id text NOT NULL DEFAULT '',
    kind text NOT NULL,
    state text NOT NULL,              -- asked, ready, refused
    path text NOT NULL DEFAULT '',
    size integer NOT NULL DEFAULT 0,
    facts blob NOT NULL,              -- sealed: name, type, caption, sha256 of the original
    at text NOT NULL
);
CREATE INDEX attachments_draft ON attachments (draft);
CREATE INDEX attachments_unfiled ON attachments (at) WHERE case_id = '';
CREATE INDEX attachments_case ON attachments (case_id) WHERE case_id <> '';

-- Files that wait to be brought in.
CREATE TABLE fetches (
    attachment text NOT NULL PRIMARY KEY,
    draft text NOT NULL,
    conversation text NOT NULL,
    channel text NOT NULL,
    source blob NOT NULL,             -- sealed
    due_at text NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    code text NOT NULL DEFAULT ''
);
CREATE INDEX fetches_due ON fetches (due_at);

-- Files on disk whose rows are gone: erased after the commit, or by the clock.
CREATE TABLE trash (
    path text NOT NULL PRIMARY KEY
);

-- Moments asked for.
CREATE TABLE timers (
    id integer PRIMARY KEY,
    name text NOT NULL,
    subject text NOT NULL,
    due_at text NOT NULL,
    conversation text NOT NULL DEFAULT '',
    UNIQUE (name, subject)
);
CREATE INDEX timers_due ON timers (due_at);

-- The life of each case as a hash chain of its own.
CREATE TABLE audit (
    id integer PRIMARY KEY,
    case_id text NOT NULL,
    number integer NOT NULL,
    at text NOT NULL,
    what text NOT NULL,
    actor text NOT NULL,
    detail blob,                      -- sealed
    detail_key blob NOT NULL,
    hash blob NOT NULL,
    UNIQUE (case_id, number)
);

-- The last link of each chain, and whether it has changed since the heads were last sealed.
CREATE TABLE audit_heads (
    case_id text NOT NULL PRIMARY KEY,
    number integer NOT NULL,
    hash blob NOT NULL,
    changed integer NOT NULL
);
CREATE INDEX audit_heads_changed ON audit_heads (changed) WHERE changed = 1;

-- The chain over the heads: what was sealed cannot be cut off later.
CREATE TABLE audit_seals (
    id integer PRIMARY KEY,
    number integer NOT NULL UNIQUE,
    at text NOT NULL,
    heads text NOT NULL,
    hash blob NOT NULL
);

-- Counts as they happen: rows are only ever added, the clock folds them.
CREATE TABLE tallies (
    id integer PRIMARY KEY,
    day text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    topic text NOT NULL,
    channel text NOT NULL,
    figure text NOT NULL,
    delta integer NOT NULL
);
CREATE INDEX tallies_day ON tallies (day);

-- What is to be sent. `lane` is the keyed hash of the chat: within one, order is kept.
CREATE TABLE outbox (
    seq integer PRIMARY KEY,
    id text NOT NULL UNIQUE,
    lane blob NOT NULL,
    channel text NOT NULL,
    peer blob NOT NULL,               -- sealed
    body blob,                        -- sealed
    slot text NOT NULL DEFAULT '',
    state text NOT NULL DEFAULT 'due', -- due, sent, dead, moved, unrouted
    due_at text NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    code text NOT NULL DEFAULT '',
    event integer NOT NULL DEFAULT 0,
    purpose text NOT NULL,            -- say, tell, notice, officer
    case_id text NOT NULL DEFAULT '',
    unit text NOT NULL DEFAULT '',
    kind text NOT NULL DEFAULT '',
    tried text NOT NULL DEFAULT '',
    posted_at text NOT NULL
);
CREATE INDEX outbox_lane_due ON outbox (lane, seq) WHERE state = 'due';
CREATE INDEX outbox_due ON outbox (seq) WHERE state = 'due';
CREATE INDEX outbox_dead ON outbox (seq) WHERE state = 'dead';
CREATE INDEX outbox_unrouted ON outbox (seq) WHERE state = 'unrouted';
CREATE INDEX outbox_event ON outbox (event) WHERE event <> 0;
CREATE INDEX outbox_slot ON outbox (slot, lane) WHERE slot <> '';
CREATE INDEX outbox_case ON outbox (case_id) WHERE state = 'due';
CREATE INDEX outbox_posted ON outbox (posted_at);

-- The vendor's id of the message that a slot of a chat shows now.
CREATE TABLE slots (
    lane blob NOT NULL,
    slot text NOT NULL,
    ref text NOT NULL,
    PRIMARY KEY (lane, slot)
);

-- Who works here.
CREATE TABLE staff (
    id text NOT NULL PRIMARY KEY,
    name blob NOT NULL,               -- sealed
    role text NOT NULL,
    units text NOT NULL,              -- JSON list of codes
    state text NOT NULL,              -- invited, pending, confirmed, refused, revoked
    source text NOT NULL,             -- config, invitation
    made_at text NOT NULL,
    decided_by text NOT NULL DEFAULT ''
);

CREATE TABLE staff_accounts (
    staff_id text NOT NULL REFERENCES staff (id),
    channel text NOT NULL,
    account_key blob NOT NULL PRIMARY KEY,
    peer_key blob NOT NULL,
    account blob NOT NULL,            -- sealed
    peer blob NOT NULL,               -- sealed
    gone text NOT NULL DEFAULT ''
);
CREATE INDEX staff_accounts_staff ON staff_accounts (staff_id);
CREATE INDEX staff_accounts_peer ON staff_accounts (peer_key);

CREATE TABLE invitations (
    word_key blob NOT NULL PRIMARY KEY,
    staff_id text NOT NULL REFERENCES staff (id),
    until text NOT NULL,
    used_at text NOT NULL DEFAULT ''
);

-- Groups of staff, each of one unit.
CREATE TABLE chats (
    id text NOT NULL PRIMARY KEY,
    peer_key blob NOT NULL UNIQUE,
    configured_key blob,              -- the address in the config, kept when the chat moves
    channel text NOT NULL,
    peer blob NOT NULL,               -- sealed
    unit text NOT NULL,
    source text NOT NULL,             -- config, group
    bound integer NOT NULL DEFAULT 1,
    bound_by text NOT NULL DEFAULT '',
    gone text NOT NULL DEFAULT '',
    at text NOT NULL
);
CREATE INDEX chats_unit ON chats (unit);

-- One-time links and the sessions they open.
CREATE TABLE doors (
    token_key blob NOT NULL PRIMARY KEY,
    staff_id text NOT NULL,
    case_id text NOT NULL DEFAULT '',
    until text NOT NULL,
    used_at text NOT NULL DEFAULT ''
);

CREATE TABLE web_sessions (
    token_key blob NOT NULL PRIMARY KEY,
    id text NOT NULL,
    staff_id text NOT NULL,
    csrf blob NOT NULL,               -- sealed
    until text NOT NULL
);
CREATE INDEX web_sessions_staff ON web_sessions (staff_id);

-- Words by which one person joins two accounts.
CREATE TABLE link_words (
    word_key blob NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    until text NOT NULL,
    used_at text NOT NULL DEFAULT ''
);

-- What the web chat shows.
CREATE TABLE mailbox (
    seq integer PRIMARY KEY,
    id text NOT NULL,
    box_key blob NOT NULL,
    direction text NOT NULL,          -- in, out
    ref text NOT NULL DEFAULT '',
    body blob NOT NULL,               -- sealed
    at text NOT NULL,
    revision integer NOT NULL DEFAULT 0
);
CREATE INDEX mailbox_box ON mailbox (box_key, seq);
CREATE INDEX mailbox_revision ON mailbox (box_key, revision);
