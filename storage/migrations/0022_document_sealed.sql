-- The number of the paper by which a letter was forwarded is typed by hand and may say more than a number.
ALTER TABLE cases ADD COLUMN paper blob; -- sealed
