### Reminders, the digest of a morning, the time limits of a letter.

remind = ⏰ { $n ->
    [1] A date
   *[other] { $n } dates
    }
remind-above = ⏰ Overdue in a unit below ({ $n }):
remind-front-left = 🟡 { $code }: { $duty }. Due { $due }, { $days } working days left.
remind-front-today = 🟠 { $code }: { $duty }. Due TODAY { $due }.
remind-front-late = 🔴 { $code }: { $duty }. { $days } working days overdue (due { $due }).
remind-authority-left = 🟡 { $code }: { $duty }. The authority has { $days } working days left (until { $due }).
remind-authority-today = 🟠 { $code }: { $duty }. The authority's date is TODAY { $due }.
remind-authority-late = 🔴 { $code }: { $duty }. The authority is { $days } working days late (due { $due }). Urge it.
dates-moved = 📅 Days off have changed, dates are counted anew ({ $n } letters):
dates-moved-line = { $code }: { $before } → { $after }
digest-own = ☀️ Your work on { $day }
digest-unit = ☀️ { $unit } – { $day }
digest-overdue = 🔴 Overdue ({ $n }): { $codes }
digest-today = 🟠 Due today ({ $n }): { $codes }
digest-soon = 🟡 Due soon ({ $n }): { $codes }
digest-nobody = 👤 Taken by nobody ({ $n }): { $codes }
digest-call = ☎️ The resident was not reached, please call ({ $n }): { $codes }. Then write /dagoi and the code.
digest-owed = 🏛 Authorities that owe an answer ({ $n }): { $codes }. Urge: /dondoc and the code.
digest-owed_soon = 🏛 Answers due soon ({ $n }): { $codes }
digest-awaits = 💬 Waiting for the resident ({ $n }): { $codes }
digest-idle = 🕯 Nothing new for { $days } working days ({ $n }): { $codes }
digest-more = and { $n } more
digest-silent-officers = 📵 Cannot be written to in private: { $names }. Please open the chat with the bot again.
digest-silent-units = 📵 The staff chat cannot be written to: { $units }. Please add the bot again and write /gan.
opt-work = My work

duty-to-cao-forward = forward the denunciation, tell the sender
duty-to-cao-anonymous = deal with the anonymous report
duty-to-cao-inform-sender = report back to the Front
duty-to-cao-accept = decide whether to take it up
duty-to-cao-settle = settle the denunciation
duty-to-cao-settle-complex = settle the denunciation (complex)
duty-to-cao-settle-special = settle the denunciation (especially complex)
duty-to-cao-notify-acceptance = tell the sender that it was taken up
duty-to-cao-conclusion = send the conclusion
duty-khieu-nai-notice = tell the sender the outcome
duty-khieu-nai-accept = take up the complaint
duty-khieu-nai-settle-first = settle the complaint
duty-khieu-nai-settle-first-complex = settle the complaint (complex)
duty-khieu-nai-settle-first-remote = settle the complaint (remote area)
duty-khieu-nai-settle-first-remote-complex = settle the complaint (remote area, complex)
duty-khieu-nai-settle-second = settle the second complaint
duty-khieu-nai-settle-second-complex = settle the second complaint (complex)
duty-khieu-nai-settle-second-remote = settle the second complaint (remote area)
duty-khieu-nai-settle-second-remote-complex = settle the second complaint (remote area, complex)
duty-khieu-nai-result-to-front = send the result to the Front
duty-khieu-nai-send-first = send the decision
duty-khieu-nai-send-second = send the second decision
duty-kien-nghi-notice = tell the sender the outcome
duty-kien-nghi-reply = answer the Front
duty-khac-notice = tell the sender the outcome
