-- Which stories share a topic is looked up when a story is read.
DELETE FROM story_notes WHERE kind = 'related';
CREATE INDEX story_notes_by_value ON story_notes (kind, value);
