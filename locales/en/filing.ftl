### Sending a letter: from consent to the receipt.

## Step 1: consent

consent =
    You are writing to { $unit }. We take in, forward and follow up letters; it is the competent authority that decides the matter.
    { $via }
    In our system your words are encrypted and only the officers in charge can open them; every opening is recorded.

    Do you agree that we keep and handle what you send?
consent-via-telegram = Messages travel through Telegram. The company that runs the app knows your account and may keep the content; we cannot control that. For a very private matter, please come in person to { $address }.
consent-via-zalo-oa = Messages travel through Zalo. The company that runs the app knows your account and may keep the content; we cannot control that. For a very private matter, please come in person to { $address }.
consent-via-zalo-bot = Messages travel through Zalo. The company that runs the app knows your account and may keep the content; we cannot control that. For a very private matter, please come in person to { $address }.
consent-via-web = We run this page ourselves. The device you use keeps this conversation: on a shared device, delete it when you are done. For a very private matter, please come in person to { $address }.
consent-via-terminal = This is a command-line window for trying things out. For a real matter, please come to { $address }.
consent-more =
    More information:
    • Who keeps the data: { $unit }, phone { $phone }.
    • What we keep: your story, photos and papers, where and when it happened, name, address, how to reach you (if you give them), your chat account.
    • What for: to take in, sort, forward, follow up and answer letters, and to count them without names.
    • Who may see it: the officers in charge; the competent authority when a letter is forwarded. For a denunciation, the law requires the name, address and handwriting of its writer to be kept secret.
    • Your rights: see your data /dulieu, erase /xoa, withdraw the letter /rutdon, withdraw consent /rutdongy. Once a letter is in the register or forwarded, what the law says must be kept will stay.
    • Please tell only what you know to be so. Knowingly denouncing falsely is against the law; where you are not sure, just say "not sure".
    Silence does not count as consent. It is fine not to agree: you can come in person.
consent-hint = Please choose "I agree" or "I do not agree".
consent-refused = We respect your choice. What you just wrote is deleted from our system. You can come to { $address } or call { $phone } ({ $hours }). If you change your mind, write "Hello".
consent-again = Do you agree that we keep and handle what you send?
kept-until-consent = What you just sent is kept sealed and nobody has looked at it; you need not send it again. If you do not agree, or do not answer within { $hours } hours, it will be deleted.

kept-too = I keep this too, sealed like the rest.

opt-agree = I agree
    .also = agree|agreed|yes|yes i agree|yes i do|i do|ok|okay|sure|y|yep|fine|accept|i accept|đồng ý
opt-disagree = I do not agree
    .also = disagree|i disagree|no|no thanks|n|nope|refuse|i don t agree|i dont agree|do not agree|không đồng ý
opt-more = Read more
    .also = more|more information|tell me more|details

## Step 2: what happened

content =
    Please tell us: what happened, and what would you like to be done? A few sentences are enough; photos and voice messages are fine too.
    For example: "The drain in front of house 12, lane 5 has been blocked for a month, it floods when it rains. Please send someone to clear it."
    Please do not write ID card or bank account numbers.
content-again =
    Please write the story again (the new words replace the old ones).
    What you have now: “{ $text }”
content-short = Thank you. So that the officer understands you well, please tell a little more: what happened, and what would you like? If that is all, choose "That is all".
content-with-files = I have kept the file you sent. Please add a few words: what happened? If you cannot write, choose "That is all" and the officer will look at the file.
content-hint = Please tell us in writing, by voice or with a photo. A few words are enough.
opt-enough = That is all
    .also = that s all|thats all|all|enough|done|finished|no more|nothing more
added-to-story = I have added this to your story.
added-to-letter = I have added this to your letter: “{ $text }”
story-is-full = This is as long as I can keep at one time (about 40 pages), so what you just wrote has not been added. Please send this part first; add the rest once you have the code, or send it as a file.
pin-kept = I have noted the location you sent.
pin-dropped = To protect you, I keep no map location with a denunciation. The location you sent has been dropped.
contact-kept = I have noted the phone number you sent.
part-pin = Place on the map: { $at }
part-contact = Phone number in the contact card sent: { $phone }
no-id-number = Please do not send an ID card number here; I do not put it into the letter. When it is needed, an officer will look at the paper in person.
files-came = { $n ->
        [one] { $n } file received.
       *[other] { $n } files received.
    }

