### Many letters at once: staff are told in one message instead of one for each.

gathering-new = 📥 { $n ->
    [one] One new letter
   *[other] { $n } new letters
    } since { $start } that nobody has taken.
gathering-late = ⏰ { $n ->
    [one] One letter
   *[other] { $n } letters
    } that nobody took in time.
gathering-kinds = Among them: { $kinds }.
gathering-why = Many letters came at once, so they are told together. Urgent ones are still told one by one. No date changes.
gathering-list = See and take them: { $link }
opt-gathering = Show the list
