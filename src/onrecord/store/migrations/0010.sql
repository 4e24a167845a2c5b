-- The day of publication as the feed or sitemap that named an article's address writes it.
ALTER TABLE looks ADD COLUMN listed TEXT;
ALTER TABLE captures ADD COLUMN listed TEXT;
