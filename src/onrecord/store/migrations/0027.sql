-- What the desk works at behind its pages: the sample being read, an archive kept, a round of fetching. So that whoever
-- asks sees how far it is, and what failed stays known when the desk has ended.
CREATE TABLE errands (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                  -- sample, keep, fetch
    what TEXT NOT NULL,                  -- in a few words: a file's name, an address
    who TEXT NOT NULL,                   -- who asked for it
    begun TEXT NOT NULL,                 -- UTC, ISO 8601
    ended TEXT,
    total INTEGER,                       -- pages there are to read; NULL where that is not known
    done INTEGER NOT NULL DEFAULT 0,     -- pages read
    refused INTEGER NOT NULL DEFAULT 0,  -- of these
    error TEXT NOT NULL DEFAULT ''       -- why it came to no good end
) STRICT;
CREATE INDEX errands_open ON errands (id) WHERE ended IS NULL;