emergency-care = It sounds as if you, or somebody you write of, are in great distress and their life may be in danger. Please do not stay alone now, and do not leave them alone: call family or a neighbour over at once, put medicines and sharp things away, call 115. For a child call 111. You need not bear this alone.
emergency =
    IF THERE IS DANGER NOW, PLEASE CALL:
    113 Police (fights, threats, robbery)
    114 Fire, rescue
    115 Ambulance
    111 Child protection

    NOBODY is on duty here to rescue you, and I cannot call for you. Please move away from the danger and ask someone near you for help. After calling, write on so that we can record the matter.

## Step 3: the kind of matter

kind-plain-to_cao = report someone who is breaking the law (a denunciation)
kind-plain-khieu_nai = have a State office look again at its decision or act that concerns you (a complaint)
kind-plain-kien_nghi_phan_anh = report a problem or suggest how to make things better (a petition)
kind-plain-khac = send another matter
kind-to_cao = Denunciation
kind-khieu_nai = Complaint
kind-kien_nghi_phan_anh = Petition
kind-khac = Other
kind-label-kien_nghi_phan_anh = Report or suggest
    .also = report|suggest|suggestion|petition|report a problem|proposal|feedback
kind-label-khieu_nai = Complaint
    .also = complain|look again|review a decision|a complaint
kind-label-to_cao = Denunciation
    .also = denounce|report someone|someone breaks the law|a denunciation|report a crime

kind-proposal = I understand that you want to { $kind }. Is that right?
kind-question = I understand that you want to { $first }. But I am not sure: or would you like to { $second }?
kind-why = I think so because you wrote: { $words }.
kind-warning-to-cao =
    If you fear that someone may take revenge, please send no more details here: come to { $address } ({ $hours }) or send a letter, then write /huy to delete. A chat message is a first notice; it cannot replace a signed letter.
kind-nothing = I see nothing yet in your words to pass on to an office. For questions about procedures or opening hours, the one-stop counter is quicker by phone. If you still want a Front officer to read it, choose "Send it anyway".
kind-danger = If you want the Front officers to record and follow this, choose "Send it anyway". A few more words help: who, what, where. If you are in danger now, call 113, 114 or 115 first.
kind-unheard = I am a machine: I cannot listen to or look at files to see what kind of matter this is. The file is kept for the officer. Please choose:
kind-hint = Please choose one of the options below. A wrong choice costs you no right; an officer will look at it again.
kind-list =
    Which of these is closest to your matter?
    1. Tell us or suggest: broken road, rubbish, noise, please repair a drain… (petition)
    2. Have a decision or act of a State office that harms you looked at again: a wrong fine, too little compensation… (complaint)
    3. Someone is breaking the law: asking for money, forging a signature, dumping waste in secret… (denunciation)
    4. I am not sure, let an officer see.
kind-info-to-cao = I have noted this as a denunciation. Under the Law on Denunciations, the name and address of the person who denounces are kept secret. Please tell only what you know to be so; where you are not sure, just say "not sure".
kind-info-khieu-nai = I have noted this as a complaint. The time limit is usually 90 days from the day you received or learned of the decision; sending it here does NOT replace filing with the office that made the decision. Please do not miss the date.
kind-info-kien-nghi-phan-anh = I have noted this as a report or proposal (a petition).
opt-right = That is right
    .also = right|yes|yes it is|correct|that s right|thats right|exactly|ok|okay|y|yep|yeah|true
opt-other_kind = Another kind
    .also = another|other|no|wrong|not right|that is wrong|not that|choose another
opt-unsure = I am not sure
    .also = not sure|unsure|don t know|dont know|i don t know|i dont know|let the officer decide
opt-insist = Send it anyway
    .also = send anyway|send it|send|anyway
opt-stop = Stop
    .also = never mind|nevermind|quit

## Step 4: where, when, who

