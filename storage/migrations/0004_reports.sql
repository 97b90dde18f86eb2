-- What admins were told of a unit's period without asking: each thing once, whatever restarts or runs beside.
CREATE TABLE report_news (
    unit text NOT NULL,
    period text NOT NULL,
    calendar text NOT NULL,
    what text NOT NULL,               -- report, rehearsal
    at text NOT NULL,
    PRIMARY KEY (unit, period, calendar, what)
);
