### When a channel lets us write for some days only, and when a person answers by hand.

by-hand-over = The officer has finished talking with you. The letter you began is still here; let us go on.
window-closing = Letter { $code } is still being handled. This app lets us write to you only for { $days } days after your last message, and that ends tomorrow. How shall we tell you the result? Please send a phone number or an e-mail address, or choose an option: one message from you lets us write for another { $days } days.
opt-still_here = Keep writing here
    .also = here|keep here|zalo
opt-come_myself = I will come and ask
    .also = come|i will come
window-still-here = Good, we can write to you for another { $days } days. If it takes longer, send us any word: what is waiting comes at once.
window-come-myself = Good. Come, or send us any word here, and you will know the result. The tracking code stays good.
window-hint = Please send a phone number or an e-mail address, or choose an option.
window-contact = Another way to reach the sender when the app does not let us write: { $contact }
window-contact-kept = Noted; only the officer in charge can open it. Thank you.
staff-card-undelivered = ⚠ Not delivered to the sender yet
staff-undelivered = ⚠ Letter { $code }: news could not be delivered to the sender (the time to write is over, or they cannot be reached). Please call, then send /dagoi { $code }.
staff-undelivered-asked = ⚠ Letter { $code }: news could not be delivered. An approved message has asked the sender to write again; if nothing comes within days, please call, then send /dagoi { $code }.
staff-undelivered-list = News of { $n } letters could not be delivered; please call. Afterwards send /dagoi CODE.
staff-undelivered-none = No letter has news that could not be delivered.
grant-lost = ⚠ The Zalo channel cannot send any more: Zalo has taken back the program's permission. The administrator of the Zalo OA must run “tiengdan zalo connect” and give consent. Outgoing messages are kept, nothing is lost.
grant-ending = ⚠ The permission to write through Zalo ends in { $days } days. Run “tiengdan zalo connect” to renew it.
zalo-landing = Consent is given. Copy the whole address from the browser's address bar, paste it into the terminal where "tiengdan zalo connect" is running, and press Enter. The code in it is good once, for 10 minutes.
web-undelivered = News
web-undelivered-yes = Not delivered to the sender
web-life-by_hand = An officer answered by hand in the app
web-life-undelivered = News could not be delivered
form-title = Share a phone number
form-words = Only the officer in charge can open it. If you would rather not, just go on writing.

### Answers by number, where a channel has no buttons

answer-by-number =
    { $n ->
        [1] Reply 1 to choose.
        [2] Reply 1 or 2 to choose.
        [3] Reply 1, 2 or 3 to choose.
       *[other] Reply a number from 1 to { $n } to choose.
    }

### Zalo Bot

config-zalo-bot-token = this is not how the token of a Zalo Bot looks.
    .fix = copy the whole token that Zalo Bot Creator gave, like "123456789:abc…", without spaces.
config-zalo-bot-webhook-url = mode = "webhook" of the Zalo Bot needs the address of the webhook in https.
    .fix = write webhook_url = "https://your-domain/zalo/bot/webhook", or set mode = "polling".
config-zalo-bot-webhook-secret = mode = "webhook" of the Zalo Bot needs a webhook secret of 8–256 characters.
    .fix = write webhook_secret with 8–256 letters, digits or signs, without spaces.
doctor-bot-polling = The Zalo Bot fetches messages by polling: Zalo hands each one over once, and a power cut at that moment loses it. With an https domain, use the webhook (docs/zalo.md).
unsupported-here = Here the machine reads text, photos and voice messages only; no places on the map, files, videos or cards. Please type where it happened. Please take a photo of papers and send it.
ask-place-in-words =
    Where exactly? The residential group, lane, house number, or a place that is easy to find.
    For example: "in front of house 12, lane 5, group 7". Please type it: a map location does not reach us here.
ask-place-in-words-hint = Please write the place in words, or choose "Skip".
ask-files-photos =
    Do you have photos or voice messages? If so, send them here (at most { $files } files, each under { $mb } MB); take a photo of papers. You can also send the letter without any.
    Photos and files may hold the place where they were taken, the name of the device, or who wrote them. We remove that from the pictures that officers see; the original is sealed as evidence.
