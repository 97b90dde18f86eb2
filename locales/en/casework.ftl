### An officer's work with one letter: lawful moves, correcting the kind, splitting, repeats, matters, units, withdrawal.

opt-way-forward = Forward
opt-way-guide = Guide
opt-way-answer = Answer
opt-way-archive = File away
opt-way-accept = Handle ourselves
opt-way-return = Send back
opt-way-split = Split
opt-way-duplicate = Repeat
opt-way-withdraw = Withdrawal paper
opt-way-urge = Urge
opt-way-reply = Reply has come
opt-way-escalate = Turn to superior
opt-way-reopen = Look again
opt-way-reclassify = Correct the kind
opt-way-judge = Check conditions
opt-way-ask = Ask for more
opt-way-transfer = Another unit
opt-way-join = Same matter
opt-way-sign = Signed letter here
opt-way-take = I take it
opt-other_moves = More
opt-involved = I am involved
opt-kind-to_cao = Denunciation
opt-kind-khieu_nai = Complaint
opt-kind-kien_nghi_phan_anh = Petition
opt-kind-khac = Other
opt-do_it = Write down
opt-by_content = By its content
opt-whole_text = The whole text
opt-parts_enough = That is all
opt-reopen_new_facts = New facts
opt-reopen_sent_back = Sent back to us
opt-reopen_mistake = Our mistake
opt-reopen_unsatisfied = Not satisfied

staff-ways = Lawful now:
staff-way = • { $name } – { $source }
staff-forbidden = Letter { $code }: this cannot be done. { $rule } Lawful now: { $allowed }.
rule-kind-outcome = A letter of the kind “{ $kind }” does not go this way; if the kind is wrong, correct it first (/loai).
rule-status-move = The letter is at “{ $status }” and cannot go straight there; with new facts open it again first (/molai).
rule-withdrawn-is-final = The letter was withdrawn and is not looked at again (Law on Complaints Art 10, Decree 155/2026). A new matter needs a new letter.
rule-split-is-final = The letter was split: please work with its parts.
rule-role = Your role does not do this.
rule-guide-once = Each content is guided once (Law on Reception Art 28; Law on Denunciations Art 24(3)) unless there are new facts.
rule-forward-once = A denunciation is forwarded once per content (Law on Denunciations Art 24) unless there are new facts or it was sent back.
rule-anonymous-exception = An anonymous report is passed on only when it names who did it, with concrete evidence that can be checked (Law on Denunciations Art 25(2)). Please check the conditions first (/dieukien).
rule-came-on-paper = Only a letter on paper that others sent us is sent back; one that came by chat is guided.
rule-not-forced = The sender says that they are being forced: no withdrawal is noted (Law on Denunciations Art 33(3)). Answer that request first (/yeucau).
rule-reply-due = The receiver still has until { $due } to answer, so it is not urged yet.
rule-no-reply-yet = The receiver has replied in writing.
rule-urged-or-replied = Urge first, or have a reply you disagree with, before turning to the superior (Law on Complaints Art 66(2); Law on Denunciations Art 38).
rule-replied = The letter was forwarded: note the receiver's written reply first (/phucdap), then tell the result.
rule-conflict-holds = The letter is about somebody in the unit below, so the unit above keeps it.

