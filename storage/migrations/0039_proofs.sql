-- Whether the database takes a write is found out by writing: one row, written over each time.
CREATE TABLE proofs (
    id integer PRIMARY KEY,
    filling blob NOT NULL
);
