### Words for bringing in a paper register kept in Excel.

sheet-only-xlsx = --map and --preview are for registers in Excel (.xlsx) or .csv only.

## A file that cannot be read

sheet-unreadable = This file is broken, or no .xlsx register. Open it in Excel or LibreOffice, save it as .xlsx and run again.
sheet-other-file = This is no Excel file (perhaps Word, ODS or a zip). Open it in Excel or LibreOffice, save it as .xlsx and run again.
sheet-old = This is an old Excel file (.xls, .xlsb). Open it in Excel or LibreOffice (take its password away if it has one), save it as .xlsx and import that one.
sheet-locked = This file is locked by a password. In Excel: File → Info → Protect Workbook → Encrypt with Password, remove the password, save and run again.
sheet-web-page = This file is a web page or XML that only bears the name of an Excel file (programs export such). Open it in Excel, save it as .xlsx and import that one.
sheet-too-big = Unpacked, this file is larger than { $value } MB, so it is not read. Copy the register alone into a new .xlsx, or split it by year.
sheet-file-empty = The file is empty. Look whether it is the right one, save it and run again.
sheet-csv-unreadable = This is no .xlsx register; if it is .csv, its character set is not known. Open it in Excel and save it as .xlsx or "CSV UTF-8".
sheet-csv-broken = This .csv file is broken somewhere (mostly a missing quotation mark ", or a cell too long). Open it in Excel and save it as .xlsx.

## A sheet that cannot be read

sheet-missing = There is no sheet "{ $sheet }" in the file. There are: { $value }. Mend "sheet" in the --map file.
sheet-hidden = The only sheet like a register, "{ $sheet }", is hidden. Unhide it in Excel, or write sheet = "{ $sheet }" into the --map file.
sheet-empty = The sheet "{ $sheet }" is empty. Look whether it is the right one.
sheet-too-long = The sheet "{ $sheet }" has more than { $value } rows. Split it into several files; if the register is shorter, delete the stray cells at its end.
sheet-no-heading = Sheet "{ $sheet }": no heading (names of columns such as "Số đến", "Ngày nhận", "Loại đơn") in the first 25 rows. Add it; or write "header = ROW" and [columns] into the --map file.
sheet-old-font = Sheet "{ $sheet }": typed in an old font (TCVN3, .VnTime) that cannot be read. Convert it to Unicode (UniKey's toolkit, Ctrl+Shift+F6), save and run again.
sheet-column-missing = Sheet "{ $sheet }": there is no column "{ $value }". Add it to the register, or say in [columns] of the --map file which column it is.{ $others ->
    [none] {""}
   *[other] {" "}Columns not understood: { $others }.
}
sheet-unit-needed = Sheet "{ $sheet }": whose letters these are is not said. Add a column "Đơn vị", or the unit's name above the table, or write "unit = CODE" into the --map file.
sheet-map-unreadable = The --map file cannot be read: line { $value } is wrong. It must be TOML in UTF-8, each line name = "value".
sheet-map-wrong = In the --map file "{ $value }" is wrong. Look its name and value up in docs/operations.md.
sheet-map-field = In the --map file there is no such field: { $value }. The fields are in docs/operations.md.

## Before the import

sheet-preview-head = Sheet "{ $sheet }": { $count } letters, heading on row { $rows }.
sheet-preview-column = { $letter }  { $heading } → { $field }
sheet-preview-word = "{ $said }" → { $taken }
sheet-preview-words = { "  " }{ $field }: { $values }
sheet-open = (still open)
sheet-preview-unknown = Sheet "{ $sheet }": { $field } in no list, counted as "khac": { $values }
sheet-preview-row = { "  " }{ $values }
sheet-preview-more = { "  " }… and { $count } letters more
sheet-preview-good = Nothing is wrong. Leave --preview out to import.
sheet-preview-bad = Something is wrong, so nothing can be imported yet:
sheet-note-unit = Sheet "{ $sheet }": no column for the unit; it is taken from "{ $words }".
sheet-note-serial = Sheet "{ $sheet }": no column for the number; the serial number within the month of receipt is taken. Do not change it before importing again.
sheet-note-left-out = Sheet "{ $sheet }": rows { $rows } are not taken (no letters: sums, the heading once more, notes, signatures).
sheet-note-hidden-rows = Sheet "{ $sheet }": rows { $rows } are hidden or filtered, and are counted all the same.
sheet-note-passed = Sheet "{ $sheet }" is not taken: { $reason }
sheet-why-hidden = it is hidden. To have it, unhide it or write sheet = "{ $sheet }" into the --map file.
sheet-why-empty = it is empty.
sheet-why-no-heading = it has no heading of a register.
sheet-why-old-font = it is typed in an old font (TCVN3) and must be converted to Unicode.
sheet-why-column-missing = it has no column "{ $value }".
sheet-problem = Sheet "{ $sheet }", row { $rows }, column { $column }: { $reason }

sheet-field-none = (left out)
sheet-field-number = number in the register
sheet-field-serial-number = serial number (taken as the number)
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

import-reason-sheet-date = no day that exists: write day/month/year, such as 05/10/2026
import-reason-sheet-range = out of range: a day must be of 1900 to 2199, a number 1 or more
import-reason-sheet-year = the day has no year: add it, or write "year = 2026" into the --map file
import-reason-sheet-word = this word is not known: mend it, or add it to [values] of the --map file
import-reason-sheet-mark = whether this is a mark is not clear: write "x" or leave it empty
import-reason-sheet-two-kinds = two kinds in one row: a letter has one kind; split a letter of several into a row each, with numbers of their own
import-reason-sheet-blank = this cell is empty: fill it in
import-reason-sheet-formula = a formula without a value: open the file in Excel, save it (Excel works it out) and run again
import-reason-sheet-formula-error = a formula in error (#REF!, #N/A …): mend it or type the value
import-reason-sheet-twice = this number stands in row { $value } with another letter: each letter has a number of its own
import-reason-sheet-unit-unknown = no such unit in the config: mend the name, or add it to [values.unit] of the --map file
import-reason-sheet-units-two = this name can mean several units ({ $value }): write the code, or add it to [values.unit] of the --map file
