-- Where its outlet says an article belongs, its section, what structure its text has, what its page says about it, and
-- signs that the text is not the whole story or more than it. JSON lists of {kind, ...}.
ALTER TABLE articles ADD COLUMN canonical TEXT;
ALTER TABLE articles ADD COLUMN section TEXT;
ALTER TABLE articles ADD COLUMN parts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE articles ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE articles ADD COLUMN signals TEXT NOT NULL DEFAULT '[]';
