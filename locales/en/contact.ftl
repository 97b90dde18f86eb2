### Talking with residents about a filed letter: messages, answers, satisfied or not.

told-message-open =
    ✉️ { $unit } writes about letter { $code }:

    { $words }{ $has_officer ->
        [yes] {"\u000A"}({ $officer })
       *[no] {""}
    }

    Please just answer here; photos are welcome.
told-message =
    ✉️ { $unit } writes about letter { $code }:

    { $words }{ $has_officer ->
        [yes] {"\u000A"}({ $officer })
       *[no] {""}
    }
told-clock-extend = ⏱ Letter { $code }: the authority has extended its time by { $days } days.{ $has_reason ->
        [yes] {" "}Reason: { $reason }
       *[no] {""}
    } There is nothing you need to do.
told-clock-stop = ⏸ Letter { $code }: the authority has stopped its work on it for now.{ $has_reason ->
        [yes] {" "}Reason: { $reason }
       *[no] {""}
    } I will tell you when it goes on.
told-clock-resume = ▶️ Letter { $code }: the authority works on it again. There is nothing you need to do.
opt-reply = Answer
opt-new_matter = Something else
courtesy-words =
    .also = thanks|thank|you|ok|okay|very|much|so|dear|sir|madam|yes|fine|got|it|many|a|lot
talkback-put = 💬 I have put your words to letter { $code }. The officer will read them. If they were about something else, please choose below.
talkback-which = Which letter were your words about?
survey = Are you satisfied with how letter { $code } was dealt with? One choice is enough.
survey-again = Once more only: are you satisfied with how letter { $code } was dealt with? You need not answer.
opt-hailong = 😊 Satisfied
    .also = satisfied
opt-tamduoc = 😐 So-so
    .also = so so|so-so
opt-chuahailong = 🙁 Not satisfied
    .also = not satisfied|unsatisfied
survey-nothing = There is no question for you to answer right now.
survey-said-already = You have answered this question already. Thank you.
survey-thanks-satisfied = Thank you. Letter { $code } is closed; write whenever you need us.
survey-thanks-partly = Thank you for telling us. If there is more to say about { $code }, please write.
survey-why = We are sorry that you are not satisfied about { $code }. Please tell us why, so that we can look again:
survey-why-hint = Please write it, or choose “No reason”.
opt-no_reason = No reason
    .also = no|skip|none
survey-reopened = We open letter { $code } again, look at it anew and will tell you. The code stays the same.
survey-above = What you said about { $code } has gone to { $unit }, who will look at how it was dealt with. You will be told.
survey-reopened-staff = 🙁 { $code }: the resident is not satisfied, the letter is open again.
survey-above-staff = 🙁 { $code }: the resident is not satisfied with how the unit below dealt with it. Please look again.
command-henlich =
    .also = book|book a visit|appointment
command-danhgia =
    .also = rate
booking-none = You hold no such place.
booking-cancelled = Your place on { $day } is given up; what you told for it is erased.
booking-held = Your places:
booking-line = 📅 { $day } · number { $n } · { $unit }
opt-booking-cancel = Give it up
opt-booking-more = Another day
booking-no-days = { $unit } takes no bookings here yet. Please call { $phone } or come to { $address } ({ $hours }).
booking-ask-unit = Which committee would you like to see?
booking-ask-day = Choose a reception day:
booking-full = The coming days are full. You may still come on a reception day.
booking-ask-name = Your name, so that you can be called (may be skipped):
booking-ask-contact = A telephone number in case the day changes (may be skipped):
booking-ask-about = What is it about? One short sentence (may be skipped):
booking-once = You already hold a place on { $day }.
booking-done = ✅ Booked for { $day }, number { $n }, at { $unit }: { $address } ({ $hours }). Please bring your identity paper. To give it up: /henlich.
