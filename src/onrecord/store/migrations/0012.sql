-- What settling keeps so that a late article touches only what it is near to. All of it is made from readings, and can
-- be made again. `number` stands for an article's id, and is made from it.

-- Articles whose reading or whose judgements changed since they were settled.
CREATE TABLE touched (
    article TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE sketches (
    number INTEGER PRIMARY KEY,
    article TEXT NOT NULL UNIQUE REFERENCES articles (id),
    address TEXT NOT NULL,               -- where it was found; empty where that is unknown
    home TEXT NOT NULL,                  -- where its outlet says it belongs
    late TEXT NOT NULL,                  -- JSON: its place among the versions of its page
    size INTEGER NOT NULL,               -- characters of its text
    prints TEXT NOT NULL,                -- JSON list of the runs of words that stand for it
    published TEXT,                      -- YYYY-MM-DD
    day INTEGER,                         -- the same, counted
    terms TEXT NOT NULL,                 -- JSON list of [term, weight], strongest first
    portrait BLOB NOT NULL,              -- what it is compared by, as stories.packing writes it
    standing INTEGER NOT NULL,           -- 1: it stands for its copies and versions
    block INTEGER,                       -- the articles that are grouped together with it have the same
    level INTEGER                        -- how strict the links of that block are
) STRICT;
CREATE INDEX sketches_by_address ON sketches (address) WHERE address <> '';
CREATE INDEX sketches_by_block ON sketches (block) WHERE block IS NOT NULL;
CREATE INDEX sketches_by_day ON sketches (published);

CREATE TABLE prints (
    print INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (print, number)
) STRICT, WITHOUT ROWID;

-- What two articles that were compared word by word are to each other.
CREATE TABLE overlaps (
    article TEXT NOT NULL,
    "of" TEXT NOT NULL,
    share REAL NOT NULL,
    relation TEXT,                       -- null for versions of one page
    why TEXT NOT NULL,
    PRIMARY KEY (article, "of")
) STRICT, WITHOUT ROWID;
CREATE INDEX overlaps_by_of ON overlaps ("of");

-- By which terms articles that stand for others are found; day 0 where it is unknown.
CREATE TABLE postings (
    term TEXT NOT NULL,
    day INTEGER NOT NULL,
    number INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    PRIMARY KEY (term, day, number)
) STRICT, WITHOUT ROWID;

-- Articles alike enough to be grouped together; both ways.
CREATE TABLE neighbours (
    number INTEGER NOT NULL,
    other INTEGER NOT NULL,
    likeness REAL NOT NULL,
    PRIMARY KEY (number, other)
) STRICT, WITHOUT ROWID;

-- In what ways speakers are named: each once, and under which party that is settled.
CREATE TABLE voices (
    id INTEGER PRIMARY KEY,
    party TEXT,
    name TEXT,
    role TEXT,
    times INTEGER NOT NULL,
    settled TEXT
) STRICT;
CREATE TABLE article_voices (
    article TEXT NOT NULL,
    voice INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (article, voice)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_voices_by_voice ON article_voices (voice);

-- The days that a story's heat is counted from. JSON list.
ALTER TABLE stories ADD COLUMN days TEXT NOT NULL DEFAULT '[]';
CREATE INDEX stories_by_heat ON stories (heat) WHERE heat > 0;
CREATE INDEX copies_by_article ON copies (article);
CREATE INDEX copies_by_of ON copies ("of");
CREATE INDEX versions_by_article ON versions (article);
CREATE INDEX versions_by_before ON versions (before);

DROP TABLE parties;
CREATE TABLE parties (
    statement TEXT PRIMARY KEY REFERENCES statements (id) ON DELETE CASCADE,
    party TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_by_name ON parties (party);
DELETE FROM copies;
DELETE FROM versions;
DELETE FROM stories;
DELETE FROM claims;
DELETE FROM marks;
INSERT INTO touched SELECT DISTINCT article FROM finds;
