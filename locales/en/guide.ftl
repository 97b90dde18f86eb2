### Commands of officers: help, greeting, menu, and "which letter".

staff-greeting =
    Hello { $name } ({ $role }, { $units }).
    New letters, reminders and what residents write come here. Send /viec for what waits, /trogiup for every command.
opt-guide-viec = What waits
opt-guide-console = Officers' page
opt-guide-trogiup = Every command

hint-how = Commands of officers (in private; after one about a letter comes its code, without one I ask which):
hint-section-work = 📥 Work
hint-section-check = 🔎 Checking
hint-section-outcome = 📄 Outcome
hint-section-chase = ⏱ Dates, urging
hint-section-talk = 💬 With the sender
hint-section-desk = 📒 Registers, handing over
hint-section-office = 🏛 General

hint-viec = what waits
hint-don = open a letter
hint-nhan = I take it
hint-khac = everything that may be done with a letter now
hint-tim = find by code, number, name, words
hint-quahan = letters overdue, authorities that are slow
hint-chuagui = news that reached nobody: call
hint-dieukien = go through the conditions
hint-hoithem = ask the sender for what is missing
hint-loai = correct kind and topic
hint-kyten = the signed letter has come
hint-yeucau = answer a request to withdraw or delete
hint-rutgiay = the signed withdrawal has come
hint-lienquan = I am involved: somebody else shall have it
hint-chuyen = forward to the authority
hint-huongdan = guide the sender
hint-traloi = answer the sender
hint-luu = put on file
hint-noibo = take up a matter of the Front itself
hint-tradon = return what another office passed on
hint-tach = split a mixed letter
hint-trung = a repeated letter
hint-vuviec = join into one matter
hint-chuyendv = give to another unit
hint-molai = look again at a letter with an outcome
hint-dondoc = urge a slow authority
hint-phucdap = note the written reply
hint-kiennghi = turn to the authority's superior
hint-thuly = the authority has taken it up
hint-quyetdinh = the authority has decided
hint-han = the time limits of a letter
hint-giahan = extend
hint-tamdung = stop a time limit
hint-tinhtiep = let a time limit go on
hint-nhantin = write to the sender (previewed first)
hint-traodoi = the talk with the sender
hint-ghichu = an internal note
hint-dagoi = I have called the sender
hint-nhapdon = enter a paper or telephoned letter
hint-tiepdan = note a reception
hint-hoatdong = note supervision, opinions, dialogues
hint-lichhen = who comes on the next reception day
hint-giao = give a letter to somebody
hint-bangiao = hand over everything one has
hint-thongke = figures, e.g. /thongke 10/2026
hint-console = link to the officers' page
hint-xacnhan = let new officers in
hint-gan = (in a group) bind the group to a unit

which-letter = /{ $command } – { $what }. Which letter? Tap a code, or send /{ $command } and the code.
which-letter-none = /{ $command } – { $what }. Please add the code, for example: /{ $command } TD-7K3M-9QXH. There is no letter for that in your list now; find codes with /viec or /tim.
or-stop = To stop this: send /huy.
file-not-here = I am waiting for words or a button now, so the photo or file just sent belongs nowhere yet. Please answer this first; photos for a letter already sent: /bosung.
