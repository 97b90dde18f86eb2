### What the machine says at every step: greeting, help, back, stop, language, trouble.
### Words after `.also` are compared without capitals and signs: an apostrophe is a space ("don t").

language-vi = Tiếng Việt
    .also = tiếng việt|vietnamese|tieng viet|in vietnamese
language-en = English
    .also = english|in english|english please|tiếng anh
language-zh = 中文
    .also = 中文|tiếng trung|tiếng hoa|chinese|in chinese
language-ko = 한국어
    .also = 한국어|tiếng hàn|korean|in korean
language-ja = 日本語
    .also = 日本語|tiếng nhật|japanese|in japanese
language-fr = Français
    .also = français|tiếng pháp|french|in french

hello =
    .also = hello|hi|hey|hello there|hi there|good morning|good afternoon|good evening|greetings|xin chào|chào|can you help me|is anyone there|anybody there|begin|bot
thanks =
    .also = thank you|thanks|thank you very much|thanks a lot|many thanks|thank you so much|ok thanks|ok thank you|great thanks|thx|tks|cheers|cảm ơn

command-start =
    .also = menu|main menu|start|restart|home
command-guidon =
    .also = send a letter|new letter|file a letter|send letter|write a letter|send a report|make a report|make a complaint|file a complaint|send a matter|report a problem|i want to send a letter|i want to report something|i want to report a problem|i want to complain|i want to make a complaint|i have a question
command-tracuu =
    .also = track|track my letter|track letter|check status|status|progress|where is my letter|look up
command-dontoi =
    .also = my letters|my matters|my reports|my cases
command-bosung =
    .also = add|add more|add information|add to my letter|add something
command-lienket =
    .also = link|link accounts|connect|connect accounts
command-rutdon =
    .also = withdraw|withdraw my letter|withdraw letter|take back my letter
command-rutdongy =
    .also = withdraw consent|withdraw my consent|take back consent|take back my consent
command-dulieu =
    .also = my data|data|my information|privacy|what do you know about me
command-xoa =
    .also = delete|erase|delete my data|delete my information|erase my data
command-ngonngu =
    .also = language|languages|change language|switch language
command-huy =
    .also = cancel|stop|quit|exit|never mind|nevermind|abort|end
command-lui =
    .also = back|go back|previous|step back|one step back
command-trogiup =
    .also = help|help me|info|human|a person|talk to a person|talk to a human|talk to an officer|speak to someone|call someone|real person

place-no-phone = the number posted at the office
place-no-address = the office of the Front
place-no-hours = office hours
unit-committee = Fatherland Front Committee of { $name }

step-of = Step { $n }/{ $m }

greeting =
    Hello. This is where { $unit } takes in letters and opinions.
    I am an automatic assistant (a machine). I help you write and send; people, our officers, read and handle it.

    If anyone is in danger now, please call:
    113 Police · 114 Fire and rescue · 115 Ambulance

    Just tell us in your own words, or choose below. Spelling mistakes are fine.
greeting-short = Hello. This is where { $unit } takes in letters and opinions. I am an automatic assistant (a machine).
introduction =
    Hello. I am the automatic assistant (a machine) of { $unit }; people, our officers, read and handle it.
bare-yes =
    .also = yes|ok|okay|yes please|right|that is right|correct|send|send it|confirm|i agree|agree|sure
question-to-us =
    .also = opening hours|office hours|what time|talk to a person|talk to an officer|speak to a person|speak to an officer|meet an officer|phone number of|address of
ask-us = I am a machine that takes in letters, so I cannot answer for the officers. To ask or to meet one, call { $phone } or come to { $address } ({ $hours }). If you have a matter to send, just tell it here.
tell-us = Just tell your matter here in your own words, or choose below.
thanks-reply = Thank you. Write whenever you need us; { $unit } is always glad to listen.

help =
    You can write these at any time:
    • /guidon – send a letter
    • /tracuu – see how far a letter has come
    • /dontoi – my letters
    • /bosung – add words or photos to a letter
    • /lui – back one question · /huy – stop
    • /dulieu, /xoa, /rutdon – my data, erase, withdraw
    • /ngonngu – Tiếng Việt, 中文, 한국어, 日本語, Français

    To speak with a person: { $phone }, { $hours }, at { $address }.
    Danger: 113 · 114 · 115
help-place = { $unit }: { $phone }, { $hours }, { $address }.

not-understood = Sorry, I am not sure what you mean here. Please choose one of the options, or type its number (1, 2, 3).
call-a-person = If this is hard, please call { $phone } ({ $hours }) or come to { $address }. An officer will help you there.
step-is-over = That question is done already. We are here now:
question-is-over = That question is done already.
latest-letter = Your latest letter: { $line }
nothing-to-go-back-to = This is already the first question.
nothing-to-cancel = Nothing is being sent at the moment.
errand-cancelled = I have stopped that. Nothing has changed.
nothing-changed = Nothing has changed.
command-unknown = I do not have that command. Write /trogiup to see the commands.
stopped = Stopped. What you just wrote is deleted and nothing was sent. When you need us, write "Hello".

edited-taken = I changed it as in your edited message.
edited-too-late = This message is part of a letter already sent, or of none, so editing it changes nothing. To add or correct something, write /bosung.
edited-not-an-answer = The message you edited is not an answer in this letter. You can look at everything in the last step and choose "Edit".
edited-not-understood = I could not use the edited message, so I keep your earlier answer.

error-generic = Sorry, something went wrong here with your last message. It is kept sealed, and what you did before is still there. Please try again in a few minutes, or call { $phone }.

ask-language = Which language would you like?
language-set = From now on I will write in English.
language-offer = I can go on in English too: just type “English”. Nothing that you told is lost.

ask-cancel = Shall I delete what you just wrote, or keep it for later? Nothing has been sent.
thrown-away = What you just wrote is deleted. Nothing was sent.
filed-remain = Letters you have already sent are still there. To ask for their data to be erased, write /xoa again.
kept-for-later = I will keep it for you for { $days } days. When you are ready, write /guidon to go on.
ask-resume =
    Welcome back. You were writing a letter and stopped at step { $n }/{ $m }. Nothing has been sent.
    { $has_about ->
        [yes] What you told us: “{ $about }”
       *[no] You have not told us the matter yet.
    }
    If you leave it, this draft is deleted after { $days } days.
nudge = You have a letter that is not finished. When you are ready, choose "Go on". If it is not sent by { $day }, this draft is deleted. I remind you only this once.
draft-expired = Your unfinished letter was not sent for a long time, so it was deleted today, as we told you before. When you need us, write /guidon.

opt-begin = Send a letter
opt-track = Track
opt-help = Help
opt-supplement = Add something
opt-withdraw = Withdraw letter
opt-withdraw-consent = Withdraw consent
opt-erase = Erase my data
opt-keep = Keep it
    .also = keep|leave it|no|no change
opt-skip = Skip
    .also = skip it|none|i have none|i don t have any|i dont have any|nothing|no|next|pass|don t know|dont know|i don t know|i dont know|not sure|unknown|bỏ qua
opt-throw_away = Delete draft
    .also = delete|delete it|delete everything|throw away|throw it away
opt-keep_for_later = Keep for later
    .also = keep|later|keep it|save
opt-go_on = Go on
    .also = continue|carry on|keep going|next|resume|do not stop|don t stop|dont stop
opt-begin_anew = Start again
    .also = start over|begin again|new|start anew
opt-leave = Never mind
    .also = nevermind|no|close|leave|leave it