ask-ward =
    In which ward or commune did it happen? Please write its name; a name from before the mergers is fine too.
    For example: "phường Nghĩa Đô" or "the old Dịch Vọng".
ask-ward-which = Please choose the ward or commune where it happened:
ask-ward-hint = Please write the name of the ward or commune. If you do not know, choose "Skip".
ward-not-found = I cannot find that ward or commune in the area we serve. Please look at the name again; if you do not know, choose "Skip" and an officer will sort it.
ward-elsewhere = The place you wrote is now { $ward }, which is not in our area; the Front committee there can act faster. If you still want to send it here, choose "Skip" and an officer will guide you.
ward-left-to-officer = I keep the name just as you wrote it; an officer will pass it to the right ward or commune, or guide you if the place is in another area.
ask-place =
    Where exactly? The residential group, lane, house number, or a place that is easy to find.
    For example: "in front of house 12, lane 5, group 7". You can also send a map location.
ask-place-to-cao =
    Where did it happen? Write only the place of the act; you need not write where you live.
    For example: "the ward People's Committee office", "group 7".
ask-place-hint = Please write the place in words, or choose "Skip".
ask-place-to-cao-hint = Please write the place in words, or choose "Skip".
ask-when =
    When did it happen? Roughly is fine.
    For example: "last Saturday evening", "since March".
ask-when-hint = A rough day or month is fine, or choose "Skip".
ask-concerned =
    Who is the person or office you want to report? Name or post, and place of work. Write as much as you know.
    You need not say how you know, if that could give you away.
ask-concerned-hint = Please write a name, a post or a place of work. If you do not know, choose "Skip".
ask-decision =
    Which decision or act should be looked at again? Of which office, its number and date (if any), and the day you received it.
    For example: "Fine no. 77 of 5 October by the ward, I received it on 8 October". You can also send a photo of the paper later.
ask-decision-hint = Please write the office, number and date of the decision, as far as you remember. If there is none, choose "Skip".
opt-ongoing = It is going on now
    .also = now|going on|still going on|right now|ongoing|happening now
opt-today = Today
    .also = just today|just now|this morning|this afternoon
opt-forgotten = I do not remember
    .also = i don t remember|i dont remember|don t remember|dont remember|forgot|i forgot

## Step 5: photos and papers

ask-files =
    Do you have photos, videos, recordings or papers? If so, send them here (at most { $files } files, each under { $mb } MB). You can also send the letter without any.
    Photos and files may hold the place where they were taken, the name of the device, or who wrote them. We remove that from the pictures that officers see; the original is sealed as evidence.
ask-files-more = { $n ->
        [one] { $n } file received.
       *[other] { $n } files received.
    } Send more, or choose "Done".
ask-files-hint = Please send photos or files, or choose "Done" to go on.
opt-files_done = Done
    .also = all sent|finished|that is all|that s all|thats all|no more|i m done|im done|send|continue|go on
opt-last_file_away = Remove last file
    .also = remove|remove the last|remove the last file|delete last file
file-away = The last file has been removed.
file-refused = Sorry, not every file could be taken: { $why } Please try a photo, a short video or a PDF, or bring it to { $address }. Everything before is kept.
file-refused-after = Sorry, one file that you sent with your letter could not be taken: { $why } The letter itself was sent. Write /bosung to send another file, or bring it to { $address }.
file-refused-too-large = the file is larger than { $mb } MB, or unfolds to far more.
file-refused-wrong-type = this is not a photo, video, recording or paper that we can read.
file-refused-broken = the file is broken or empty.
file-refused-unavailable = the machine could not fetch this file.
file-refused-infected = the virus scanner found something bad in the file.
file-refused-too-many = only { $files } files at most can be taken.
review-full-day = You have sent { $n } letters within 24 hours, so this one cannot go yet. Nothing is lost: the letter and its files stay here. From { $at } on, tap "Send" and it goes. If it is pressing, call { $phone } ({ $hours }).

## Step 6: who sends it, review

