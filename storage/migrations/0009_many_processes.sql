-- Several processes on one database. What only one of them may do (one channel's sending, the clock) has a lease:
-- who holds it, and until when without a sign of life. `until` is a moment on the database's own clock.
CREATE TABLE leases (
    name text NOT NULL PRIMARY KEY,
    holder text NOT NULL,
    until text NOT NULL
);

-- Copies that were made of this database and read again to the end.
CREATE TABLE backups (
    id integer PRIMARY KEY,
    made_at text NOT NULL,
    letters integer NOT NULL
);
