-- What a statement claims, as the encoder of claims sees it: 128 signed bytes, or none.
ALTER TABLE statements ADD COLUMN sense BLOB NOT NULL DEFAULT x'';
