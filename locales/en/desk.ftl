### Officers' daily work in a private chat: list, talk, search, handing over, clocks.

work-page = { $head } (page { $page }/{ $pages })
work-tre = 🔴 Overdue: { $n } letters
work-homnay = 🟠 Due today: { $n } letters
work-sapden = 🟡 Due soon: { $n } letters
work-chodan = 💬 Waiting for the resident: { $n } letters
work-chuanhan = 👤 Taken by nobody: { $n } letters
work-cuatoi = My letters: { $n }
work-awaits = { $line } · 💬 resident's turn
opt-next-page = Next page
opt-work-tre = 🔴 Overdue ({ $n })
opt-work-homnay = 🟠 Today ({ $n })
opt-work-sapden = 🟡 Soon ({ $n })
opt-work-chodan = 💬 Waiting ({ $n })
opt-work-chuanhan = 👤 Nobody's ({ $n })
opt-work-cuatoi = Mine ({ $n })
opt-work-all = All ({ $n })

opt-message = ✉️ Write
opt-note = 📝 Note
opt-assign = Assign
opt-clocks = ⏱ Dates
opt-keep_note = Keep the note
opt-none = None
    .also = no|none|skip
opt-is_so = Yes
    .also = yes
opt-is_not_so = No
    .also = no
talk-ask-message = ✉️ MESSAGE TO THE RESIDENT – letter { $code }. The sender WILL READ this. Write it, or choose a ready sentence:
talk-ask-safe = ✉️ MESSAGE TO THE RESIDENT – letter { $code }. Confidential: only ready sentences that give nothing away. Choose:
talk-ask-note = 📝 NOTE AMONG OFFICERS – letter { $code }. The resident does NOT see it. Write the note:
talk-will-be-read = ✉️ MESSAGE TO THE RESIDENT
talk-note-preview =
    📝 NOTE AMONG OFFICERS – letter { $code } (not seen by the resident):

    { $text }
talk-note-kept = 📝 The note is kept with { $code }. The resident does not see it.
talk-sent = ✉️ Sent to the sender of { $code }.
talk-called = ☎️ Noted: the sender of { $code } was called.
talk-nothing-to-call = { $code }: everything reached the resident, nobody needs to be called.
talk-on-the-page = The talk about { $code } is shown on the page only: write /console.
talk-of = What was said about { $code }:
talk-none = (nothing yet)
talk-files = (photos, papers)
talk-messaged = ✉️ { $at } { $by } wrote: { $words }
talk-added = 💬 { $at } resident: { $words }
talk-noted = 📝 { $at } note of { $by }: { $words }
talk-call-made = ☎️ { $at } { $by } called.
opt-safe-call = Please call us
opt-safe-come = Please come in
opt-safe-paper = Please sign
opt-safe-more = Please send more
safe-call = Please call { $phone } in office hours and read out the code; the officer has a question.
safe-come = Please come to { $address } in office hours with your identity paper; the officer would like to talk in person.
safe-paper = Please print and sign the letter and bring it, post it, or send a photo of it here.
safe-more = Please send any further papers or photos, if you have them.
staff-replied = 💬 { $code }: the resident has answered.
staff-number-hint = Please write a number, e.g. 0, 1, 12. To stop: /huy.

search-how = Look for what? Write /tim and a code, a phone number, a full name, or some words of the letter. Each search is on record.
search-nothing = Nothing found among the letters that you may open.
search-not-whole = (Only the newest 1,000 letters were looked through.)
search-found = { $n } letters found (on record):
search-line = { $code } · { $kind } · { $status } · received { $day }

handover-to-whom = Who shall have { $code }?
handover-nobody = No colleague may take { $code }.
handover-given = { $code } now belongs to { $officer }.
handover-yours = { $n } letters are yours now: { $codes }
handover-from-whom = Whose letters?
handover-nothing = { $officer } has no open letter.
handover-no-colleague = There is no other officer to hand over to.
handover-all-to-whom = { $officer } has { $n } letters. To whom?
handover-sure = Hand { $n } letters of { $source } to { $target }?{ $left ->
        [0] {""}
       *[other] {" "}{ $left } that { $target } may not take stay where they are.
    }
handover-done = { $n } letters of { $source } now belong to { $target }.{ $left ->
        [0] {""}
       *[other] {" "}{ $left } could not be handed over.
    }
opt-handover = Hand over

