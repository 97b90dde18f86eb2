-- Standing questions: what was asked of a person from outside their own talk, so that its number can be typed.

-- The options under the last such message, sealed; NULL once the talk has gone on.
ALTER TABLE conversations ADD COLUMN standing blob; -- sealed
