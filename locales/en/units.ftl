### A list of units in a file of its own.

cmd-units = The list of units.
cmd-units-import = Bring in a list of units from Excel, CSV or JSON lines; the whole tree is checked before it is written.
flag-units-out = Where to write the list (else: units_file of the config, or units.jsonl).
flag-units-check = Only check, write nothing.

units-imported = Wrote { $count } units to { $file }. Start the program anew to use them.
units-fine = { $count } units, and they make a tree. Nothing was written (--check).
units-name-it = Put this line at the top of the config, above all sections: units_file = "{ $file }"
units-file-unreadable = The file { $file } cannot be read.
units-wrong = { $file }, line { $line }{ $column ->
    [none] {""}
   *[other] , column { $column }
}: { $reason }
units-wrong-file = { $file }: { $reason }
units-not-utf8 = The file is not UTF-8. In Excel: Save as, "CSV UTF-8", or give the .xlsx itself.
units-not-json = this line is no JSON object.
units-not-day = is no real day with its year (day/month/year).
units-no-heading = There is no heading with the three columns code, name, level.
units-empty = There is no unit in the file.
