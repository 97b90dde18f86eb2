### Messages for officers: in groups (no names, no content) and in private.

staff-new = 📥 New letter { $code }
staff-case = 📄 Letter { $code }
staff-urgent = 🚨 URGENT – letter { $code }. Signs of danger to life; the sender was shown 113, 114, 115, it is not known whether they called.
staff-kind-found = Kind (proposed by the machine, confirmed by the sender): { $kind }
staff-kind = Kind: { $kind }
staff-time = Received: { $time }
staff-ward = Area: { $ward }
staff-topic = Topic: { $topic }
staff-due = First step due: { $due }
staff-taken = Taken by: { $officer }
staff-status = Outcome: { $status }
staff-secret = 🔒 Confidential: no asking, no guessing, no talk in the group.
staff-nobody-took = ⏰ Nobody has taken letter { $code } yet.
staff-added = Letter { $code }: the sender has added something.
staff-asked-withdraw = Letter { $code }: the sender wants to withdraw it. Please look and confirm with the sender.
staff-asked-delete = Letter { $code }: the sender wants their data erased. To be confirmed within 2 working days.
staff-asked-consent = Letter { $code }: the sender withdraws consent. To be confirmed within 2 working days.
staff-asked-data = Letter { $code }: the sender wants to see their data.
staff-news-secret = 🔒 Letter { $code }: there is something new. The officer in charge opens it in private.
staff-asked-forced = 🔒🚨 Letter { $code }: the sender reports being forced to withdraw, or threatened. Officer in charge: open it in private now (Law on Denunciations, Chapter VI).
want-withdraw = wants to withdraw the letter
want-delete = wants their data erased
want-consent = withdraws consent
want-data = wants to see their data
want-forced = reports being forced to withdraw
staff-ask-want = Which request do you answer?
staff-ask-request = Your answer to “{ $want }”: what was done, what the law makes us keep and why (the resident will read it)?
staff-ask-request-secret = Your answer to “{ $want }”: note what was done (kept sealed with the case; the sender is only told that there is an answer).
staff-request-hint = Please write at least a few words on what was done.
staff-button-hint = Please choose an option, or write its number.
staff-request-answered = The answer for { $code } is recorded and the sender told.
staff-no-requests = Letter { $code } has no open request.
staff-ask-signed = On which day did the signed letter of { $code } come, or was it presented in person? (for example 03/11/2026)
staff-signed = Noted: { $code } has a signed letter of { $on }.
staff-signed-already = Letter { $code } has a signed letter already.
staff-reopened = Letter { $code } is open again and the sender told.
staff-is-signed = A signed letter is there.
staff-taken-now = You have taken letter { $code }. First date: { $due }.

opt-take = I take it
opt-open = Open
opt-see = See
opt-accept = Let in
opt-refuse = Refuse
opt-answer-request = Answer request
opt-signed = Signed letter came
opt-send_withdrawn = Send, withdrawn
opt-send_erased = Send, erase words
opt-day_today = Today
    .also = today
opt-no_number = No number yet
    .also = none|no number|not yet|no

group-joined = Hello. An officer writes /gan UNIT in this group to get notices of new letters here. The group sees only code, kind and date; never a name or content.
group-write-in-private = To protect you, I take no letters in a group. Please write to me in private.
group-not-known = That account belongs to no officer, so nothing was done. Please write to me in private: /gan INVITATION_WORD.
group-command-in-private = This command works only in a private message to me. Please do not copy names or content of letters into the group.
group-gan-officers-only = Only confirmed officers can bind a group. Please write me your invitation in private first: /gan WORD.
group-gan-which = Please add the code of the unit, for example: /gan { $units }
group-bound = From now on this group gets the notices of { $unit }.

staff-list = Letters waiting: { $n }
staff-list-overdue = 🔴 { $code } · { $kind } · overdue since { $due } · { $officer }
staff-list-today = 🟠 { $code } · { $kind } · due TODAY { $due } · { $officer }
staff-list-later = { $code } · { $kind } · due { $due } · { $officer }
staff-list-empty = No letter is waiting.
staff-nobody = nobody yet
staff-no-such-case = There is no such letter within your reach. Check the code, or write /viec.
staff-no-access = You are not assigned to letter { $code }. This attempt has been recorded.
staff-no-role =
    Letter { $code }: not possible. Your role ({ $role }) does not do this. { $secret ->
        [yes] It holds a denunciation: only officers entrusted with secret work handle it (Law on Denunciations Art 8, 56).
       *[no] This is for the officers who handle letters.
    } { $allowed } This attempt has been recorded.
staff-may-read = You may read it: /don { $code }.
staff-may-see = You see its code, kind, date and status only.
staff-letter =
    Place: { $place }
    When: { $when }
    Content: { $text }
staff-requests = The sender: { $wants }
staff-door = Open it in full (once, within { $minutes } minutes): { $link }
staff-console = Working page (once, within { $minutes } minutes): { $link }
staff-yours-already = You have taken letter { $code } already.
staff-taken-already = Letter { $code } has been taken by { $officer }.
staff-has-outcome = Letter { $code } has an outcome already.
staff-changed-meanwhile = The letter changed while you were writing, so nothing was recorded. Please open it again.
staff-ended = The outcome of letter { $code } is recorded and the sender has been told.
staff-ask-authority = Forward to which authority?
staff-ask-number = Number of the forwarding document?
staff-ask-on = Date of the document? (for example 03/11/2026)
staff-day-hint = Please write a day that is not after today, for example 03/11/2026.
staff-line-hint = Please write it in words, or choose an option.
staff-ask-words-secret = Note the reason and result (kept sealed with the case; the sender is only told that there is news):
staff-ask-words-guided = Your guidance to the resident (plain words; say where to file):
staff-ask-words-archived = The reason for archiving (the resident will read it):
staff-ask-words-answered = Your answer to the resident (what was done, and the result):
staff-preview =
    The sender of letter { $code } will get exactly this message:

    { $text }

staff-invitation-wrong = The invitation is not right or its time is over. Please ask the administrator for a new one.
staff-invitation-opened = Someone has opened a staff invitation and waits for you to confirm.
staff-invitation-waits = Your invitation has arrived. Once an administrator confirms it you can begin; I will write to you.
staff-admins-only = Only an administrator can do this.
staff-nobody-waits = Nobody is waiting to be confirmed.
staff-waits = { $name } · { $role } · { $units } waits to be confirmed.
staff-you-are-first = Hello { $name }. You are the first administrator and can begin at once. Invite others by "tiengdan staff invite", then write /xacnhan. /trogiup shows the commands.
staff-you-are-in = Hello { $name }. You are confirmed. Write /viec to see what is waiting, /trogiup for the commands.
staff-you-are-refused = The invitation for { $name } was not accepted. Please ask the administrator.
staff-confirmed = { $name } is confirmed.
staff-refused = { $name } was refused.
role-reader = reader
role-officer = officer
role-confidential = officer for confidential matters
role-admin = administrator
