### Words of what is printed: the workbook (authorities, satisfaction, trend, state forms), charts, the report paper.

report-form-unknown = There is no form "{ $text }" in the chosen format. Use --format xlsx and one of 01/TCD, 02/TCD, 01/XLD, 02/XLD, 03/XLD, 04/XLD.
report-short-span = { $first }–{ $last }
check-forms = a number in a state form differs from the report's

sheet-authorities = Authorities
sheet-satisfaction = Satisfaction
sheet-trend = Trend
sheet-title-authorities = LETTERS PASSED ON TO EACH AUTHORITY, AND ITS ANSWERS
sheet-title-satisfaction = WHAT SENDERS THINK
sheet-title-trend = LETTERS RECEIVED AND HANDLED OVER 12 PERIODS

column-authority = Authority
column-authority-forwarded = Passed on in the period
column-authority-replied = Answered in the period
column-authority-urged = Urged in the period
column-authority-awaited = Unanswered at its end
column-authority-late = Of these, late
authority-nameless = (no authority written down)
authority-note = Late: not answered, and the last day to answer by law, or by the term that the Front sets, is over; counted from the day it was passed on.
waiting-forward = From receipt until passed on ({ $count } letters): half within { $median } days; { $parts }.
waiting-answer = From being passed on until the answer ({ $count } letters): half within { $median } days; { $parts }.
days-span = { $first }–{ $last } days
days-more = { $first } days or more

column-survey_asked = Asked
column-survey_answered = Answered
column-survey_satisfied = Content
column-answer_rate = Share who answered
column-content_rate = Share content
satisfaction-note = The share who answered is of those asked; the share content is of those who answered.
satisfaction-none = Nobody was asked in the period.
column-period = Period

column-channels = Received, by channel
column-channel-in_person = In person
column-channel-post = By post
column-channel-zalo = Zalo
column-channel-telegram = Telegram
column-channel-forwarded = Passed on to us
column-channel-others = Other channels
column-notes = Notes
meaning-channels = By the way it came. In person includes paper letters handed in at the office; other channels are the web page, phone, e-mail.

form-number = Form { $form }
form-circular = Issued with { $circular }
form-gap = Column ({ $column }) is more than { $parts } by { $missing }: letters or matters that belong to none of those columns (open, kept, returned, withdrawn, repeated or settled by us).
form-column-note = Column ({ $column }): { $note }
form-doubted = How columns ({ $columns }) are counted could not be held against the original circular; ask the committee above before handing it in.

## Charts. The | in a period's name is where a line ends.

chart-trend = Letters received and handled, by period
chart-kinds = Letters received in the period, by kind
chart-topics = Letters received in the period, by topic
chart-units = Letters received in the period, by unit
chart-to-forward = From receipt until the letter is passed on
chart-to-answer = From passing a letter on until the answer
chart-subtitle = { $unit } · { $period }
chart-letters = Letters
chart-median = Half of { $count } letters were done within { $median } days.
chart-other-units = { $count } other units: { $letters } letters ({ $share }%).
chart-own-topic = — { $name }
chart-own-topics = — : a topic of the committee’s own, part of the topic above it.
chart-empty = There is no letter to draw in this period.
chart-month = { $n }|{ $year }
chart-quarter = Q{ $n }|{ $year }
chart-half = H{ $n }|{ $year }
chart-told = { $name }: { $values }.

## The report paper (Word)

paper-front = VIETNAM FATHERLAND FRONT
paper-number = No.        /BC-MTTQ
paper-state = SOCIALIST REPUBLIC OF VIET NAM
paper-motto = Independence - Freedom - Happiness
paper-day = …………, { $day }/{ $month }/{ $year }
paper-title = REPORT
paper-subject = Citizens received, letters received and handled, { $period }
paper-intro = { $unit } reports on citizens received and on complaints, denunciations, petitions received and handled, { $period }:
paper-part-results = 1. Results
paper-part-table = 2. Letters by kind and outcome
paper-part-chart = 3. Recent periods
paper-kind = Kind
paper-count = { $count }
paper-rest = Other outcomes
paper-copies = Copies to:
paper-copy-above = - the standing committee above (as a report);
paper-copy-kept = - the files.
paper-on-behalf = ON BEHALF OF THE STANDING COMMITTEE
paper-signer = CHAIR

report-unit-not-yours = That period or unit is not understood, or the unit is not among yours. For example: /thongke tháng 10, /thongke quý 3, /thongke 1/10-15/11, /thongke 2026 phường Yên Hòa.

## Told to admins unasked

announce-report =
    A reporting period has just ended.
    { $said }
announce-failed = A reporting period of { $unit } has just ended. { $reason }
announce-rehearsal = { $unit }: { $period } ends on { $last }. If it were closed now:
announce-line = - { $title } ({ $count }): { $codes }
announce-nothing = - nothing was found that needs mending.
announce-lack-untaken = letters that nobody has taken
announce-lack-undecided = letters not yet found eligible or not
announce-lack-unsorted = open letters still of kind "other"
announce-lack-late = open letters past their day
announce-lack-nowhere = letters passed on without the name of the authority
