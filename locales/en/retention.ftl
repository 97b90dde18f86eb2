### Their time is over: the words of letters go, figures and chains stay.

cmd-retention = How long letters are kept: erase what is over, or keep a letter.
cmd-retention-run = Erase words, sender and files of letters whose time is over; figures and chains stay.
cmd-retention-hold = Keep a letter though its time may be over (a court, an inspection, an archive needs it).
cmd-retention-release = Keep a letter no longer: it goes when its time is over.
cmd-retention-held = List the letters that are kept.
flag-retention-dry = Only say which letters would go; erase nothing.
flag-retention-reason = Why it must stay: which body, which document.

retention-none = No letter's time is over.
retention-would = The time of { $count } letters is over. Nothing was erased (--dry-run).
retention-done = Erased the words of { $count } letters whose time was over. Figures and chains stay.
retention-line = { $kind }, { $status }: { $count }
retention-letter = { $code } · { $unit } · kept until { $until }
retention-seal = Seal of the chains after it: { $seal }
retention-no-reason = Say why it must stay: --reason "which body, which document".
retention-no-letter = No letter has the code { $code }. Look at the code again.
retention-held = Letter { $code } is kept until it is released.
retention-held-before = Letter { $code } is kept already.
retention-released = Letter { $code } is kept no longer; it goes when its time is over.
retention-not-held = Nothing keeps letter { $code }.
retention-kept = { $code } · since { $since } · { $reason }
retention-kept-none = No letter is kept beyond its time.

web-life-erased = Words erased
web-life-kept = Kept beyond its time
web-life-kept_no_more = Kept no longer
web-erased = Words, sender and files of this letter were erased on { $day }. What happened and the figures stay.
staff-erased = The time of letter { $code } is over: its words, sender and files were erased on { $day }. Its dates are still on the officers' page.
