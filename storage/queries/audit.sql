-- name: audit_head
-- The last link of a case's chain.
SELECT number, hash FROM audit_heads WHERE case_id = :case_id;

-- name: audit_heads_of
-- The last links of some chains.
SELECT case_id, number, hash FROM audit_heads WHERE case_id IN (:cases*);

-- name: audit_append
-- One more link.
INSERT INTO audit (case_id, number, at, what, actor, detail, detail_key, hash)
VALUES (:case_id, :number, :at, :what, :actor, :detail, :detail_key, :hash);

-- name: audit_move_head
-- The chain's head is now this link.
INSERT INTO audit_heads (case_id, number, hash, changed) VALUES (:case_id, :number, :hash, 1)
ON CONFLICT (case_id) DO UPDATE SET number = excluded.number, hash = excluded.hash, changed = 1;

-- name: audit_of_case
-- A case's life, oldest first.
SELECT number, at, what, actor, detail FROM audit WHERE case_id = :case_id ORDER BY number;

-- name: audit_all
-- Every link of some chains, in order.
SELECT case_id, number, at, what, actor, detail, detail_key, hash FROM audit
WHERE case_id > :after ORDER BY case_id, number LIMIT :limit;

-- name: audit_heads_all
-- The head of every chain.
SELECT case_id, number, hash FROM audit_heads ORDER BY case_id;

-- name: audit_heads_changed
-- Heads that have moved since they were last sealed.
SELECT case_id, number, hash FROM audit_heads WHERE changed = 1 ORDER BY case_id LIMIT :limit;

-- name: audit_heads_sealed
-- A head is sealed, unless it has moved on.
UPDATE audit_heads SET changed = 0 WHERE case_id = :case_id AND number = :number;

-- name: audit_last_seal
-- The end of the chain over the heads.
SELECT number, hash FROM audit_seals ORDER BY number DESC LIMIT 1;

-- name: audit_seal
-- One more seal.
INSERT INTO audit_seals (number, at, heads, hash) VALUES (:number, :at, :heads, :hash);

-- name: audit_seals_all
-- Every seal, in order.
SELECT number, at, heads, hash FROM audit_seals ORDER BY number;

-- name: audit_hash_at
-- The hash of one link.
SELECT hash FROM audit WHERE case_id = :case_id AND number = :number;
