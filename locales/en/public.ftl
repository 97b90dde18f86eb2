# Reports for everybody to read
report-public-format = --public goes with text, json and csv, not with { $text }.
report-public = For everybody to read: denunciations are left out of the figures above.
report-public-told = Denunciations in the year: { $count }.
report-public-hidden = The number of denunciations is not told here: only for a year of the wall calendar that is over, from 3 up, where nobody can be guessed at.
report-public-corrected = Correction of the denunciations told of earlier years: { $count }.
