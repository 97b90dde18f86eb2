# Words of the officers' console: the list, the search, a letter, staff, health, the trial's chats.

web-yours = You
web-filter-done = With an outcome
web-filter-go = Filter
web-all-units = All my units
web-pages = Pages of the list
web-page-before = Previous
web-page-next = Next
web-page-here = Page { $n }
web-page-of = Page { $n } of { $last }
web-search = Find a letter
web-search-hint = Code, name, phone number
web-search-label = Code, or the exact name or phone number of the sender
web-search-go = Find
web-search-words = Search inside letters
web-search-older = Go on with older letters
web-search-audited = Searching inside means opening and reading letters: for each one found it is written down who searched. Denunciations are never opened by a search.
web-search-short = Please type at least 2 characters.
web-search-found = Letters found: { $found }.
web-search-read = Letters found: { $found }, among the newest { $read } that were read.
web-search-none = Nothing found. Names and phone numbers must be typed exactly, with their marks; of a code, a part is enough.

web-stale = This letter has just changed.
web-reload = Reload
web-print = Print
web-line = The life of this letter
web-moves = What can be done
web-signed = Signed paper
web-signed-yes = Here
web-openings = Who opened it ({ $n })
web-life-found = Found by a search
web-act = Handle the letter
web-act-back = Back to { $code }
web-act-write = Write here
web-act-or-write = Or write here
web-act-next = Continue
web-act-over = This step can no longer be done: it took too long, or it was done elsewhere. Please open the letter again and press what you want to do.

web-people = Staff
web-people-staff = Staff
web-people-units = Units and group chats
web-people-name = Name
web-people-role = Role
web-people-chat = Private chat
web-people-chats = Group chats
web-people-none = None yet
web-people-sessions = { $n ->
    [0] no open session
    [1] 1 open session
   *[other] { $n } open sessions
}
web-reachable = reachable
web-unreachable = cannot be reached
web-second-is-on = on
web-second-is-off = off
web-second-is-locked = locked for now
web-people-act = Actions
web-people-change = Change
web-people-sign-out = Sign out everywhere
web-people-reset-it = Reset two-step check
web-people-revoke = Remove
web-people-restore = Let back in
web-people-pending = Waiting for your yes
web-people-confirm = Accept
web-people-refuse = Refuse
web-people-invite = Invite somebody
web-people-make = Make the invitation
web-people-former = No longer or not yet at work ({ $n })
web-staff-state-revoked = removed
web-staff-state-refused = refused
web-staff-state-invited = invited, not here yet
web-people-confirmed = Accepted. They were told in their private chat.
web-people-refused = Refused. They were told in their private chat.
web-people-revoked = Removed. All their sessions and links ended at once.
web-people-restored = They work here again. Their chat accounts come back when the program next starts.
web-people-reset = The two-step check is reset and they are signed out everywhere. Next time they scan a new code.
web-people-signed-out = They are signed out everywhere.
web-people-not-oneself = You cannot do this for yourself. Please ask another administrator.
web-people-incomplete = Please give a name, a role and a unit.
web-people-word = The invitation for { $name }, good once within { $hours } hours. It is shown only now:
web-people-word-how = They write to the bot in private: /gan { $word }. Then accept them on this page.

web-health = Health
web-health-good = Fine
web-health-good-all = Everything is fine.
web-health-bad = Look here
web-health-bad-count = { $n } things need an administrator.
web-health-note = Note
web-health-doctor = For a closer look, every channel included, run tiengdan doctor on the server.

web-trial = Group chats
web-trial-why = This trial is not connected to Telegram or Zalo. Below are exactly the messages that the group chat of each unit, and your own private chat, would get.
web-trial-group = Group of { $unit }
web-trial-private = My private chat
web-trial-empty = Nothing yet. Send a letter on the residents' page.
web-people-page = Staff and units

web-scan = Photo or file of the paper (several pages may be chosen)
web-scan-add = Attach
web-scan-refused = The file was not taken: { $why } Please choose another, or press a button to go on without one.
web-scan-away = The virus scanner does not answer, so the file was not taken. Please try again in some minutes.
web-scan-none = No file was chosen. Please choose a photo or a file, then press Attach.
web-scan-large = The files sent at once are larger than allowed. Please go back and choose smaller ones, or send them one by one; what you wrote is still there.
