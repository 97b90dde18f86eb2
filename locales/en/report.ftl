### Words of the report: the sentence, the Excel file, errors of the report command and of /thongke.

## Reporting period

report-day = { $day }/{ $month }/{ $year }
report-period-month = month { $n }/{ $year }
report-period-quarter = quarter { $n }, { $year }
report-period-half =
    { $n ->
        [1] first half of { $year }
       *[other] second half of { $year }
    }
report-period-nine-months = first nine months of { $year }
report-period-year = year { $year }
report-days = { $period } (from { $first } to { $last })
report-days-span = from { $first } to { $last }
report-calendar-state = Months of the State: from the 15th of the month before to the 14th.
report-calendar-civil = Calendar months.

## The sentence

report-comma = { ", " }
report-semicolon = { "; " }
report-space = { " " }
report-sentence-visits = received citizens { $count } times, { $letters }
report-sentence-letters =
    { $count ->
        [1] took in { $count } letter{ $levels }{ $kinds }
       *[other] took in { $count } letters{ $levels }{ $kinds }
    }
report-sentence-none = took in no letters
report-sentence-levels = { " " }({ $parts })
report-sentence-kinds = { ", " }of which { $parts }
report-sentence-level = { $level }: { $count }
report-sentence-kind = { $kind }: { $count }
report-sentence-end = { $sentence }.
report-all-forwarded = The eligible letters have been considered and passed on to the authorities competent to settle them.
report-fates-eligible = Of { $count } eligible letters: { $parts }.
report-fates-all = Of { $count } letters received: { $parts }.
report-fate-forwarded = forwarded { $count }
report-fate-guided = guided { $count }
report-fate-answered = answered { $count }
report-fate-returned = returned { $count }
report-fate-archived = filed away { $count }
report-fate-withdrawn = withdrawn by the sender { $count }
report-fate-split = split { $count }
report-fate-duplicate = duplicate { $count }
report-fate-own-matter = settled by the Front itself { $count }
report-fate-open = under consideration { $count }

## The sentence on supervision, social criticism and meetings.

report-activity-supervision-independent = { $count } supervision teams of its own
report-activity-community = community supervision of investment: { $parts }
report-activity-works = { $count } works
report-activity-violations = { $count } works or projects found wrong
report-activity-remedied = { $count } put right
report-activity-supervision-joint = supervision with others { $count } times
report-activity-fields = { ", " }of which { $parts }
report-activity-field-trat-tu-xay-dung = building order { $count }
report-activity-field-dan-chu-co-so = democracy at the grass roots { $count }
report-activity-field-dat-dai = land { $count }
report-activity-field-khac = other fields { $count }
report-activity-held = held { $parts }
report-activity-social-criticism = { $count } conferences of social criticism
report-activity-opinion-meeting = { $count } meetings on building the Party and the government
report-activity-dialogue = { $count } dialogue conferences
report-activity-voter-meeting = { $count } meetings with voters
report-activity-explanation-session = { $count } explanation sessions
report-voter-rate = Rate of voters' petitions settled, within the authority of the level { $level }: { $whole }.{ $fraction }% ({ $resolved }/{ $count }).

report-heading = { $unit } · { $period }
report-balance = Carried over { $carried } + received { $received } = handled { $handled } + open { $open }.
report-overdue = Overdue: { $count }.
report-by-kind = Received, by kind: { $parts }.
report-by-level = Received, by level: { $parts }.
report-by-unit = Received, by unit:
report-unit-line = { "  " }{ $name }: { $count }
report-by-topic = Received, by topic: { $parts }.
report-by-channel = Received, by channel: { $parts }.
report-part = { $name } { $count }
report-checked = { $count } checks made, all of them hold.
report-seal = Seal of the case log: { $seal }
report-seal-none = none yet

## Names

report-level-trung_uong = central
report-level-tinh = province
report-level-thanh_pho = city
report-level-quan = district
report-level-huyen = rural district
report-level-phuong = ward
report-level-xa = commune
report-level-dac_khu = special zone
report-level-khu_dan_cu = residential area

report-kind-to_cao = denunciations
report-kind-khieu_nai = complaints
report-kind-kien_nghi_phan_anh = petitions
report-kind-khac = others

