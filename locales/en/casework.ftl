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
rule-open-already = The letter is open (“{ $status }”): there is no outcome yet to look at again.
rule-not-forwarded = The letter is at “{ $status }” and has been sent to no authority; this comes after forwarding it (/chuyen).
rule-withdrawn-is-final = The letter was withdrawn and is not looked at again (Law on Complaints Art 10, Decree 155/2026). A new matter needs a new letter.
rule-split-is-final = The letter was split: please work with its parts.
rule-role = Your role does not do this.
rule-guide-once = Each content is guided once (Law on Reception Art 28; Law on Denunciations Art 24(3)) unless there are new facts.
rule-forward-once = A denunciation is forwarded once per content (Law on Denunciations Art 24) unless there are new facts or it was sent back.
rule-anonymous-exception = An anonymous report is passed on only when it names who did it, with concrete evidence that can be checked (Law on Denunciations Art 25(2)). Please check the conditions first (/dieukien).
rule-came-on-paper = Only a letter on paper that others sent us is sent back; one that came by chat is guided.
rule-not-forced = The sender says that they are being forced: no withdrawal is noted (Law on Denunciations Art 33(3)). Answer that request first (/yeucau).
rule-reply-due = None of the receiver's dates is over (the nearest: { $due }), so it is not urged yet.
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
staff-withdrawal-caution = With signs of a violation, of force, bribery or slander it must be forwarded nevertheless (Law on Denunciations Art 33(3)). Then choose "Leave".
staff-withdrawal-noted = The withdrawal of { $code } is noted.

told-new-kind = Letter { $code }: an officer has read it as: { $kind }. By { $due } at the latest the Front tells you what was decided.
told-new-kind-secret = Letter { $code }: an officer has read it and it is handled in another way now. New date: { $due }. To ask more, call { $phone } or come in person.
told-needs-signature = To make it a letter in law, please bring it signed (or with a fingerprint) to { $address } ({ $hours }).
told-transferred = Letter { $code }: { $unit } has it now. Code and date ({ $due }) stay; you need not do anything.
told-duplicate = Letter { $code } says the same as one received earlier, so both are looked at together. You need not do anything; if there is something new, choose "Add".
told-split = Letter { $code } tells of several matters, so it was divided to get each to the right place: { $codes }. The day of receipt stays. You need not do anything.
told-withdrawn = Letter { $code }: your withdrawal is noted and the letter is closed.

web-life-reclassified = Kind or topic corrected
web-life-transferred = Given to another unit
web-life-split = Split
web-life-split_off = Taken out of another letter
web-life-duplicate = Noted as a repeat
web-life-joined = Joined to a matter
web-life-linked = The sender joined another account
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

opt-check_yes = Yes
opt-check_no = No
opt-eligible = Note: eligible
opt-ineligible = Note: not eligible
opt-ask_sender = Send the question
opt-settled_yes = It is settled
opt-settled_no = Not yet
staff-source = ({ $source })
staff-check = Conditions of letter { $code }:
check-item-name = name of the sender
check-item-address = address of the sender
check-item-contact = a way to reach who denounces
check-item-signature = signature or fingerprint
check-item-concerned = the person, body or decision concerned
check-item-content = a clear content
check-item-demand = a clear demand
check-item-documents = papers that belong to it (good to have)
check-item-violator = names who did it
check-item-evidence = concrete evidence
check-item-verifiable = can be checked
check-item-not_elsewhere = not sent to the competent body, not guided before on the same content
check-ask-name = Is there a name of the sender?
check-ask-address = Is there an address of the sender?
check-ask-contact = Is there a way to reach them?
check-ask-signature = Is there a signature?
check-ask-concerned = Does it name a person, body or decision?
check-ask-content = Is it clear what happened?
check-ask-demand = Does the letter say what it wants?
check-ask-documents = Are there papers that belong to it?
check-ask-violator = Does it name who did it?
check-ask-evidence = Is there concrete evidence of the act?
check-ask-verifiable = Is there something that can be checked?
check-ask-not_elsewhere = Was it sent to the competent body too, or guided once before on the same content?
staff-eligible = → It meets the conditions.
staff-ineligible = → It does not meet the conditions yet.
missing-name = your full name
missing-address = where you live
missing-contact = how you can be reached
missing-signature = a letter with your signature (or fingerprint), brought in person
missing-concerned = the decision or body that you want looked at again (number and date if you have them)
missing-content = what happened, where and when
missing-demand = what you would like to be done
missing-documents = a photo of the decision or papers (if you have any)
missing-violator = who did it
missing-evidence = a photo, paper or fact that shows it
told-missing =
    Letter { $code }: to look at it, the officer still needs:
    { $items }
    Choose "Add" and send it here, or bring it to { $address } ({ $hours }).
told-missing-secret = Letter { $code }: the officer needs a few more things from you. To keep it closed, no details are sent here: please call { $phone } or come to { $address } ({ $hours }). If it suits you, choose "Add" and tell what else you know.
told-question = Letter { $code }: the officer asks: { $words } Choose "Add" to answer for this very letter.
staff-ask-question = What shall the sender of { $code } be asked? (the resident will read it)
staff-ask-question-secret = 🔒 Write down what is to be asked about { $code } (kept sealed). The sender is only invited to call, to come, or to choose "Add".
staff-asked = The sender of { $code } was asked; the answer goes to this very letter.

