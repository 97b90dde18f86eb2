### What the program proposed against what officers found: a sheet, the command line.

sheet-confusion = Proposed
sheet-title-confusion = KINDS THAT THE PROGRAM PROPOSED AND THAT OFFICERS FOUND
column-proposed = Proposed (row) / found (column)
confusion-note = Only letters whose words the program read. The same in { $right } of { $total } letters. A resident may have chosen another kind than the proposed one when sending.

flag-corrected = With --evaluate: over letters whose kind officers corrected (reads the database, prints no words).
evaluate-corrected-alone = --corrected goes with --evaluate and without a file.
