-- What changed from one settling to the next: only added to, so that whoever is told is told once.
CREATE TABLE changes (
    seq INTEGER PRIMARY KEY,             -- in the order in which they were worked out
    id TEXT NOT NULL UNIQUE,             -- from content: the same change is kept once
    kind TEXT NOT NULL,                  -- appeared, status, position, origin, figure, merged, ...
    cause TEXT NOT NULL,                 -- news, judgement, rules; what rules changed is never delivered
    aspect TEXT NOT NULL,                -- of what the last change holds: its claim or story, and what of it
    "on" TEXT,                           -- the day of the news
    "at" TEXT NOT NULL,                  -- when it was worked out; UTC, ISO 8601
    shape TEXT NOT NULL                  -- JSON: all that is told of it
) STRICT;
CREATE INDEX changes_by_aspect ON changes (aspect, seq);
CREATE INDEX changes_by_kind ON changes (kind, seq);
CREATE TRIGGER changes_stay BEFORE DELETE ON changes BEGIN
    SELECT RAISE(ABORT, 'a change is never erased');
END;
CREATE TRIGGER changes_never_change BEFORE UPDATE ON changes BEGIN
    SELECT RAISE(ABORT, 'a change is never changed');
END;

-- Whom a change is about: claims, stories, parties and speakers (in lower case).
CREATE TABLE change_keys (
    kind TEXT NOT NULL,                  -- claim, story, party
    "key" TEXT NOT NULL,
    change INTEGER NOT NULL REFERENCES changes (seq),
    PRIMARY KEY (kind, "key", change)
) STRICT, WITHOUT ROWID;

-- Ids that no claim or story has any more, and where what was in it is: several rows where it was split.
CREATE TABLE former (
    kind TEXT NOT NULL,                  -- claim, story
    id TEXT NOT NULL,
    successor TEXT NOT NULL,             -- may be former itself by now
    shared INTEGER NOT NULL,             -- how many of its statements (articles) are there
    PRIMARY KEY (kind, id, successor)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_by_successor ON former (kind, successor);

-- What settling took away since changes were last worked out, as it was then, and what it made in its place.
CREATE TABLE settling_before (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    state TEXT NOT NULL,                 -- JSON
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE settling_made (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- 'rules': what is being settled is settled anew by other rules; 'judgement': the last one that was told of.
CREATE TABLE telling (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO telling SELECT 'judgement', max(id) FROM judgements HAVING max(id) IS NOT NULL;

CREATE TABLE watches (
    id INTEGER PRIMARY KEY,
    who TEXT NOT NULL,                   -- the reader's name
    kind TEXT NOT NULL,                  -- claim, party, story, search
    "key" TEXT NOT NULL,                 -- an id, a name, words; goes with its claim or story to another id
    label TEXT NOT NULL,
    made TEXT NOT NULL,                  -- UTC, ISO 8601: what changed before is not told
    seen INTEGER NOT NULL,               -- the last change its reader looked at
    feed TEXT NOT NULL UNIQUE,           -- the secret in the address of its feed
    mail TEXT NOT NULL DEFAULT '',       -- an address, or none
    hook TEXT NOT NULL DEFAULT '',       -- an address, or none
    hook_secret TEXT NOT NULL DEFAULT '',
    paused INTEGER NOT NULL DEFAULT 0,
    UNIQUE (who, kind, "key")
) STRICT;
CREATE INDEX watches_by_key ON watches (kind, "key");

-- What each watch has to tell.
CREATE TABLE watch_changes (
    watch INTEGER NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
    change INTEGER NOT NULL REFERENCES changes (seq),
    PRIMARY KEY (watch, change)
) STRICT, WITHOUT ROWID;
CREATE INDEX watch_changes_by_change ON watch_changes (change);

-- How far each way of telling a watch got.
CREATE TABLE deliveries (
    watch INTEGER NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
    way TEXT NOT NULL,                   -- hook, mail
    upto INTEGER NOT NULL,               -- the last change delivered, or given up
    tries INTEGER NOT NULL DEFAULT 0,    -- of the next one
    since TEXT,                          -- when the first of these failed
    next TEXT,                           -- not before; UTC, ISO 8601
    error TEXT NOT NULL DEFAULT '',
    given_up INTEGER NOT NULL DEFAULT 0, -- how many were given up
    PRIMARY KEY (watch, way)
) STRICT, WITHOUT ROWID;