staff-nothing-overdue = No letter is overdue and no authority is late with an answer.
staff-overdue = Past the Front's own date: { $own }. Authorities late with an answer: { $owed }.
staff-overdue-line = 🔴 { $code } · due { $due } · { $days } days late · { $officer }
staff-slow = { $authority }: { $n } late
staff-slow-secret = Bodies that settle denunciations (not named)
staff-slow-line = { $code } · forwarded { $sent } · due { $due } · { $days } days late · urged { $n } times
staff-ask-number-urge = Number of the paper that urges ({ $code })?
staff-ask-number-reply = Number of the written reply ({ $code })?
staff-ask-number-escalate = Number of the paper to the superior ({ $code })?
staff-ask-authority-escalate = Which superior is turned to (letter { $code })?
staff-ask-on-urge = Date of the paper that urges? (for example 03/11/2026)
staff-ask-on-reply = Date of the written reply? (for example 03/11/2026)
staff-ask-on-escalate = Date of the paper to the superior? (for example 03/11/2026)
staff-ask-settled = By this paper, is the matter settled?
staff-scan-on-page = A denunciation: attach the written reply on the office page only (/console), never here.
staff-ask-scan = Send a photo of the written reply here ({ $n } so far), or skip.
staff-scans = With { $n } files.
staff-before-sending = That day is before the letter was forwarded. Please look again.
staff-watch-urge = Urging { $code }, time { $n }: paper { $number } of { $on }.
staff-watch-reply = Written reply about { $code }: number { $number } of { $on }.
staff-watch-escalate = Turning to { $authority } about { $code }: paper { $number } of { $on }.
staff-watched-urge = Urging of { $code } is noted.
staff-watched-reply = The reply about { $code } is noted. Tell the sender: /traloi { $code }
staff-watched-escalate = Turning to the superior about { $code } is noted.

staff-ask-involved = Are you involved (family, work, interest) with the person or unit in { $code }? If so, somebody else gets the letter and you see it no more. No reason is asked.
staff-involved = Thank you for saying so. Somebody else gets letter { $code }.

opt-conflict_yes = Yes
    .also = they do|right
opt-conflict_no = No
    .also = they do not|not at all
opt-conflict_unknown = Skip
ask-conflict = Does the person you speak of work at { $unit } itself? If so, the committee above keeps the letter and this one does not learn of it.
    If you do not know, choose "Skip".
ask-conflict-hint = Please choose "Yes", "No" or "Skip".
conflict-heard = Thank you for telling. The letter will not go to that office.
receipt-held = Since the letter is about somebody who works at { $below }, { $unit } keeps it; { $below } is not told.
receipt-held-contact = Since the letter is about somebody who works at { $below }, no officer there is told and the letter is sealed. Please contact: { $contact }. Bring this code.
receipt-held-above = Since the letter is about somebody who works at { $below }, no officer there is told and the letter is sealed. Please bring a signed letter to { $unit }, { $address }.
receipt-held-nobody = Since the letter is about somebody who works at { $below }, no officer there is told and the letter is sealed. Please bring a signed letter to the committee of the Front directly above.
place-above = the committee of the Front directly above
place-above-address = the office of { $unit }
place-above-hours = office hours
web-life-repeated = Another letter repeats this one

slip-committee = Ủy ban Mặt trận Tổ quốc Việt Nam
slip-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
slip-motto = Độc lập - Tự do - Hạnh phúc
slip-number = No. { $number }
slip-day = { $place }, { $day }/{ $month }/{ $year }
slip-to = To: { $authority }
slip-title = FORWARDING SLIP
slip-title-secret = FORWARDING SLIP OF A DENUNCIATION
slip-body =
    On { $received } the committee of the Fatherland Front received letter { $code }, kind: { $kind }, topic: { $topic }, from: { $name }; address: { $address }.
    Having read it, the committee forwards it to { $authority } to be looked at as is its duty.
    Please answer the committee in writing by { $due }.
slip-body-secret =
    On { $received } the committee of the Fatherland Front received denunciation { $code }.
    By Art 24(2) of the Law on Denunciations 2018 the committee forwards its content (copy enclosed) to { $authority }.
    Name, address, handwriting and all else about the denouncer are kept secret by Art 8 and 56 and do not stand here.
    Please inform the committee in writing, by Art 26(2), before the end of { $due }.
slip-copy-title = COPY OF THE CONTENT OF LETTER { $code }
slip-copy-note = The copy has the content only; what tells of the sender was taken out by Art 56(2) of the Law on Denunciations.
slip-secret-mark = SECRET – TO BE OPENED BY THE HEAD ONLY
slip-enclosure-title = WHO DENOUNCED (belongs to letter { $code })
slip-enclosure-note = Sealed apart. Whoever gets it keeps it secret by Art 8, 9 and 56 of the Law on Denunciations and signs for it.
slip-person-name = Name
slip-person-address = Address
slip-person-contact = Contact
slip-person-relation = Relation
slip-no-name = no name given
slip-signature = FOR THE STANDING COMMITTEE
web-slips = Papers of forwarding
web-slips-slip = Forwarding slip
web-slips-slip-why = Number, date and receiver come from the outcome "Forward".
web-slips-slip-why-secret = The slip has no name, address or handwriting of the denouncer (Law on Denunciations Art 8, 56).
web-slips-copy = Copy of the content
web-slips-copy-why = A copy of the letter's words.
web-slips-copy-why-secret = The program covered what it knows of the denouncer. Please read all of it and cover what still tells who they are.
web-slips-content = What will be printed
web-slips-read = I have read all of it; nothing tells who sent it.
web-slips-read-first = Please read the copy and tick the box.
web-slips-enclosure = Sealed enclosure (who denounced)
web-slips-enclosure-why = For the head of the receiving body only, sealed apart, signed for (Law on Denunciations Art 24(2), 56(2)).
web-slips-handover = Handed over
web-slips-receiver = Receiver (office, body)
web-slips-on = Day of handing over
web-slips-hand = Note it
web-slips-handover-wrong = Please give the receiver and a day that is not to come.
web-slips-make = Download Word file
