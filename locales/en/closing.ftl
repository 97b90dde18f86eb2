# Closed periods
cmd-close = Close a printed period; later changes show as corrections in the next.
flag-reopen = Why a closed period is opened again.
close-closed = { $text } is closed.
close-reopened = { $text } is open again.
close-twice = { $text } is closed already. To close it anew, open it first: --reopen "reason".
close-not-closed = { $text } is not closed, so that it cannot be opened again.
close-running = { $text } is not over yet, so that it cannot be closed.
close-unproven = The figures of { $text } do not agree, so that it is not closed. "tiengdan report" names the cases to mend.
report-closed = This period was closed on { $day }. Seal of the closing: { $seal }
report-corrections = Corrections of the closed period before ({ $count } letters):
report-correction = - { $period }, { $code }: before { $before }; now { $after }
report-correction-none = not counted
