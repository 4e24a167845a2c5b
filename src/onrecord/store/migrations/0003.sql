-- How sure the reading is: of the words and their source, and of who that is. 0 to 1.
ALTER TABLE statements ADD COLUMN confidence REAL NOT NULL DEFAULT 1;
ALTER TABLE statements ADD COLUMN speaker_confidence REAL NOT NULL DEFAULT 1;