report-topic-trat_tu_xay_dung = Building order
report-topic-dat_dai = Land
report-topic-moi_truong = Environment
report-topic-giao_thong_ha_tang = Roads and utilities
report-topic-dan_chu_co_so = Grassroots democracy
report-topic-an_ninh_trat_tu = Public order
report-topic-chinh_sach_xa_hoi = Social policy
report-topic-y_te_giao_duc = Health and education
report-topic-can_bo_cong_vu = Officials and service
report-topic-tham_nhung_tieu_cuc = Corruption
report-topic-khac = Other

report-channel-telegram = Telegram
report-channel-web = Web page
report-channel-zalo = Zalo
report-channel-zalo_oa = Zalo OA
report-channel-zalo_bot = Zalo Bot
report-channel-email = Email
report-channel-paper = Paper
report-channel-in_person = In person
report-channel-post = Post
report-channel-phone = Phone
report-channel-forwarded = Forwarded by others

## Workbook

sheet-summary = Summary
sheet-units = Units
sheet-topics = Topics
sheet-channels = Channels
sheet-activities = Activities
sheet-definitions = Definitions
sheet-title-summary = LETTERS RECEIVED AND HANDLED
sheet-title-units = LETTERS BY UNIT AND KIND
sheet-title-topics = LETTERS RECEIVED, BY TOPIC AND KIND
sheet-title-channels = LETTERS RECEIVED, BY CHANNEL AND KIND
sheet-title-activities = SUPERVISION, CRITICISM, MEETINGS AND VOTERS' PETITIONS
sheet-title-definitions = HOW EACH COLUMN IS COUNTED
sheet-subtitle = Reporting period: { $period }. { $calendar }
sheet-footer = Made at { $made } · Seal of the case log: { $seal }
sheet-page = Page &P/&N
sheet-balance = Checked: carried over + received = handled + open; the levels and the kinds each add up to all letters.

column-number = No.
column-unit = Unit
column-level = Level
column-total-row = Total
column-topic = Topic
column-channel = Channel
column-term = Column
column-meaning = How it is counted
column-visits = Visits
column-people = People
column-delegations = Crowds
column-carried_over = Carried over
column-received = Received
column-total = All letters
column-kinds = Received, by kind
column-kind-to_cao = Denunciations
column-kind-khieu_nai = Complaints
column-kind-kien_nghi_phan_anh = Petitions
column-kind-khac = Others
column-eligibility = By eligibility
column-eligible = Eligible
column-eligible_matters = Eligible (matters)
column-ineligible = Not eligible
column-handled = Handled
column-outcomes = Handled, by outcome
column-forwarded = Forwarded
column-guided = Guided
column-answered = Answered
column-archived = Filed away
column-withdrawn = Withdrawn
column-returned = Returned
column-split = Split
column-duplicate = Duplicate
column-own_matter = Own matter
column-urged = Urged
column-replied = Replies
column-resolved = Settled
column-joint-fields = Supervision with others, by field
column-voters = Voters' petitions, authority of the level { $level }
column-voter_petitions = Petitions
column-voter_petitions_resolved = Settled petitions
column-supervision_independent = Supervision teams of its own
column-supervision_joint = Supervision with others
column-community_works = Community supervisions of investment
column-works = Works supervised
column-violations = Works found wrong
column-remedied = Put right
column-social_criticism = Conferences of social criticism
column-opinion_meeting = Meetings on building the Party and the government
column-dialogue = Dialogue conferences
column-voter_meeting = Meetings with voters
column-explanation_session = Explanation sessions
column-open = Open
column-overdue = Overdue
column-marks = Of the received
column-anonymous = No name
column-urgent = Urgent
column-sum = Sum

meaning-visits = Citizens received in the period, by the reception register.
meaning-people = People received in the period, by the reception register.
meaning-delegations = Crowds received in the period, by the reception register.
meaning-carried_over = Letters received before the period that had no outcome by the end of the day before it, or were opened again during it.
meaning-received = Letters whose day of receipt lies in the period, first and last day included, Vietnamese time.
meaning-total = Carried over + received. Also handled + open.
meaning-kinds = By the kind that the case has now. A letter of several matters counts by its main one.
meaning-eligible = Letters received in the period that an officer found eligible. Letters of kind other are never among them.
meaning-eligible_matters = Matters behind the eligible letters: several letters about one matter, or repeating one, count once. A matter with letters at several units counts once in the row Total.
meaning-ineligible = Letters received in the period that were found not eligible, those of kind other included.
meaning-handled = Letters whose outcome is dated in the period and that are not open again at its end.
meaning-outcomes = Handled letters by the outcome that stands at the end of the period. They add up to Handled.
meaning-urged = Letters whose authority was urged in the period; a letter counts once however often.
meaning-replied = Letters with a written reply dated in the period.
meaning-resolved = Letters settled in the period, by the day in the register.
meaning-open = Letters received that have no outcome by the end of the last day, those opened again included.
meaning-overdue = Letters handled after their due day, and open ones whose due day was over at the end of the period (a running period: today).
meaning-anonymous = Letters received in the period whose sender chose to give no name.
meaning-urgent = Letters received in the period that showed danger to life or body.
meaning-unit = Each row holds the letters of that unit itself, not of those below it; the row Total holds all.