sender-via-telegram = Telegram still knows the account you use, so we do not call "no name" fully anonymous.
sender-via-zalo-oa = Zalo still knows the account you use, so we do not call "no name" fully anonymous.
sender-via-zalo-bot = Zalo still knows the account you use, so we do not call "no name" fully anonymous.
sender-via-web = Your internet provider still knows the device you use, so we do not call "no name" fully anonymous.
sender-via-terminal = This is a window for trying things out.
ask-sender-to-cao = For whom are you sending this? The law requires the name and address of a person who denounces to be kept secret. { $via }
ask-sender-khieu-nai = For whom are you sending this? A complaint asks for your own right, so the law needs a name and address. { $via }
ask-sender-kien-nghi-phan-anh = For whom are you sending this? With a name, the officer can ask you and answer you. { $via }
ask-sender-khac = For whom are you sending this? With a name, the officer can ask you and answer you. { $via }
ask-sender-hint = Please choose one of the options, or write your full name.
opt-self = For myself
    .also = me|myself|for me|self|mine
opt-other = For someone else
    .also = someone else|for another person|another person|for a friend|for my mother|for my father|on behalf of someone
opt-group = For a group
    .also = group|a group|many people|several people|all of us|neighbours|neighbors
opt-anonymous = No name
    .also = anonymous|without a name|without name|stay anonymous|no names|nameless|không để tên
anonymous-to-cao =
    Without a name, under the Law on Denunciations (Article 25) this is not handled by the procedure for denunciations, and there is no official notice of a result. But if it says clearly who and what, with concrete evidence, the office that receives it must still look at it or pass it on.
    The officer who handles it will not see your name. But your chat account still exists, so we do not call this fully anonymous.
anonymous-khieu-nai =
    Without a name this cannot yet be a complaint under the law; an officer will still read it and guide you here.
    The officer who handles it will not see your name. But your chat account still exists, so we do not call this fully anonymous.
anonymous-kien-nghi-phan-anh = That is fine. The officer who handles it will not see your name. But your chat account still exists, so we do not call this fully anonymous. You follow it with the code in this conversation.
anonymous-khac = That is fine. The officer who handles it will not see your name. But your chat account still exists, so we do not call this fully anonymous.
ask-relation =
    What are you to that person?
    For example: "daughter", "neighbour", "head of group 5".
ask-relation-hint = Please write a few words, or choose "Skip".
ask-agrees = Does that person know and agree that you send this?
ask-agrees-hint = Please choose one of the options.
opt-agrees_yes = Yes, agrees
    .also = yes|agrees|yes they agree|yes she agrees|yes he agrees
opt-agrees_no = Not asked yet
    .also = no|not yet|not asked
opt-agrees_cannot = Cannot ask them
    .also = cannot ask|can t ask|cant ask|impossible|not possible
ask-answers-to = Who should get the answers?
ask-answers-to-hint = Please choose one of the options.
opt-answers_me = Me
    .also = to me|myself
opt-answers_them = That person
    .also = them|to them|him|her|the other person
opt-answers_both = Both of us
    .also = both|us both
ask-size = How many people send this together? Please write a number.
ask-size-hint = Please write a number, 2 or more, for example 12.
ask-representatives = Who speaks for the group? Full name and phone number of 1 to 5 people.
ask-representatives-hint = Please write the full name of someone who speaks for the group, or choose "Skip".
ask-name = What is your full name? Only the officers in charge can open it.
ask-name-hint = Please write the full name, or choose "Skip".
ask-name-other = What is the full name of the person you write for? Only the officers in charge can open it.
ask-name-other-hint = Please write the full name, or choose "Skip".
ask-address =
    What is the address?
    For example: "8 lane 12, group 5, Cầu Giấy ward".
ask-address-hint = Please write the address in words, or choose "Skip".
ask-contact = How may the officer reach you? Write a phone number, or choose "Message here". If you share the phone, add the hours when it is safe to call.
ask-contact-hint = That number does not look right (for example 0912 345 678). Please look again, or choose "Message here".
opt-here = Message here
    .also = here|in this chat|by message|message me here
minor = If you are under 18: it is best to come to { $address } with a parent or a grown-up you trust, or call 111 (free, day and night). Your words will still reach an officer.

