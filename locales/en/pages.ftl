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