## Errors

report-period-unreadable = "{ $text }" is no period. Write it like 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026 or 2026-10-01..2026-10-15.
report-period-unreadable-chat = This is no period. Write it like 10/2026, Q3/2026, H1/2026, 2026-9M, 2026 or 01/10/2026..15/10/2026.
report-period-backward = The period "{ $text }" ends before it begins. Write the first day first.
report-period-backward-chat = This period ends before it begins. Write the first day first.
report-calendar-unknown = There is no calendar "{ $text }". Choose state (from the 15th of the month before to the 14th) or civil (calendar months).
report-calendar-unknown-chat = The setting [reports] month must be state or civil.
report-remark-not-begun = Note: this period has not begun (it begins on { $first }); the figures are of what was written down ahead.
report-remark-running = Note: this period ends on { $last }; the figures are as of today.
report-remark-before = Note: { $unit } did not stand in this period (it stands since { $day }).
report-remark-former = What counted then is printed for the units of that time: { $units }.
report-remark-after = Note: { $unit } stood until { $day } and no more in this period; the figures are what is still under its old name.
report-remark-heir = It was taken over by { $unit }.
report-unit-unknown = No unit has the code "{ $text }".
report-unit-unknown-chat = Your unit is not in the settings. Please ask the administrator.
report-format-unknown = There is no report format "{ $text }". Choose text, json, csv, xlsx, docx or png.
report-out-needed = The format { $text } needs a place to go: add --out NAME.{ $text }.
report-out-failed = Could not write to "{ $text }". Check the folder and its permissions.
report-written = Report written to { $text }
report-does-not-add-up = The report of this period cannot be given yet: the figures do not add up. The administrator finds the cases with the report command.
report-refused = No report: the figures do not add up. Correct the cases below and run it again.
report-failed-check = - { $rule }: { $cases }
report-failed-more = { $cases } and { $count } more
report-failed-where = { $where } (cases: { $cases })

check-row-unit = the unit is not in the list
check-row-kind = the kind is missing or wrong
check-row-topic = the topic is missing or wrong
check-row-channel = the channel is missing
check-row-received = the day of receipt is wrong
check-row-due = the due day is wrong
check-row-outcome = the outcome is wrong, or two places differ
check-row-outcome-day = an outcome without a day, or a day without an outcome
check-row-order = the days are out of order (an outcome before receipt, opened again while open)
check-row-status = the status does not go with the outcome
check-row-eligible = a letter of kind other is marked eligible
check-row-moved = a wrong day on which a letter was given to another unit
check-row-watched = a wrong day of urging, reply or settlement
check-eligible-kinds = eligible letters are not the sum of denunciations, complaints and petitions
check-register-row = a wrong line of a register (unit, day, number or sort)
check-register-fields = some joint supervisions have a field and some do not, so the parts are not the whole
check-register-works = more works found wrong than supervised, or more put right than found wrong
check-balance = carried over + received differs from handled + open
check-balance-all = the sum of all does not balance
check-balance-unit = a unit does not balance
check-balance-level = a level does not balance
check-balance-kind = a kind does not balance
check-balance-topic = a topic does not balance
check-balance-channel = a channel does not balance
check-split-unit = the units do not add up to all
check-split-level = the levels do not add up to all
check-split-kind = the kinds do not add up to all
check-split-topic = the topics do not add up to all
check-split-channel = the channels do not add up to all
check-tallies = the running tallies differ from the recount of the cases

## Topics that a committee added

report-by-own-topic = Of these, by own topic: { $parts }.
sheet-own-topics = Own topics
sheet-title-own-topics = LETTERS RECEIVED BY OWN TOPIC
column-own-topic = Own topic
column-under-topic = Under topic
