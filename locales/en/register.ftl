### Words for bringing in a paper register kept in Excel.

sheet-only-xlsx = --map and --preview are for registers in Excel (.xlsx) or .csv only.
sheet-unreadable = This is no .xlsx register that can be read. If it is .xls, open it and save it as .xlsx.
sheet-missing = There is no sheet "{ $value }" in the file.
sheet-empty = The file has no rows.
sheet-too-long = The sheet has more than { $value } rows. Split it into several files.
sheet-csv-unreadable = This .csv file cannot be read. Open it in Excel and save it as .xlsx.
sheet-no-heading = No heading was found. Write "header = ROW" and [columns] into the --map file.
sheet-column-missing = There is no column "{ $value }". Name it in [columns] of the --map file.
sheet-map-unreadable = The --map file cannot be read: it must be TOML in UTF-8.
sheet-map-wrong = In the --map file "{ $value }" is wrong.
sheet-map-field = In the --map file there is no such field: { $value }

sheet-preview-head = Sheet "{ $sheet }": { $count } rows.
sheet-preview-column = { $letter }  { $heading } → { $field }
sheet-preview-unknown = { $field } in no list, counted as "khac": { $values }
sheet-preview-row = { "  " }{ $values }
sheet-preview-more = { "  " }… and { $count } rows more
sheet-preview-good = Nothing is wrong. Leave --preview out to import.
sheet-preview-bad = Something is wrong, so nothing can be imported yet:

sheet-field-none = (left out)
sheet-field-number = number in the register
sheet-field-ref = code of the letter
sheet-field-unit = unit
sheet-field-received-on = day of receipt
sheet-field-channel = how it came
sheet-field-kind = kind
sheet-field-topic = topic
sheet-field-eligible = eligible
sheet-field-outcome = outcome
sheet-field-outcome-on = day of the outcome
sheet-field-authority = authority
sheet-field-replied-on = day of the reply
sheet-field-resolved-on = day it was settled
sheet-field-urged-on = day of urging
sheet-field-signed-on = day it was signed
sheet-field-person = sender (kept as a mark only)
sheet-field-signers = number of signers
sheet-field-instance = which time
sheet-field-matter = matter
sheet-field-competence = whose matter
sheet-field-anonymous = without a name
sheet-field-ineligible-mark = not eligible (mark)
sheet-field-kind-to-cao = denunciation (mark)
sheet-field-kind-khieu-nai = complaint (mark)
sheet-field-kind-kien-nghi-phan-anh = petition (mark)

import-reason-sheet-date = is no real day (day/month/year)
import-reason-sheet-year = the day has no year: add it, or "year = 2026" in the --map file
import-reason-sheet-word = the word in this cell is not known: change it, or add it to [values] of the --map file
import-reason-sheet-two-kinds = two kinds are marked in one row
import-reason-sheet-unit-needed = it is not known whose letter it is: write "unit = CODE" into the --map file
