-- name: telling_untold
-- The sender was not reached: the case has no outcome yet.
UPDATE cases SET untold = :outcome, outcome = CASE WHEN :number = 1 THEN '' ELSE outcome END,
    outcome_on = CASE WHEN :number = 1 THEN '' ELSE outcome_on END
WHERE id = :id;

-- name: telling_spell_open
-- A spell that was ended goes on.
UPDATE spells SET outcome = '', outcome_on = '' WHERE case_id = :case_id AND number = :number;

-- name: telling_waiting
-- The outcome that the sender of a case was not told of.
SELECT status, untold FROM cases WHERE id = :id;

-- name: telling_over
-- Nobody is owed the news any more.
UPDATE cases SET untold = '' WHERE id = :id;
