## An officer's work with a letter: what was added, where it happened, conditions that hold

staff-pin = place on the map: https://www.google.com/maps?q={ $latitude },{ $longitude }
staff-added-count = The sender added something { $n } { $n ->
        [one] time
       *[other] times
    }; see: /traodoi { $code }
staff-check-has = Where the words, what was added or the paper already hold what is missing above, tap to mark it.
opt-has_name = Name is there
opt-has_address = Address is there
opt-has_contact = Contact is there
opt-has_concerned = Says clearly who
opt-has_violator = Wrongdoer is clear
opt-has_documents = Papers are there
web-pin-at = { $latitude }, { $longitude } – https://www.google.com/maps?q={ $latitude },{ $longitude }
split-seen = The program reads in the letter: { $matters }.
split-matter = { $kind } ({ $topic })
split-ask-topic = What is the part “{ $kind }” about?
split-proposed = The program proposes: { $topic }.
staff-stray = No question asked for this, so nothing was written down. To work with letters: /viec, or send a letter's code. To send a letter of your own: tap the button below, then write it again.
staff-ask-words-own_matter = What the resident reads of it being taken up (what, who settles it, when they hear):
staff-ask-words-returned = Why the letter is returned (the sender reads this; say where to send it):
told-own_matter = Letter { $code }: this is the Front's own matter; the Front takes it up and will answer you. { $words }
told-returned = Letter { $code }: the Front returns the letter with its papers, because: { $words } If there is something new, send /bosung.
web-at-hand = Other work at the office
web-do-nhapdon = Enter a letter
web-do-tiepdan = Note a reception
web-do-hoatdong = Note an activity
web-do-lichhen = Booked receptions
web-do-quahan = Overdue, slow answers
web-do-chuagui = News not delivered
web-do-bangiao = Hand letters over
web-life-assigned = Given to another officer
web-life-raised = Not satisfied, the unit above was told
