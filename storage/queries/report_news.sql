-- name: report_news_claim
-- Whoever writes the row tells the news; nobody tells it again.
INSERT INTO report_news (unit, period, calendar, what, at) VALUES (:unit, :period, :calendar, :what, :at)
ON CONFLICT (unit, period, calendar, what) DO NOTHING RETURNING unit;