clocks-of = ⏱ Time limits of { $code }:
clocks-none = (none is running)
clock-of-front = The Front
clock-of-authority = The authority
clock-running = 🟢 { $whose }: { $duty } – until { $day }, { $days } working days left ({ $article })
clock-late = 🔴 { $whose }: { $duty } – { $days } working days late, due { $day } ({ $article })
clock-stopped = ⏸ { $whose }: { $duty } – stands still since { $day } ({ $article })
clock-met = ✅ { $whose }: { $duty } – due { $day } ({ $article })
clocks-cannot-accepted = Only a denunciation or complaint that was forwarded can be taken up. { $code } is not there yet.
clocks-cannot-decided = Only a denunciation or complaint that was forwarded can be decided. { $code } is not there yet.
clocks-cannot-extend = The law lets no running limit of { $code } be extended (or it was already, as often as it may).
clocks-cannot-stop = The law lets no running limit of { $code } be stopped.
clocks-cannot-resume = No limit of { $code } stands still.
clocks-ask-which = Which limit?
clocks-ask-on-accepted = On which day did the authority take it up? (e.g. 03/11/2026)
clocks-ask-on-decided = On which day was it decided? (e.g. 03/11/2026)
clocks-ask-on-extend = The day of the paper that extends it? (e.g. 03/11/2026)
clocks-ask-on-stop = Stopped from which day? (e.g. 03/11/2026)
clocks-ask-on-resume = Goes on from which day? (e.g. 03/11/2026)
clocks-ask-instance = First or second settlement?
clocks-ask-complex = Is it a complex matter?
clocks-ask-remote = Is it in a remote area?
clocks-ask-days = By how many days? ({ $most } at most)
clocks-ask-number = Number of the paper?
clocks-ask-reason = Why (the sender is told; of a denunciation only that the date changes):
clocks-sure-accepted = Note: the authority took it up on { $on }. The time for settlement runs from that day.
clocks-sure-decided = Note: decided on { $on }.
clocks-sure-extend = Extend “{ $duty }” by { $days } days, by { $article }. The sender will be told.
clocks-sure-stop = Stop “{ $duty }” from { $on }, by { $article }. The sender will be told.
clocks-sure-resume = Let “{ $duty }” go on from { $on }. The sender will be told.
clocks-done = ⏱ Noted for { $code }. See /han { $code }
opt-clock-accepted = Taken up
opt-clock-decided = Decided
opt-clock-extend = Extend
opt-clock-stop = Stop
opt-clock-resume = Go on
opt-confirm_clock = Note it
opt-first = First
opt-second = Second
group-command-taken-away = The command that you typed in the group works here only, in private. Please type it here; in the group I took it away where I may.

journal-not-you = The registers are written by officers of the unit.
journal-ask-unit = For which unit?
journal-ask-on = Which day? (e.g. 03/11/2026)
journal-ask-mode = Received how?
reception-regular = Regular
reception-head = By the head
reception-delegated = Delegated
journal-ask-visits = How many visits? (a number)
journal-ask-people = How many people? (a number)
journal-ask-delegations = How many crowds? (0 for none)
journal-ask-matters = How many matters? (a number)
journal-ask-repeated = Were they received about this before?
journal-ask-what = Which activity?
journal-supervision_independent = Own supervision
journal-supervision_joint = Joint supervision
journal-community_works = Community works
journal-social_criticism = Criticism meeting
journal-opinion_meeting = Opinion meeting
journal-dialogue = Dialogue
journal-voter_meeting = Voter meeting
journal-explanation_session = Explanation session
journal-voter_petition = Voters' petition
journal-ask-field = Which field?
journal-field-trat_tu_xay_dung = Building order
journal-field-dan_chu_co_so = Local democracy
journal-field-dat_dai = Land
journal-field-khac = Another field
journal-ask-level = Within whose authority?
journal-level-quan = District (old years)
journal-level-thanh_pho = City
journal-level-trung_uong = Central
journal-ask-number = How many? (a number)
journal-ask-works = How many works were supervised? (a number)
journal-ask-violations = How many were found wrong? (0 for none)
journal-ask-remedied = How many were put right? (0 for none)
journal-wrong = These numbers do not fit: no more wrong than supervised, no more put right than wrong. Please write them again.
journal-sure-reception =
    Reception register – { $unit }, { $day }:
    { $mode } · { $visits } visits · { $people } people · { $delegations } crowds · { $matters } matters{ $repeated ->
        [is_so] {" "}· again
       *[other] {""}
    }
journal-sure = Register of activities – { $unit }, { $day }: { $what }
journal-count-number = Number: { $n }
journal-count-works = Works: { $n }
journal-count-violations = Wrong: { $n }
journal-count-remedied = Put right: { $n }
opt-write_down = Write down
journal-written = ✅ Written down. The figures are in /thongke and the report at once.
booking-day = 📅 { $unit }, { $day }: { $n } people
booking-visitor = { $n }. { $name } · { $contact } · { $about }
booking-no-days-staff = The unit has told no reception days (reception_days in the config).

entry-ask-channel = How did the letter come?
opt-came-in_person = Handed in
opt-came-post = By post
opt-came-paper = Other paper
opt-came-phone = By telephone
opt-came-forwarded = Passed on to us
entry-ask-on = On which day was it received? (e.g. 03/11/2026)
entry-ask-content = Write what the letter says. Photos or a scan may come at any step ({ $n } files so far).
entry-ask-kind = Which kind is it? (by content, not by title)
entry-ask-topic = Topic?
entry-ask-name = Name of the sender? (“None” for a letter without a name)
entry-ask-contact = Telephone or address of the sender?
entry-ask-place = Where did it happen?
entry-sure =
    Register this letter:
    { $channel } · received { $day } · { $kind } · { $topic } · { $files } files
    { $named ->
        [yes] With its sender's name (sealed).
       *[no] Without a sender's name.
    }
    First date: { $due }
entry-done = ✅ Registered as { $code }. First date: { $due }. Please write the code on the paper.
