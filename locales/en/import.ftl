### The words of import and export.

import-reading = Reading
import-storing = Storing { $count } lines…
import-file-unreadable = Cannot read the file "{ $file }".
import-whole-line = the whole line
import-problem = Line { $line }, { $field }: { $reason }
import-problems-more = … and { $count } more
import-refused = Nothing was imported: { $count } mistakes. Mend the file and run it again.
import-done = { $sort }: { $added } new, { $changed } changed, { $same } as before.
import-days-coming = Note: { $count } lines tell of a day after today (the last is { $day }). They were imported; if that was a slip, mend them and import again.
import-empty = There is no line in the file.
import-sort-reception = Receptions
import-sort-case = Letters
import-sort-event = Events of letters
import-sort-activity = Activities
import-sort-voter-petition = Voters' petitions
export-reading = Reading…
export-written = { $count } lines written to { $file }
export-failed = Cannot write to "{ $file }". Look at the folder and its permissions.

import-reason-unknown-field = there is no such field
import-reason-missing = this field is missing
import-reason-choice = must be one of: { $value }
import-reason-empty = must not be empty
import-reason-too-long = longer than { $value } characters
import-reason-control-character = holds a control character (line break, tab)
import-reason-too-small = must be at least { $value }
import-reason-too-big = must be at most { $value }
import-reason-whole-number = must be a whole number
import-reason-yes-no = must be true or false
import-reason-date = must be a real day, as in 2021-03-02
import-reason-text = must be text
import-reason-list = must be a list such as ["2021-05-02"]; where there is none, [] or nothing at all
import-reason-not-json = is not JSON: each line is one whole object such as { "{" }"type": …{ "}" }, no comma behind it, no line break within
import-reason-not-object = must be a JSON object such as { "{" }"type": …{ "}" }, one a line
import-reason-not-utf8 = is not UTF-8: save the file as UTF-8
import-reason-wrong-form = has the wrong form
import-reason-eligible-other = a letter of kind khac cannot be eligible
import-reason-eligible-split = a letter that was split cannot be eligible: only its children can
import-reason-outcome-and-day = an outcome needs its day, and a day its outcome
import-reason-before-received = is before the day of receipt
import-reason-before-asked = is before the day on which voters asked
import-reason-needs-to = "to" is missing: the new unit, kind or outcome
import-reason-no-to = this event has no "to"
import-reason-more-violations = more works found wrong than supervised
import-reason-more-remedied = more works put right than found wrong
import-reason-works-only = only community_works has works, violations, remedied
import-reason-same-case = is this letter itself
import-reason-twice = this number stands in line { $value } with other content
import-reason-unknown-unit = there is no such unit in the config
import-reason-unknown-case = there is no such letter in the file or in the data
import-reason-parent-not-split = the parent does not have the outcome "split"
import-reason-changed-here = this letter was handled in the program and differs from this line: change it there
import-reason-circle = the duplicates point at each other in a circle
import-reason-event-before-received = is before the day of receipt
import-reason-reopened-while-open = opened again while the letter had no outcome
import-reason-ended-while-ended = an outcome while the letter was not open
import-reason-event-kind = must be one of: to_cao, khieu_nai, kien_nghi_phan_anh, khac
import-reason-event-outcome = must be an outcome: forwarded, guided, returned, archived, answered, split, duplicate, own_matter, withdrawn

## Status of letters out of a register

status-returned = returned
status-split = split into several letters
status-duplicate = a duplicate of another letter
status-own_matter = settled by the Front itself
import-own-topics-unknown = Note: topics of your own that the config does not have: { $topics }. Their letters were imported and count under their common topic; add [[topics]] to see them apart.
