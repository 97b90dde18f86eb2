# Words of sign-in: sessions, the second step, and what an officer is told of them in their own chat.

web-admins-only = This page is for administrators. Please go back to the list of letters, or ask an administrator to do it.
web-me = Account
web-sessions = My account
web-sessions-where = Signed in on
web-sessions-unknown = Unknown device
web-sessions-this = this device
web-sessions-when = Signed in { $made } · last used { $seen }
web-sessions-others = Sign out everywhere else
web-sessions-ended = That device is signed out. It needs a new link to come back.
web-sessions-stranger = A device you do not know? Sign it out now and tell an administrator.

web-second-title = Two-step check
web-second-first = This is a denunciation. Before it opens, please type the 6-digit code on your phone (two-step check).
web-second-go = Type the 6-digit code
web-second-make = Switch on the two-step check
web-second-on = On. After each sign-in a denunciation opens only once you typed the 6-digit code on your phone.
web-second-off = Off. Officers for denunciations must switch it on before they can open one.
web-second-why = Whoever finds your link or sits down at this computer still opens no denunciation: the code on your phone is needed, too.
web-second-app = Install an authenticator app on your phone, for instance Google Authenticator or Microsoft Authenticator.
web-second-scan = Open the app, choose to add an account, and scan this picture:
web-second-picture = QR code that adds the account to the authenticator app
web-second-by-hand = Cannot scan? Type this key into the app
web-second-then = The app shows a 6-digit code that changes every 30 seconds. Type it below.
web-second-ask = Open the authenticator app on your phone and type the 6-digit code of Tiếng Dân.
web-second-code = 6-digit code
web-second-send = Confirm
web-second-passed = Confirmed on this device until you sign out.
web-second-wrong = This code is not right. Please look at the code on your phone again; if it still fails, check the phone's clock.
web-second-used = This code was used just now. Please wait for the next one (at most 30 seconds) and type it.
web-second-locked = Too many wrong codes, so this is locked for now. Please wait 15 minutes and try again.
web-second-locked-until = Too many wrong codes, so this is locked until { $at }. Please wait, then try again.
web-second-lost = Phone lost or changed? Please ask an administrator to reset your two-step check on the Staff page.
web-second-trial = No phone is needed in this trial: the code now is { $code }.
staff-second-made = Your two-step check was just switched on in the console. If that was not you, tell an administrator at once.
staff-second-locked = Somebody typed several wrong codes for your two-step check. Denunciations are locked until { $until }. If that was not you, open the console, Account, sign out the strange device and tell an administrator.
