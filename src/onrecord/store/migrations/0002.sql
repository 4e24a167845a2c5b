-- On what a statement rests, as its words tell. JSON list.
ALTER TABLE statements ADD COLUMN basis TEXT NOT NULL DEFAULT '[]';