staff-is-eligible = Meets the conditions.
staff-is-ineligible = Does not meet the conditions.
staff-waits-for-sender = Waiting for the sender since { $day }.
staff-reply-due = The receiver owes an answer by { $due }; urged { $n } times.
staff-reply-came = Reply of { $due }; urged { $n } times.
staff-related = Same matter, or from the same mixed letter: { $codes }
staff-papers = Print the forwarding paper on the working page: /console, letter { $code }.
staff-papers-secret = 🔒 Forwarding paper, content copy (without the denouncer's name) and sealed enclosure are made on the working page only: /console, letter { $code }.

staff-ask-reason = Why? (kept sealed in the case)
staff-ask-new-kind = Letter { $code } is: { $kind }, topic { $topic }. By its content and demand, which kind is it?
staff-ask-new-topic = Which topic?
staff-new-kind =
    Letter { $code }
    Kind: { $old } → { $kind }
    Topic: { $old_topic } → { $topic }
    First date will be: { $due }
staff-becomes-secret = 🔒 It becomes a denunciation: from now on only the confidential role opens it.
staff-kind-noted = Kind of { $code } corrected; counts and date follow.
staff-kind-no-longer-yours = You cannot open this letter any more; the confidential officers were told.

staff-ask-unit = Which unit shall have letter { $code }? Code and date stay.
staff-no-other-unit = There is no other unit to give it to.
staff-card-elsewhere = 📄 Letter { $code } went to another unit.
staff-transferred = Letter { $code } was given to { $unit }; the sender was told.

staff-ask-other-duplicate = Which letter does { $code } repeat? Please type the earlier code.
staff-ask-other-join = Which letter is about the same matter as { $code }? Please type its code.
staff-other-hint = There is no such letter for you, or it is this very one. Please type its code again: TD-…
staff-duplicate-of = Letter { $code } repeats { $other }: filed, counted as one matter.
staff-join = Make { $code } and { $other } one matter? Each letter goes its own way; reports count one matter.
staff-joined = { $code } and { $other } are one matter now.

staff-ask-part-first = Splitting { $code }. Of which kind is the first part?
staff-ask-part = So far: { $parts }. Of which kind is part { $n } of { $code }?
staff-ask-part-words = The words of this part? Please copy the letter's own words, or take all of it.
staff-ask-part-words-secret = 🔒 The part that denounces keeps all words of the letter; never type them here.
staff-split =
    Letter { $code } becomes:
    { $parts }
    The whole letter counts as handled (split) and never as eligible.
staff-split-done = Letter { $code } was split into { $codes }; the sender was told.

staff-ask-reopen = Why shall letter { $code } be opened again?
staff-ask-withdrawal-day = On which day did the signed withdrawal of { $code } (or the minutes) come?
staff-withdrawal = Withdrawal of { $code } on { $on }: the letter counts as withdrawn and stays in the figures.
staff-withdrawal-goes-on = Denunciation { $code } was forwarded: the Front passes the withdrawal of { $on } on to the receiver, who decides; the letter is not closed (Law on Denunciations Art 33; Decree 156/2026 Art 1(4)).
staff-withdrawal-caution = With signs of a violation, of force, bribery or slander it must be forwarded nevertheless (Law on Denunciations Art 33(3)). Then tap "Leave".
staff-withdrawal-noted = The withdrawal of { $code } is noted.

told-new-kind = Letter { $code }: an officer has read it as: { $kind }. By { $due } at the latest the Front tells you what was decided.
told-new-kind-secret = Letter { $code }: an officer has read it and it is handled in another way now. New date: { $due }. To ask more, call { $phone } or come in person.
told-needs-signature = To make it a letter in law, please bring it signed (or with a fingerprint) to { $address } ({ $hours }).
told-transferred = Letter { $code }: { $unit } has it now. Code and date ({ $due }) stay; you need not do anything.
told-duplicate = Letter { $code } says the same as one received earlier, so both are looked at together. You need not do anything; if there is something new, tap "Add".
told-split = Letter { $code } tells of several matters, so it was divided to get each to the right place: { $codes }. The day of receipt stays. You need not do anything.
told-withdrawn = Letter { $code }: your withdrawal is noted and the letter is closed.

web-life-reclassified = Kind or topic corrected
web-life-transferred = Given to another unit
web-life-split = Split
web-life-split_off = Taken out of another letter
web-life-duplicate = Noted as a repeat
web-life-joined = Joined to a matter
web-life-judged = Conditions checked
web-life-eligible = Meets the conditions
web-life-ineligible = Does not meet the conditions
web-life-asked_sender = Sender asked for more
web-life-stepped_back = Officer stepped back: involved
web-life-barred = Kept from the officer who is named
web-life-held = Holder
web-life-urged = Authority urged
web-life-replied = Written reply came
web-life-escalated = Authority's superior turned to
web-life-handed_over = Sealed enclosure handed over
web-life-own_matter = Handled as our own matter
web-life-returned = Sent back
web-life-withdrawal_passed_on = Withdrawal passed on to the receiver
web-life-made_paper = Paper made
web-end-own_matter = Handle as the Front's own matter
web-end-returned = Send back to who sent it on
