### Words of the command line: help, config errors, init, doctor, demo.

## Help

cmd-root = Tiếng Dân: residents send letters to the Fatherland Front by Telegram, Zalo and the web.
cmd-run = Run the program of config.toml.
cmd-demo = Try everything on this machine; no token needed.
cmd-init = Ask a few questions, then write config.toml and the key file.
cmd-doctor = Check config, key, database, channels and what is left undone.
cmd-migrate = Bring the database to this version.
cmd-staff = Officers.
cmd-staff-invite = Make a one-time word that invites an officer (24 hours).
cmd-audit = The audit chains of cases.
cmd-audit-verify = Check the audit chain of every case.
cmd-classify = Read JSON lines, guess kind and topic.
cmd-language = Read JSON lines, guess the language.
cmd-deadline = Legal due dates that an event starts.
cmd-holidays = Days off and make-up working days.
cmd-holidays-list = List the days off and make-up days of a year.
cmd-holidays-add = Declare a day off (off) or worked (work), with reason and source. Open dates are counted anew.
cmd-report = Report of a period: letters by kind, level, unit, topic, channel.
cmd-import = Bring in registers (receptions, letters, activities, voters' petitions) from a file of JSON lines: all of it or nothing.
cmd-export = Write everything that counts in the form that import reads; no words of letters, no senders.
cmd-chat = Talk to the bot in this terminal, as a resident.
flag-help = Show this help.
flag-config = Config file (default: config.toml, or the variable TIENGDAN_CONFIG).
flag-port = Port of the pages.
flag-sample = How many sample cases to make.
flag-output = Where to write the config file.
flag-name = The officer's name.
flag-role = Role: reader, officer, confidential (may see denunciations), admin.
flag-unit = Code of a unit; all below it are meant too.
flag-units = Code of a unit the officer serves (may be repeated).
flag-kind = Kind of letter.
flag-event = The event that starts a time limit.
flag-on = Day of the event, as 2026-11-22.
flag-anonymous = The sender gave no name.
flag-complex = A complex matter.
flag-special = An especially complex denunciation.
flag-remote = A remote area.
flag-instance = First or second instance: 1 or 2.
flag-json = Print JSON.
flag-evaluate = Evaluate against the labels in the lines.
flag-batch = A file of JSON lines, one event a line.
flag-day-reason = Why; officers and residents will read it.
flag-day-source = The paper that says so: number, date, who issued it.
flag-year = Year.
flag-period = Period: 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026, or FROM..TO.
flag-calendar = Calendar of the period: state (15th to 14th) or civil (calendar months).
flag-form = only one of the state's forms in the workbook: 01/TCD, 02/TCD, 01/XLD, 02/XLD, 03/XLD, 04/XLD
flag-map = a TOML file that says which column of the Excel register is what (without it the headings are guessed)
flag-preview = only show the Excel register: what each column becomes, the first rows, what is wrong; nothing is written
flag-format = Form of the report.
flag-out = Where to write the report (default: print it). For png: a name ending in .png is one picture of all charts, any other a folder with a picture each.
flag-export-out = Where to write the file (default: print it).
flag-recount = Walk every case to prove the tallies; where they differ nothing is printed and the cases are named.
flag-transcript = Replay the talk of this file.

## Config

config-problem =
    { $file } · { $key }: { $reason }
      Fix: { $fix }
config-unknown = there is no such section or key.
    .fix = check the spelling; every key is in config.example.toml.
config-missing = is missing.
    .fix = add this key; config.example.toml has an example.
config-choice = the value is not in the list.
    .fix = choose one of: { $value }.
config-form = is not written in the right form.
    .fix = see the form in config.example.toml.
config-range = is out of range.
    .fix = write a number { $value }.
config-number = must be a number.
    .fix = write a whole number without quotes.
config-yes-no = must be true or false.
    .fix = write true or false without quotes.
config-date = must be a day.
    .fix = write it as 2026-11-22 without quotes.
config-type = the value is of the wrong type.
    .fix = see this key in config.example.toml.
config-long = is longer than { $max_length } characters.
    .fix = write it shorter; the name of an own topic stands on a button.
config-topic-names = the own topic { $value } has no Vietnamese name.
    .fix = write names = { "{" } vi = "…" { "}" } in that [[topics]].
config-topic-twice = the topic code { $value } is taken.
    .fix = choose another code; those of the eleven topics cannot be used again.
config-secret-file = the secret file { $path } cannot be read.
    .fix = check the path and who may read it, or write the value into the key itself.
config-database-url = the database address cannot be used.
    .fix = write "sqlite:///var/tiengdan.db" or "postgresql://…".
config-webhook-url = mode = "webhook" needs the address of the webhook.
    .fix = write webhook_url = "https://your-domain/telegram/webhook", or set mode = "polling".
config-webhook-secret = mode = "webhook" needs a webhook secret.
    .fix = write webhook_secret with 1–256 letters, digits, underscores or hyphens.
config-zalo-oa-key = [zalo_oa] lacks { $value }.
    .fix = fill in { $value }; docs/zalo.md says on which screen it stands.
config-public-url = the public address must begin with http:// or https://.
    .fix = write for example "https://tiengdan.phuong.gov.vn".
config-staff-chat = this staff chat is not written in the right form: { $value }.
    .fix = write "telegram:-100…", "zalo_oa:group:…", "zalo_bot:…", "email:name@…" or "web:…"; typing /gan in the group is easiest.
config-staff-account = this staff account is not written in the right form: { $value }.
    .fix = write "telegram:123456789", "zalo_oa:…", "email:name@…"; tiengdan staff invite is easiest.
config-unit-twice = the unit code { $value } stands twice.
    .fix = give every unit a code of its own.
config-unit-parent = unit { $value } has parent = "{ $parent }", but no unit has that code.
    .fix = correct the parent, or add the unit "{ $parent }".
config-unit-roots = exactly one unit must stand at the top (without parent); now: { $value }.
    .fix = give every unit but one a parent.
config-unit-heir = unit { $value } has heir = "{ $heir }", but no valid_to, or there is no unit of that code.
    .fix = set valid_to to the last day of { $value }, and heir to the code of the unit that took it over.
config-unit-circle = unit { $value } is in a closed circle of parents.
    .fix = correct the parents so that every unit leads up to the one at the top.
config-staff-unit = no unit has the code { $value }.
    .fix = use the code of one of the [[units]].
config-file-missing = the config file is not there.
    .fix = run "tiengdan init" to make one, or name it with --config.
config-file-unreadable = the config file cannot be read.
    .fix = check who may read it; it must be UTF-8.
config-toml = the file is not correct TOML ({ $value }).
    .fix = correct that line; strings stand in double quotes, sections in brackets.
config-json = this line is no JSON object.
    .fix = correct that line, or write the file anew with "tiengdan units import".
config-variable-unknown = this environment variable belongs to no section.
    .fix = the form is TIENGDAN_SECTION__KEY, for example TIENGDAN_TELEGRAM__TOKEN.
config-test-clock = the test clock may not be used beside a channel that leaves this machine.
    .fix = take TIENGDAN_TEST_CLOCK away, or keep every api_base on 127.0.0.1.
config-test-clock-file = the moment in the test clock's file cannot be read.
    .fix = write a moment with its zone into it, for example 2026-11-22T09:00:00+07:00.
config-key-file = the key file is missing, but the database already holds data.
    .fix = bring the key file back from where a copy is kept; without it no case can be opened.
config-elsewhere = paths in the config start at the folder you are in ({ $here }); nothing is stored there, but in { $value } there is.
    .fix = go there and try again: cd { $value } — or write whole paths in database.url and security.key_file.
config-key-file-none = nothing is stored here yet: there is neither a database nor a key file.
    .fix = run "tiengdan run" or "tiengdan import" to begin; if the data are elsewhere, name that config file with --config.
config-key-file-server = there is no key file for the database on the server.
    .fix = if it holds letters, copy the key file back from where it is kept; if it is still empty, run "tiengdan run" or "tiengdan import", which make a key.

## Errors of the store

storage-databaseinuse = Another program is using this database. Stop it first.
storage-keyfileopen = Others on this machine can read the key file. Run chmod 600 on it.
storage-keyfilebroken = The key file is broken or not one of ours.
storage-schematoonew = The database was made by a newer version. Update the program.
storage-schemastrange = The database was changed by another build of this program ({ $detail }). Run that build, or bring a backup back.
storage-schemataken = This database holds tables of another program under the names that ours need. Use a database of its own. Nothing was changed.
storage-schemagap = The database lacks the step { $detail }, and it cannot be made any more because later steps ran. Nothing was changed. Bring a backup back.
storage-failed = The store failed ({ $name }).
failed-port = Port { $port } is taken by another program. Choose another, for example: --port { $other }
failed-host = The address { $host } cannot be opened. Check [web] host.

## demo

demo-ready =
    Tiếng Dân is running for a try-out, on this machine only.

      Residents           { $address }/
      Look up a code      { $address }/status
      Officers            { $address }/console

    Sign-in links for officers (each works once):
demo-link = { "  " }{ $name } ({ $role }): { $url }
demo-role-officer = handles letters
demo-role-confidential = may see denunciations
demo-role-admin = administrator
demo-more =

    For Telegram: ask @BotFather for a token, run "tiengdan init", then "tiengdan run".
    For Zalo: docs/zalo.md; to try it now: make demo ZALO=1.
    The data of this try-out is in { $folder }. Stop: Ctrl+C.
demo-committee = Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội (bản thử)
demo-address = Số 1 phố Ví Dụ, Hà Nội
demo-hours = thứ Hai đến thứ Sáu, 8:00–11:30 và 13:30–17:00
demo-name-officer = Nguyễn Thị Xử Lý
demo-name-confidential = Trần Văn Bảo Mật
demo-name-admin = Lê Thị Quản Trị
demo-filling = Making { $count } sample cases…
demo-filled = { $count } sample cases are in.
demo-filled-before = There are cases from an earlier run; none were added.

## init

init-exists = { $file } is there already and is not overwritten. Move it away, or use --output to write elsewhere.
init-hello = A few questions for { $file }. Press Enter to take what stands in brackets.
init-name = Name of the committee
init-unit = Name of the ward or commune (for example: phường Cầu Giấy)
init-unit-code = Code of the unit, plain letters (for example: cau-giay)
init-level = Level
init-phone = Phone for residents
init-address = Address for residents
init-hours = Opening hours
init-token = Token of the Telegram bot (leave empty if there is none yet)
init-public-url = Public address of the pages (leave empty if there is none yet)
init-done =
    Wrote { $file } and the key file { $key } (only you can read it).
    Keep a copy of the key file in a safe place: without the key the cases are lost.
    Run: tiengdan run --config { $file }
    The first administrator: tiengdan staff invite --name "…" --role admin --unit { $code }, then the word it shows, to the bot in
    private, or with one's own e-mail address on the page /console/moi.
init-done-zalo = Before that, for Zalo: tiengdan zalo connect --config { $file } asks for the permission of the OA (docs/zalo.md).
init-email-host = Mail server (SMTP) that tells officers without Telegram and sends them sign-in links (empty if not used)
init-email-user = Mailbox that sends (for example: tiengdan@phuong.gov.vn)
init-email-password = Password of the mailbox

## doctor

doctor-ok = ✓ { $what }
doctor-bad = ✗ { $what }
doctor-note = • { $what }
doctor-config = The config can be read.
doctor-key = The key file can be read, by its owner only.
doctor-key-missing = There is no key file { $file }. Run "tiengdan init", or bring it back from where a copy is kept.
doctor-key-open = Others can read the key file { $file }: run chmod 600.
doctor-key-broken = The key file { $file } is broken.
doctor-clock = The machine's clock is plausible.
doctor-clock-bad = The machine's clock is wrong: { $now }. Due dates would be wrong; switch on time synchronisation (NTP).
doctor-disk = { $free } MB free on the disk.
doctor-disk-bad = Only { $free } MB free on the disk; at least { $least } MB are needed.
doctor-database = The database opens, schema { $version }.
doctor-database-old = The database has schema { $version }, the program needs { $needed }: run "tiengdan migrate".
doctor-database-bad = The database cannot be opened ({ $name }).
doctor-database-none = There is no database yet; the first run makes it.
doctor-channel = Channel { $channel } answers.
doctor-channel-bad = Channel { $channel } does not answer ({ $name }). Check the token and the network.
doctor-no-channel = No channel is on beside the pages.
doctor-last-event = The last message came at { $at }.
doctor-last-event-none = No message has come yet.
doctor-outbox = { $count } messages wait to be sent, the oldest for { $minutes } minutes.
doctor-outbox-empty = No message waits to be sent.
doctor-dead = { $count } messages could not be sent and were set aside.
doctor-chats = A staff chat ({ $channel }) of unit { $unit } cannot be reached: { $reason }. Add the bot to the group again, then type /gan.
doctor-unrouted = { $count } notices have nobody to go to: add a staff chat (/gan) or invite officers (tiengdan staff invite).
doctor-officers = { $count } officers cannot be written to in private: ask them to open the chat with the bot again.
doctor-chats-ok = Every staff chat can be reached.
doctor-unacknowledged = { $count } cases have been taken by nobody in time.
doctor-acknowledged = No case has waited too long to be taken.
doctor-no-staff = Unit { $unit } has no staff chat and no officer: its letters are announced to the unit above.

## staff, audit, migrate

staff-invited =
    Invitation word for { $name }: { $word }
    It works once, for 24 hours. The officer writes to the bot in private:  /gan { $word }  (on Zalo: #gan { $word })
    Who has only e-mail opens the page /console/moi and types this word.
    The account is in force once an administrator confirms it. The first administrator needs nobody.
staff-unit-unknown = No unit has the code { $code }. Known codes: { $known }.
audit-fine = The audit chains of all cases are whole.
audit-seals = the chain over all
audit-broken = The audit chain was changed in { $count } cases: { $cases }
migrated = The database has schema { $version }.

## classify, language, deadline, holidays

line-not-json = Line { $number } is not JSON.
line-without-text = Line { $number } has no key "text" that is a string.
line-too-long = Line { $number } is too long.
line-without-label = Line { $number } has no proper "kind", "topic" or "urgent".
lines-left-out = Left out { $count } lines that could not be read.
evaluate-nothing = Nothing to evaluate yet.
evaluate-head = { $count } texts, kind right { $right }, macro-F1 of kinds { $macro }
evaluate-sure = Sure of { $share }; of these right { $right }
evaluate-asked = Asks one question back: { $share }
evaluate-confusion = Confusion (rows: right kind; columns: kind proposed)
evaluate-there = texts
evaluate-precision = precision
evaluate-recall = recall
evaluate-f1 = F1
evaluate-topics = macro-F1 of topics { $macro }
evaluate-without-topic = { $count } lines say no topic (topic: null): only their kind is counted.
evaluate-urgent = urgent
evaluate-calibration = Confidence said, and how often it was right
evaluate-band = from { $low }: { $count } texts, said { $said }, right { $right }
file-unreadable = The file { $file } cannot be read.
deadline-needs = --kind, --event and --on are needed; or --batch with a file.
deadline-failed = Cannot be computed: { $reason }
deadline-none = This event starts no time limit.
deadline-line = { $due }: { $title } ({ $count } { $unit }; { $article })
deadline-unit-wd = working days
deadline-unit-cd = days
deadline-line-wrong = Line { $line }: { $reason }
deadline-lines-wrong = { $count } lines could not be answered; the others are printed in their places. Correct those lines and run again.
holiday-line = { $day }  { $effect }  { $reason }{ $has_source ->
        [yes] {" "}({ $source })
       *[no] {""}
    }
holiday-off = off
holiday-work = work
holiday-needs = A reason (--reason) and a source (--source) are needed; neither may be empty.
holiday-added = { $day } is now { $effect } (before: { $before }). Calendar version { $version }. The running program counts its open dates anew within a minute and tells the officers.
holiday-added-same = { $day } is noted as { $effect }, which it already was ({ $before }). Calendar version { $version }.

deadline-notice = Tell the sender what becomes of the letter
deadline-to-cao-forward = Forward the denunciation to the competent authority and tell the sender
deadline-to-cao-anonymous = Forward an unsigned denunciation to the competent authority
deadline-to-cao-inform-sender = The authority reports back to the Front
deadline-to-cao-accept = The competent authority decides whether to take it up
deadline-to-cao-settle = Settle the denunciation
deadline-to-cao-settle-complex = Settle the denunciation, complex matter
deadline-to-cao-settle-special = Settle the denunciation, especially complex matter
deadline-to-cao-notify-acceptance = Tell the sender that it was taken up
deadline-to-cao-conclusion = Send the conclusion on the denunciation
deadline-khieu-nai-accept = The competent authority takes up the complaint
deadline-khieu-nai-settle = Settle the complaint
deadline-khieu-nai-result-to-front = Send the result to the Front
deadline-khieu-nai-send = Send the decision on the complaint
deadline-khieu-nai-second = The time for a second complaint ends
deadline-khieu-nai-limit = The time for complaining ends
deadline-kien-nghi-reply = The authority answers the Front (our own follow-up date)

## chat

flag-channel = The channel that the talk pretends to be on.
chat-hello = Type as a resident would. [Label] taps a button, (photo) words sends a picture, + 7 days lets time pass. Ctrl+D ends.
chat-unplayable = This line cannot be played: { $line }

## zalo

cmd-zalo = The Zalo Official Account channel: its permission to write.
cmd-zalo-connect = Show the consent link of the Zalo OA, take the code, keep the permission (sealed).
flag-zalo = Try Zalo too: a page that plays the Zalo app, on the next port.
zalo-off = config.toml has no [zalo_oa] app_id. docs/zalo.md shows every screen.
zalo-no-address = web.public_url is needed (the https address that Zalo leads back to).
zalo-connect =
    1. This address must stand in the Zalo app (developers.zalo.me, Official Account, Callback URL):
       { $redirect }
    2. The administrator of the Zalo OA opens this link, chooses the OA and agrees:
       { $link }
    3. Copy the whole address of the page that appears then.
zalo-connect-code = Paste the address (or the code) here
zalo-other-answer = This address does not answer the link shown above. Run the command again and use the new link.
zalo-refused = Zalo refused (code { $code }). A code is good once and for 10 minutes: run the command again. If it goes on, check app_id, app_secret and the Callback URL; docs/zalo.md has a table of codes.
zalo-connected = Connected with the Zalo OA “{ $name }”. The permission is sealed in the database; a running program uses it at once.
doctor-grant = The permission to write through { $channel } is good for { $days } days and renews itself while the program runs.
doctor-grant-none = There is no permission to write through { $channel } yet: run "tiengdan zalo connect".
doctor-grant-lost = Zalo has taken the permission to write back ({ $channel }): run "tiengdan zalo connect". Outgoing messages are kept.
doctor-grant-ending = The permission to write through { $channel } ends in { $days } days: keep the program running, or run "tiengdan zalo connect".
doctor-spool = { $count } events of { $channel } wait on disk for the database. Is the program running?
doctor-undelivered = { $count } messages could not be delivered and wait for residents to write again: see /chuagui.
init-zalo-app-id = App ID of the Zalo app (empty if there is none yet; docs/zalo.md shows every screen)
init-zalo-app-secret = App Secret (of the Zalo app)
init-zalo-oa-id = OA ID
init-zalo-oa-secret-key = OA Secret Key (it signs the webhook)
demo-zalo =

      Play Zalo           { $address }/
      Letters to staff    { $address }/thu

demo-mail-title = E-mail to staff (simulated mail server)
demo-mail-under = In this trial the officers have no Telegram: a new letter brings an e-mail here. It holds a code and a link, no word of the letter.
demo-mail-empty = No e-mail yet. Try sending a letter.
demo-zalo-oa = The Front of the ward (trial)
demo-zalo-under = A simulated Zalo on this machine: nothing leaves it
demo-zalo-send = Send
demo-zalo-write = Message
demo-zalo-photo = Send photos
demo-zalo-place = Send a place
demo-zalo-people = Who holds the phone
demo-zalo-person = Person
demo-zalo-manager = OA Manager
demo-zalo-manager-help = An officer types in OA Manager: the machine is silent for 30 minutes.
demo-zalo-manager-send = Officer sends
demo-zalo-by-hand = typed by an officer
demo-zalo-time = Zalo's time
demo-zalo-time-help = After 7 days without a word, Zalo lets nothing through.
demo-zalo-day = 1 day forward
demo-zalo-week = 8 days forward
demo-zalo-ties = Ties with the OA
demo-zalo-follow = Follow
demo-zalo-unfollow = Unfollow
demo-zalo-withdraw = Withdraw consent
demo-zalo-form = [Form to share a phone number]

# Bản sao và khóa. / Copies and keys.
cmd-backup = Make a sealed copy of everything (but the keys) while the program runs, and read it again.
cmd-restore = Bring a copy back into an empty place.
flag-backup-out = The file of the copy (default: a name with date and time in [backup] folder).
flag-backup-recipient = Public age key of somebody who can open the copy; may be given several times.
flag-backup-passphrase = File that holds the passphrase of the copy.
flag-backup-keys = Put the key file into the copy as well. Whoever opens the copy can then read every letter.
flag-restore-identity = File of a private age key (age-keygen); may be given several times.
flag-restore-check = Only read and check the copy.
flag-copy-to = Carry everything from SQLite into an empty PostgreSQL database.
backup-ask = Passphrase of the copy
backup-unsealed = Nobody is named who may open the copy. Set [backup] recipients or passphrase_file, or use --recipient or --passphrase-file.
backup-exists = There is a file { $file } already. Choose another name.
backup-made = Made the copy { $file } and read it again: { $letters } letters, { $rows } rows, { $files } files.
backup-keys-apart = The keys are not in it: keep a copy of the key file elsewhere. Without it the copy cannot be read.
backup-keys-inside = The keys are in it: whoever opens it can read every letter. Lock it away.
restore-unopened = Say how the copy opens: --identity FILE or --passphrase-file FILE.
restore-checked = The copy of { $at } is whole: { $letters } letters, { $rows } rows, { $files } files.
restore-done = Brought back the copy of { $at }: { $letters } letters, { $rows } rows, { $files } files; the audit chains hold.
copied = Carried over { $rows } rows, { $letters } letters among them; every row was compared and the audit chains hold. Set [database] url to the new address and start again. The old SQLite file is still there.
copy-wrong-url = Copying goes from sqlite:/// to postgresql:// only.
storage-databaseaway = The database server does not answer or does not let us in. See whether it runs, and whether address and password in [database] url are right.
storage-sharedconnections = The pooler before the database server gives one connection to several in turn (PgBouncer: pool_mode = transaction). Set it to session, or name the server itself in [database] url.
storage-wrongencoding = The database on the server keeps texts in { $detail }, not in UTF8. Make it anew: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.
storage-wrongkeyfile = This key file belongs to another database. Bring the right one.
storage-backupbroken = The copy is damaged or not one of ours. Use another one.
storage-backupsealed = The copy does not open with this passphrase or key, or its beginning is damaged.
storage-backuptoonew = The copy was made by a newer version. Update the program.
storage-wrongrecipient = Who may open the copy must be a public age key: it begins with age1.
storage-notempty = There is data already where it should go. Use an empty place; nothing was changed.
storage-copydiffers = The copy was not the same as the original and was dropped; nothing was changed. Run tiengdan audit verify on the original.
config-key-file-apart = there is no key file, and the copy holds no keys.
    .fix = bring the key file from where it is kept (chmod 600), then run this again.
doctor-backup = The last backup was made { $hours } hours ago.
doctor-backup-old = The last backup is { $hours } hours old ({ $most } are allowed). Run tiengdan backup.
doctor-backup-none = There is no backup yet. Run tiengdan backup.
cmd-key = The keys of the store.
cmd-key-rotate = Change the data key while the program runs; if it was broken off, run it again and it goes on.
key-rotated = Sealed { $rows } rows and { $files } files under the new key. Put a new copy of { $file } into its safe place now.
key-retired = The old key is in { $file }: only copies made until now need it. Take that file to where keys are kept, then make a new backup.

flag-public = For everybody to read: nobody who denounced can be guessed at (text, json, csv).
cmd-close = Close a printed period; later changes show as corrections in the next.
flag-reopen = Why a closed period is opened again.
close-closed = { $text } is closed.
close-reopened = { $text } is open again.
close-twice = { $text } is closed already. To close it anew, open it first: --reopen "reason".
close-not-closed = { $text } is not closed, so that it cannot be opened again.
close-running = { $text } is not over yet, so that it cannot be closed.
close-unproven = The figures of { $text } do not agree, so that it is not closed. "tiengdan report" names the cases to mend.
storage-outage = The database cannot work ({ $name }): disk full, file locked or read-only, or connection lost. Run tiengdan doctor.

demo-second =
    The second step before a denunciation opens: no phone is needed, the page shows the code of the moment.
    To try it with a phone, add this key to an authenticator app: { $secret }

file-missing = "{ $file }" was not found. Look at the path.
file-forbidden = "{ $file }" may not be read or written. Look at the owner and the permissions of that file or folder.
file-no-room = The disk was full when "{ $file }" was written. Make room, then run it again.
disk-no-room = The disk is full, so this command stopped half-way; what was there is untouched. Make room, then run it again.
file-failed = "{ $file }" could not be read or written. Look at the disk, the folder and its permissions.
