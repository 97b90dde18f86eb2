### The pages: where there is none, when something broke, what was said about a letter.

web-nowhere-title = There is no such page
web-nowhere = There is no page at this address. The link may have been copied in part. Please go back to the first page, or call { $phone }.
web-broken-title = The page failed
web-broken = Our machine met a fault; it was nothing you did. What was sent before is still there. Please try again in a few minutes; if it fails again, call { $phone }.
web-to-front = To the first page
web-talk = Talk with the sender
web-talk-resident = Sender
web-life-messaged = Message to the sender
web-life-noted = Internal note
web-life-called = Called by telephone
web-talk-note = internal, the sender does not see it
web-talk-files = (sent more files)
web-alike = Similar letters
web-alike-why = These letters may be about the same thing. Please open and compare before you join them.
web-close = Close this period
web-close-why = Close it when its report was handed in: the figures stay as they were then, and later changes are named in the next period. Only a period that is over can be closed.
web-close-again = Open this period again
web-close-again-why = A period opened again takes the figures of now. That it was opened, and why, is written into the journal.
web-closed-at = This period was closed at { $at }.
web-close-done = The period is closed.
web-close-undone = The period is open again.
web-close-reason = Please choose a unit of yours, write why it is opened again (at least 10 characters), and send it once more.
web-close-twice = Period { $text } is closed already. To close it anew, open it again first.
web-close-not-closed = Period { $text } is not closed, so it cannot be opened again.
web-close-running = Period { $text } is not over, so it cannot be closed yet.
web-close-unproven = The figures of period { $text } do not agree, so it is not closed. Please ask who runs the server to run "tiengdan report" for this period, which names the letters to mend.
