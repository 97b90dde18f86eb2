-- name: staff_add
-- A member of staff. Whom an admin let go stays out, even if the config still names them.
INSERT INTO staff (id, name, role, units, state, source, made_at)
VALUES (:id, :name, :role, :units, :state, :source, :at)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, units = excluded.units,
    state = CASE WHEN staff.state = 'revoked' AND staff.decided_by NOT IN ('', 'config') THEN staff.state
        ELSE excluded.state END;

-- name: staff_get
-- One member of staff.
SELECT id, name, role, units, state, source FROM staff WHERE id = :id;

-- name: staff_all
-- Everybody who works here or was asked to.
SELECT id, name, role, units, state, source FROM staff ORDER BY made_at, id;

-- name: staff_confirmed
-- Confirmed members of staff with an account that can be written to.
SELECT staff.id, staff.name, staff.role, staff.units, staff.state, staff.source,
    staff_accounts.channel, staff_accounts.account_key, staff_accounts.peer, staff_accounts.gone, staff_accounts.place
FROM staff JOIN staff_accounts ON staff_accounts.staff_id = staff.id
WHERE staff.state = 'confirmed' ORDER BY staff.made_at, staff.id, staff_accounts.place, staff_accounts.account_key;

-- name: staff_of_account
-- The member of staff whose account this is.
SELECT staff.id, staff.name, staff.role, staff.units, staff.state, staff.source
FROM staff_accounts JOIN staff ON staff.id = staff_accounts.staff_id
WHERE staff_accounts.account_key = :account_key;

-- name: staff_state
-- Somebody is let in, refused or let go.
UPDATE staff SET state = :state, decided_by = :by WHERE id = :id RETURNING id;

-- name: staff_pending
-- Accounts that opened an invitation and await an admin.
SELECT id, name, role, units, state, source FROM staff WHERE state = 'pending' ORDER BY made_at, id;

-- name: staff_revoke_config
-- Whoever the config no longer names is let go.
UPDATE staff SET state = 'revoked', decided_by = 'config' WHERE source = 'config' AND state <> 'revoked'
RETURNING id;

-- name: staff_accounts_add
-- An account of a member of staff.
INSERT INTO staff_accounts (staff_id, channel, account_key, peer_key, account, peer, place)
VALUES (:staff_id, :channel, :account_key, :peer_key, :account, :peer, :place)
ON CONFLICT (account_key) DO UPDATE SET staff_id = excluded.staff_id, place = excluded.place;

-- name: staff_accounts_drop
-- Accounts of somebody who was refused or let go.
DELETE FROM staff_accounts WHERE staff_id = :staff_id;

-- name: staff_accounts_of
-- Where a member of staff can be written to.
SELECT channel, account_key, peer, gone FROM staff_accounts WHERE staff_id = :staff_id ORDER BY place, account_key;

-- name: staff_accounts_gone
-- A private chat of staff can no longer be reached (the code says why), or can again.
UPDATE staff_accounts SET gone = :code WHERE peer_key = :peer_key;

-- name: invitations_add
-- A word that lets somebody in.
INSERT INTO invitations (word_key, staff_id, until) VALUES (:word_key, :staff_id, :until);

-- name: invitations_open
-- Whether a word still lets somebody in.
SELECT staff_id FROM invitations WHERE word_key = :word_key AND used_at = '' AND until > :now;

-- name: invitations_use
-- Use a word, once and in time.
UPDATE invitations SET used_at = :now WHERE word_key = :word_key AND used_at = '' AND until > :now
RETURNING staff_id;

-- name: chats_bind
-- A group is a staff chat of a unit.
INSERT INTO chats (id, peer_key, configured_key, channel, peer, unit, source, bound_by, at, place)
VALUES (:id, :peer_key, :configured_key, :channel, :peer, :unit, :source, :by, :at, :place)
ON CONFLICT (peer_key) DO UPDATE SET unit = excluded.unit, bound = 1, bound_by = excluded.bound_by, gone = '',
    place = excluded.place;

-- name: chats_configured
-- The staff chat that a config address became, wherever it has moved since.
SELECT id FROM chats WHERE configured_key = :configured_key;

-- name: chats_rebind
-- A staff chat of the config belongs to this unit.
UPDATE chats SET unit = :unit, bound = 1, place = :place WHERE id = :id;

-- name: chats_unbind
-- A group is no longer a staff chat.
UPDATE chats SET bound = 0, bound_by = :by WHERE peer_key = :peer_key;

-- name: chats_unbind_config
-- Staff chats that the config may name again.
UPDATE chats SET bound = 0 WHERE source = 'config';

-- name: chats_at
-- The staff chat at an address.
SELECT id, unit FROM chats WHERE peer_key = :peer_key AND bound = 1;

-- name: chats_of_unit
-- The staff chats of a unit.
SELECT id, channel, peer, peer_key, unit, gone, place FROM chats WHERE unit = :unit AND bound = 1
ORDER BY place, at, id;

-- name: chats_all
-- Every staff chat.
SELECT id, channel, peer, peer_key, unit, gone, place FROM chats WHERE bound = 1 ORDER BY unit, place, at, id;

-- name: chats_gone
-- A staff chat can no longer be reached (the code says why), or can again.
UPDATE chats SET gone = :code WHERE peer_key = :peer_key;

-- name: chats_move
-- A staff chat goes on under another address.
UPDATE chats SET peer_key = :new_key, peer = :peer, gone = '' WHERE id = :id;

-- name: chats_by_peer
-- The staff chat of an address, bound or not.
SELECT id FROM chats WHERE peer_key = :peer_key;

-- name: chats_drop
-- A staff chat whose address another one has taken over.
DELETE FROM chats WHERE id = :id;

-- name: staff_accounts_drop_other
-- Accounts of a member of staff that the config no longer names.
DELETE FROM staff_accounts WHERE staff_id = :staff_id AND account_key NOT IN (:keep*);
