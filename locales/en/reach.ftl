# Reaching people: news delivered or not, staff without Telegram, e-mail, groups on Zalo.

web-life-delivered = News reached the sender
web-life-reachable = The sender told how else they can be reached (among the additions)

# E-mail to staff: no word of a letter, only its code and where to read.
mail-case-subject = Letter { $code }: something to see
mail-case = There is something for you to see about letter { $code }. It opens only on the console:

    { $link }
mail-any-subject = Something to see on the console
mail-any = There is something for you to see on the console:

    { $link }
mail-link-subject = Link to the console
mail-link = This link lets you into the console, once, within minutes. Give it to nobody:

    { $link }

    If you did not ask for it, ignore this e-mail.
mail-urgent-subject = At once: { $subject }
mail-foot = { $office }
    Sent by a machine, please do not reply. What letters say never travels by e-mail.

config-email-sender = [email] needs the address that it sends from.
    .fix = Add sender = "tiengdan@ward.gov.vn", a mailbox that the server lets you send from.
config-email-tls = mail without encryption is sent only to a mail server on this very machine.
    .fix = Leave tls = "none" out (it is chosen for you), or set "starttls" or "implicit".

# tiengdan doctor
doctor-way-off = The config names staff chats or accounts on { $channel }, which is not switched on: nobody is told anything there.
doctor-mail-address = E-mails would lead to an address of this machine alone: set public_url in [web], so that officers can open it.
doctor-staff-moved = In the last 24 hours { $count } messages to staff could not go by { $channel } ({ $reason }) and went the next way: look after that channel.

# In a staff group, on whatever channel. Commands as bare words: .also.
bare-viec = work
    .also = work|work list
bare-quahan = overdue
    .also = overdue|overdue letters
bare-chuagui = undelivered
    .also = undelivered
bare-thongke = figures
    .also = figures|statistics
bare-console = console
    .also = console|sign in
bare-nhan = take
    .also = take|i take
bare-don = letter
    .also = letter|open|open letter
group-list = { $n } open letters, the earliest date first:
group-list-line = { $code } · due { $due } · { $officer }
group-list-late = ⚠ { $code } · overdue since { $due } · { $officer }
group-list-more = … and { $n } more on the console.
group-on-page = I cannot write to you in private yet, so please open it on the console: { $link }
group-command-on-page = This command is not for a group, since it may speak of a person. I cannot write to you in private yet, so please do it on the console: { $link }

# Signing in without a chat
web-sign-in-mail = Office e-mail
web-sign-in-mail-send = Send me the link
web-sign-in-invited = I have an invitation word of the administrator
web-mail-sent = If this is the address of an officer, a link was sent there: it works once, for 5 minutes. If no e-mail comes, look among the spam too and try again in a few minutes.
web-mail-wrong = That is no e-mail address. Please write it as name@ward.gov.vn.
web-invited-title = Open an invitation
web-invited-how = For officers who are told of their work by e-mail. Who can write to the bot sends it /gan WORD.
web-invited-word = Invitation word
web-invited-send = Open the invitation
web-invited = The invitation is taken. Once an administrator confirms it, you come in by a link sent to this address.
web-invited-first = Welcome, first administrator. You may come in at once: give this address on /console and a link is sent to it.
web-invited-wrong = The word is wrong or over, or the address is taken. Please ask the administrator for a new one.

# A resident writes a word to get the news that waits
window-came = Above is the news that waited for you. If you have just written of a new matter, please choose the option below and write it again.
mail-machine-subject = The program needs somebody to look at it
mail-machine = { $what }

opt-called = 📞 I have called
web-filter-call = Not delivered
