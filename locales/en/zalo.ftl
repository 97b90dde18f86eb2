### When a channel lets us write for some days only, and when a person answers by hand.

by-hand-over = The officer has finished talking with you. The letter you began is still here; let us go on.
window-closing = Letter { $code } is still being handled. This app lets us write to you only for 7 days after your last message, and that ends tomorrow. How shall we tell you the result? Please send a phone number or an e-mail address, or choose a button: one message from you lets us write for another 7 days.
opt-still_here = Keep writing here
    .also = here|keep here|zalo
opt-come_myself = I will come and ask
    .also = come|i will come
window-still-here = Good, we can write to you for another 7 days. If it takes longer, send us any word: what is waiting comes at once.
window-come-myself = Good. Come, or send us any word here, and you will know the result. The tracking code stays good.
window-hint = Please send a phone number or an e-mail address, or choose a button.
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
