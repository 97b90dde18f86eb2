### After sending: tracking, adding, data, withdrawal, erasure, linking.

status-submitted = received, waiting for an officer
status-registered = an officer is looking into it
status-guided = guidance was given
status-forwarded = forwarded to the competent authority
status-archived = filed away
status-answered = answered
status-withdrawn = withdrawn
status-reviewed = looked at by an officer
status-closed = dealt with
status-received = received

case-line = { $code } · { $day } · { $status }
own-letters = Your letters (newest first):
no-letters = No letter has been sent from this account. If you sent one from another app, write /lienket in that app.
ask-code = Please write the tracking code from your receipt, or choose one of your letters.
ask-code-hint = The code begins with TD and has 8 letters and digits. Small letters and missing dashes are fine.
code-unknown = I cannot find this code. Please look at each character again. If you forgot the code, call { $phone } or bring your papers to { $address }. To protect you, I do not search by name or phone number.
code-too-many = You have tried several codes that were not right. Please wait about an hour and try again, or call { $phone } ({ $hours }) and an officer will look for you.
track-mine =
    Letter { $code }
    You want to: { $kind }
    Received: { $received }
    Now: { $status }
    With: { $holder }
track-next = Next date: { $due }.
track-guided = { $day }: an officer gave you guidance. { $words }
track-forwarded = { $day }: forwarded to { $authority }{ $has_number ->
        [yes] {" "}(document { $number }).
       *[no] .
    }
track-archived = { $day }: filed away. { $words }
track-answered = { $day }: answered. { $words }
track-secret = { $day }: { $status }. To keep it private, no details are sent here.
track-unsigned = No signed letter yet: to make it a letter in law, bring one with your signature (or fingerprint) to { $address } ({ $hours }).
track-files = Files with it: { $n }.
track-nothing-to-do = You need not do anything more.
track-foreign = Letter { $code }: { $status }. With: { $holder }. { $next }
track-foreign-secret = Letter { $code }: { $status }.

ask-which = Which letter do you mean?
ask-which-hint = Please choose the code of the letter, or type its number.
ask-which-gone = This letter is no longer here.
not-your-letter = That letter was not sent from this account. To work with it here, write /lienket in the account that sent it, then send me the word you get there. For help: { $phone }.
ask-added = Please send the words, photos or papers to add to letter { $code }.
ask-added-more = Letter { $code }: messages added: { $n }, files: { $files }. Send more, or choose "Done".
added = Added to letter { $code }, and the officer has been told. Thank you.

data-kept = Letters sent from this account that we keep: { $letters }
data-draft = One unfinished draft. It is deleted by itself after { $days } days without use.
data-rights =
    Each letter holds your story, files, and your name and contact if you gave them; all of it is encrypted, and every opening by an officer is recorded.
    To see a full copy, to correct it, or to learn who opened it: call { $phone } or come to { $address }.

ask-withdraw-free = Do you want to withdraw letter { $code }? It is your right and you need not say why. The letter still counts in the figures, without names.
ask-withdraw-lawful = Do you want to withdraw letter { $code }? For a complaint or denunciation the law needs a signed paper, so here I only note your wish and ask an officer to arrange a meeting. If a denunciation shows signs of a breach of the law, the office goes on with it. If someone is forcing you, please choose "I am being forced".
ask-delete = Do you want the data of letter { $code } erased? An officer will erase what the law lets go (name, contact, messages). If the letter is in the register or was forwarded, the register and the file must be kept by law. Please delete the messages on your own device yourself.
ask-consent = Do you want to withdraw your consent for letter { $code }? From then on we stop handling what the law does not require; once a letter is in the register or forwarded, that part must still be kept. You may no longer get an answer.
opt-sure = I am sure
    .also = sure|yes|yes i am sure|i m sure|im sure|ok|okay|confirm|withdraw|delete|erase
opt-forced = I am being forced
    .also = i am forced|forced|i m forced|im forced|i am threatened|threatened
asked-withdraw = Your wish to withdraw letter { $code } is noted today and the officer has been told. The officer will confirm it here.
asked-withdraw-lawful = Your wish to withdraw letter { $code } is noted today and the officer has been told. The letter is NOT withdrawn until you sign the paper at { $address } ({ $hours }).
asked-delete = Your wish to erase the data of letter { $code } is noted today and the officer has been told. Within 2 working days an officer confirms it and says which part is erased and which part the law requires us to keep.
asked-consent = It is noted today that you withdraw your consent for letter { $code }, and the officer has been told. Within 2 working days an officer confirms it and says which part stops and which part the law requires us to keep.
asked-already = This request about letter { $code } is already recorded and waits for an officer.
asked-forced = Thank you for telling us. We have NOT withdrawn letter { $code } and have quietly told the officer in charge. If you are threatened, please call 113. If other people can look at your phone, please delete this message.

link-word =
    A word to link accounts, for one use (within { $minutes } minutes):
    { $word }
    In the other app, write: /lienket { $word }
    Please do not give this word to anyone.
link-joined = The two accounts are linked. From now on you can see here the letters sent from the other account, and add to them.
link-word-wrong = This word is not right, or its time is over. Please write /lienket in the account that sent the letter to get a new one.

request-withdraw = to withdraw the letter
request-delete = to erase your data
request-consent = to take back your consent
request-data = to see your data
request-forced = telling that you are being forced
told-request = Letter { $code }: you asked { $want }; the officer answers: { $words }
told-request-secret = Letter { $code }: there is an answer to what you asked. To keep it private, no details are sent here; please come in person or call { $phone }.

told-reopened = Letter { $code }: an officer is looking at it again. When there is news I will write here.
told-guided = Letter { $code }: an officer has read it and gives you this guidance: { $words }
told-forwarded = Letter { $code }: on { $on } the Front forwarded it to { $authority }{ $has_number ->
        [yes] , document { $number }.
       *[no] .
    } That office must look at it and answer under the law; the Front keeps following up. You need not do anything more.
told-archived = Letter { $code }: the Front has read it and filed it away, because: { $words } If you think this is wrong or have something new, write /bosung.
told-answered = Letter { $code }: there is an answer. { $words } If you do not agree, write /bosung and an officer will look again.
told-forwarded-secret = Letter { $code }: on { $on } the Front forwarded it to the competent authority. To protect you, no details are sent here; please ask in person or call { $phone }.
told-secret = Letter { $code } has news. To protect you, no details are sent here; please come in person or call { $phone }.