review = Please read the whole letter:
review-kind = • Kind: { $value }
review-topic = • Topic: { $value }
review-ward = • Ward, commune: { $value }
review-place = • Place: { $value }
review-when = • When: { $value }
review-concerned = • Person or decision concerned: { $value }
review-content = • Content: { $value }
review-files = • Files: { $value }
review-sender = • Sender: { $value }
review-name = • Full name: { $value }
review-address = • Address: { $value }
review-contact = • Contact: { $value }
review-empty = (left empty)
review-pin = with a map location
review-reader-to-cao = Only officers in charge of confidential matters can open it. The working group sees no name, words or files: only the code, kind, dates and where the letter stands.
review-reader-other = Only the officers in charge can open it. The working group sees no name, words or files: only the code, kind, ward, topic, dates and where the letter stands.
review-end = Nobody gets it until you choose "Send". By choosing "Send" you confirm that you told what you know.
review-hint = Choose "Send" if it is right, or "Edit" to change a line.
sender-self = for myself
sender-other = for someone else ({ $relation })
sender-group = a group of { $n } people
sender-anonymous = no name
opt-send = Send
    .also = send it|send now|submit|confirm|yes|yes send it|right|that is right|correct|ok|okay|i agree
opt-edit = Edit
    .also = change|change something|correct it|fix|modify
opt-cancel = Cancel
    .also = do not send|don t send|dont send|delete
ask-edit = Which line would you like to change?
ask-edit-hint = Please choose the line to change, or "No more changes".
opt-edit_done = No more changes
    .also = done|nothing|never mind|nevermind|no
line-kind = Kind
    .also = edit kind|change kind
line-topic = Topic
    .also = edit topic|change topic
line-ward = Ward, commune
    .also = ward|commune|edit ward|change ward
line-place = Place
    .also = where|location|edit place|change place
line-when = Time
    .also = when|date|edit time|change time
line-concerned = Person, decision
    .also = person|decision|who
line-content = Content
    .also = story|text|words|edit content|change content
line-files = Files
    .also = photos|photo|pictures|add photos|edit files
line-sender = Sender
    .also = edit sender|change sender
line-name = Full name
    .also = name|edit name|change name
line-address = Address
    .also = edit address|change address
line-contact = Contact
    .also = phone|phone number|edit contact|change phone|edit phone
ask-topic = What is it about? If you are not sure, choose "Other" and an officer will sort it.
ask-topic-hint = Please choose a topic. If you are not sure, choose "Other".
topic-trat_tu_xay_dung = Construction
topic-dat_dai = Land, compensation
topic-moi_truong = Environment
topic-giao_thong_ha_tang = Roads, utilities
topic-dan_chu_co_so = Local democracy
topic-an_ninh_trat_tu = Public order
topic-chinh_sach_xa_hoi = Social support
topic-y_te_giao_duc = Health, education
topic-can_bo_cong_vu = Officials' conduct
topic-tham_nhung_tieu_cuc = Corruption
topic-khac = Other

## The receipt

receipt =
    RECEIVED. Thank you.
    Tracking code: { $code }
    What you want: { $kind }.
receipt-due = Your letter is with { $unit }. By { $due } at the latest, the Front must tell you what came of looking at it ({ $article }).
receipt-due-chat = Your letter is with { $unit }. The Front's own date for this step: { $due } ({ $article }).
receipt-lawful-to-cao = This message is a first notice. It is NOT YET a denunciation under the law. For that it needs your signature (or thumbprint), or a statement in person at { $address }, { $hours }, phone { $phone }.
receipt-lawful-khieu-nai = This message is NOT YET a complaint under the law. For that it needs your full name, address and signature (or thumbprint): bring it to { $address }, { $hours }, phone { $phone }. Please keep the 90-day time limit in mind.
receipt-anonymous = You gave no name: every answer comes only in this conversation.
receipt-files = Files with it: { $n }{ $waiting ->
        [0] .
       *[other] , of which { $waiting } still on the way; I will tell you if one cannot be taken.
    }
receipt-next-lawful = When there is news I will write here. To look again: /tracuu; to add: /bosung; to withdraw: /rutdon.
receipt-next = You need not do anything more. When there is news I will write here. To look again: /tracuu; to add: /bosung; to withdraw: /rutdon.
