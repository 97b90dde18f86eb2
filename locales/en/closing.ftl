# Closed periods
report-closed = This period was closed on { $day }. Seal of the closing: { $seal }
report-closed-then = When it was closed: carried over { $carried } + received { $received } = handled { $handled } + open { $open }. Since then { $count } letters count otherwise; the next period lists them as corrections.
report-corrections = Corrections of the closed period before ({ $count } letters):
report-correction = - { $period }, { $code }: before { $before }; now { $after }
report-correction-none = not counted
report-correction-counted = { $unit }, { $kind }, { $topic } ({ $figures })
report-corrections-more = - and { $count } letters more (see the sheet Corrections of the Excel file)
report-corrections-part = Corrections of a closed period
report-corrections-note = { $count } corrections of the closed period before
report-closed-note = Closed on { $day }
sheet-corrections = Corrections
sheet-title-corrections = CORRECTIONS OF THE CLOSED PERIOD BEFORE
column-correction-code = Letter
column-correction-before = Counted when it was closed
column-correction-after = Counts now
close-not-permitted = Only an admin of this unit, or of one above it, may close a period.
cmd-tallies = The tallies that reports are made of.
cmd-tallies-rebuild = Count everything anew from the letters.
tallies-rebuilt = { $count } letters counted anew.
