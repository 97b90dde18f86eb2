## Why a date cannot be counted: tiengdan deadline, holidays

uncounted-no-working-day = there is no working day within { $days } days of { $day }: look at the days off declared (tiengdan holidays list)
uncounted-no-such-limit = a time limit of { $days } days cannot be counted
uncounted-beyond-calendar = { $days } days from { $day } lie after the year 9999: look at the year
uncounted-no-such-effect = a day is one of { $allowed }, not “{ $given }”
uncounted-not-a-day = “{ $given }” is not a day: write year-month-day, as in 2026-12-30
uncounted-no-such-kind = there is no kind “{ $given }”: write one of { $allowed }
uncounted-no-such-event = there is no event “{ $given }”: write one of { $allowed }
uncounted-no-such-instance = there is no instance “{ $given }”: write 1 (first) or 2 (second)
uncounted-no-rule-in-force = no rule was in force on { $day } for letters of kind { $kind }
uncounted-fixed-by-law = the time limit “{ $given }” is fixed by law, a committee cannot set it
uncounted-not-json = this line is not JSON: write it like {"{"}"kind":"to_cao","event":"received","on":"2026-12-30"{"}"}
uncounted-not-an-object = this line must be a JSON object: write it like {"{"}"kind":"to_cao","event":"received","on":"2026-12-30"{"}"}
uncounted-missing = { $names } missing
uncounted-unknown-names = { $names } not understood: only { $allowed } are used
uncounted-not-a-number = { $name } must be 1 or 2 (without quotes), not “{ $given }”
uncounted-not-yes-or-no = { $name } must be true or false (without quotes), not “{ $given }”
uncounted-not-text = { $names } must be text in quotes
uncounted-written-twice = a name is written twice: leave one
