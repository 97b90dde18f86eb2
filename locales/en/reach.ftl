# Reaching people: news delivered or not, staff without Telegram, e-mail, groups on Zalo.

web-life-delivered = News reached the sender

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
