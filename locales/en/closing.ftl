# Closed periods
report-closed = This period was closed on { $day }. Seal of the closing: { $seal }
report-corrections = Corrections of the closed period before ({ $count } letters):
report-correction = - { $period }, { $code }: before { $before }; now { $after }
report-correction-none = not counted
