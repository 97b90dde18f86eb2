# Words of our own pages: the residents' chat, the status page, the console.

web-language-name = English
web-name = Tiếng Dân

## The residents' chat

web-chat-about = Send a petition, feedback, a complaint or a denunciation to { $place }.
web-chat-skip = Go to the message box
web-call = Call
web-call-label = Call an officer, number { $phone }
web-more = More
web-status-link = Look up a code
web-forget = Remove from this device
web-forget-ask = Remove this conversation from this device? Please write down your tracking code first. Letters already sent stay with the Front and are handled.
web-no-script = This page needs JavaScript to chat. You can call { $phone }, or come to { $address } ({ $hours }).
web-log = Conversation
web-below = More below
web-write = Write a message…
web-write-label = Write a message to the Front
web-send = Send message
web-attach = Send a photo or file
web-camera = Take a photo
web-pick = Choose photos, files
web-here = Send my place
web-no-place = We could not get your place. Please describe it in words.
web-speak = Record
web-speak-send = Send recording
web-today = Today
web-recording = Recording
web-no-voice = Could not record. Please allow the microphone, or write instead.
web-voice-name = recording
web-editing = Changing the message you just sent
web-edit-stop = Stop
web-edit = Edit
web-edited = edited
web-answers = Choose an answer
web-bot = Assistant
web-you = You
web-copy = Copy
web-copied = Copied
web-sending = Sending…
web-kept = Not sent yet. It is kept here and will be sent again by itself.
web-down = The line is down. Keep writing: your messages are kept and sent when it is back.
web-cookies = Your browser blocks cookies, so we cannot chat. Please allow cookies, or call { $phone }.
web-too-large = This file is too large. Each file may have at most { $mb } MB.
web-not-taken = This message could not be taken. Please try another way, or call { $phone }.
web-place = A place on the map
web-step-word = Step
web-kind-photo = Photo
web-kind-video = Video
web-kind-audio = Recording
web-kind-voice = Recording
web-kind-document = File

## Every other page

web-skip = Go to the main part
web-nav = Pages
web-work = Letters to handle
web-month = Figures
web-leave = Sign out
web-to-work = Back to the list
web-note-title = Not done

## The status page

web-status-title = Look up a code
web-status-code = Tracking code
web-status-hint = A code looks like TD-7K3M-9QXH. It is in the message that your letter was received.
web-status-look = Look up
web-status-unknown = We do not find this code. Please check each letter and figure, or call { $phone }.
web-status-too-many = Too many codes were not right. Please wait an hour and try again, or call { $phone }.
web-status-little = This page only tells how far a letter has come. It shows neither its words nor who sent it.
web-status-chat = Send a letter, or add to one

## Signing in

web-door-title = Officers' sign-in
web-door-hello = Hello { $name }. Press the button below to work on this device.
web-door-enter = Enter
web-door-once = The link works once. You stay signed in for 8 hours.
web-link-over = This link was used already or is older than 5 minutes. Please write /console to the bot in private for a new one.
web-sign-in-how-title = Sign in
web-sign-in-how = These pages are for officers of the Front. To come in, write /console to the bot in private and follow its link.
web-signed-out-title = Signed out
web-signed-out = You are signed out on this device. To come back, write /console to the bot in private.
web-too-many-tries = Too many tries from this address. Please wait some minutes and try again.
web-wrong-host = This page opens under its own address only. Please write /console to the bot for the right link.
web-not-genuine = This form is no longer good. Please open the page again and repeat the last step.
web-no-such-case = There is no such letter, or it does not belong to your units.
web-file-link-over = The link to this file has expired. Open the letter again, then tap the file once more.
web-no-such-file = There is no such file, or it does not open for you. For a denunciation, open the letter with a reason first.

## The work list

web-who-you-are = { $name } · { $role }
web-role-reader = reader
web-role-officer = officer
web-role-confidential = officer for denunciations
web-role-admin = administrator
web-filters = Filter the list
web-filter-all = All
web-filter-overdue = Overdue
web-filter-today = Due today
web-filter-free = Not taken
web-filter-mine = Mine
web-col-code = Code
web-col-kind = Kind
web-col-topic = Topic
web-col-unit = Unit
web-col-received = Received
web-col-due = Due
web-col-owner = Handled by
web-due-overdue = Overdue
web-due-today = Today
web-urgent = Urgent
web-nobody = Nobody yet
web-not-shown = (kept secret)
web-work-empty = Nothing here.

## A case

web-facts = Facts
web-channel-telegram = Telegram
web-channel-zalo_oa = Zalo
web-channel-zalo_bot = Zalo
web-channel-web = web page
web-channel-email = e-mail
web-channel-desk = in person
web-requests = The sender asks
web-want-delete = to erase their data
web-want-withdraw = to withdraw the letter
web-want-consent = to take consent back
web-want-data = to see their data
web-want-forced = reports being forced to withdraw
web-letter = The letter
web-where = Where
web-pin = Coordinates
web-when = When
web-concerned = Who or what decision
web-minor = Note
web-minor-yes = The sender says they are under 18
web-files = Photos and papers
web-file = File
web-file-uncleaned = The hidden facts in this file (who made it, on what machine, when) could not be taken out: it is the original, and opens only for those who may know the sender. Do not pass it on.
web-file-picture = Picture sent with the letter
web-sender = Sender
web-sender-not-yours = Your role does not open who sent it.
web-anonymous = The sender left no name.
web-no-name = (no name)
web-person-sender = Sender
web-person-principal = On behalf of
web-person-representative = Representative
web-person-address = Address
web-person-contact = Contact
web-person-note = Note
web-reason-why = This is a denunciation. The law keeps its sender secret: each opening records who opened it and why.
web-reason = Reason for opening
web-wrong-reason = Please give a reason of at least 10 characters.
web-open = Open
web-not-yours = Only the officers in charge can open this letter.
web-life = History
web-life-filed = Letter sent
web-life-taken = Taken
web-life-guided = Guided
web-life-forwarded = Forwarded
web-life-archived = Archived
web-life-answered = Answered
web-life-withdrawn = Withdrawn
web-life-reopened = Reopened
web-life-registered = Registered
web-life-added = Sender added to it
web-life-signed = Signed
web-life-opened = Letter opened
web-life-opened_person = Sender's record opened
web-life-opened_file = File opened
web-life-refused = Opening refused
web-life-asked_delete = Sender asked to erase data
web-life-asked_withdraw = Sender asked to withdraw
web-life-asked_consent = Sender took consent back
web-life-asked_data = Sender asked to see data
web-life-asked_forced = The sender says they are forced to withdraw
web-life-imported = Brought in from a register
web-life-imported_again = Brought in again from a register
web-life-answered_delete = Answered: request to delete
web-life-answered_withdraw = Answered: request to withdraw
web-life-answered_consent = Answered: consent withdrawn
web-life-answered_data = Answered: request for data
web-life-answered_forced = Answered: forced to withdraw
web-life-other = Updated
web-detail-authority = Authority
web-detail-number = Number
web-detail-on = Date
web-detail-words = Words
web-detail-text = Text
web-detail-reason = Reason

## The month

web-period = Period
web-period-hint = For example: 11/2026 or 2026-11, 2026-Q3, 2026-H1, 2026.
web-count = Count
web-month-words = In words
web-download = Download { $form }
