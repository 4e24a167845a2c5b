-- Who may come to the desk. "key": the name as it is compared; "hash": Argon2id of the pass phrase, NULL until one is chosen.
CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'admin')),
    hash TEXT,
    added TEXT NOT NULL,
    "by" TEXT NOT NULL
) STRICT;

-- Of everything secret only SHA-256 is kept. "kind": a session, a link to choose a pass phrase with, a browser known from before.
CREATE TABLE secrets (
    hash BLOB PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('session', 'link', 'browser')),
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    begun TEXT NOT NULL,
    seen TEXT NOT NULL,
    ends TEXT NOT NULL,
    address TEXT NOT NULL,
    browser TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX secrets_by_person ON secrets (person, kind, begun);
CREATE INDEX secrets_by_end ON secrets (ends);

CREATE TABLE tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    scope TEXT NOT NULL CHECK (scope IN ('read', 'write', 'admin')),
    label TEXT NOT NULL,
    made TEXT NOT NULL,
    "by" TEXT NOT NULL,
    ends TEXT,
    used TEXT
) STRICT;
CREATE INDEX tokens_by_person ON tokens (person);

-- Who came, who could not, and who changed whom; the oldest rows of a kind go when there are too many.
CREATE TABLE people_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    what TEXT NOT NULL,
    name TEXT NOT NULL,
    "by" TEXT NOT NULL,
    address TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX people_log_by_what ON people_log (what, id);
