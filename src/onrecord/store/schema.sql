-- The record, version 1. Later changes are migrations/NNNN.sql, applied in order to new and old records alike.
--
-- evidence    pages, articles        only added; bytes and text are hashed and never changed
-- readings    finds ... figures      what our rules made of the evidence: can be made again from it
-- judgements  judgements             somebody's decision, withdrawn but never erased
-- tallies     parties ... marks      what follows from all of these: dropped and rebuilt in one go

-- ------------------------------------------------------------------------------------------------ evidence

CREATE TABLE pages (
    digest TEXT PRIMARY KEY,             -- SHA-256 of the bytes, hex
    input TEXT NOT NULL,                 -- the name it came under first
    url TEXT,
    added TEXT NOT NULL,                 -- UTC, ISO 8601
    size INTEGER NOT NULL,
    packed BLOB NOT NULL                 -- the bytes, zlib
) STRICT;

CREATE TABLE articles (
    seq INTEGER PRIMARY KEY,             -- order of arrival
    id TEXT NOT NULL UNIQUE,
    page TEXT NOT NULL REFERENCES pages (digest),
    input TEXT NOT NULL,
    input_id TEXT,
    url TEXT,
    url_key TEXT,                        -- equal for addresses that differ in scheme, www and tracking only
    outlet TEXT,
    headline TEXT NOT NULL,
    text TEXT NOT NULL,
    text_key TEXT NOT NULL,              -- equal for texts that differ in spacing only
    byline TEXT NOT NULL,                -- JSON list
    agency TEXT,
    dateline TEXT,
    language TEXT,
    published TEXT,                      -- YYYY, YYYY-MM or YYYY-MM-DD by its precision
    published_precision TEXT NOT NULL,
    published_confidence REAL NOT NULL,
    published_reasons TEXT NOT NULL,     -- JSON list
    furniture TEXT NOT NULL              -- JSON list of {kind, heading, items}
) STRICT;
CREATE INDEX articles_by_day ON articles (published DESC, seq DESC);
CREATE INDEX articles_by_address ON articles (url_key, text_key);
CREATE INDEX articles_by_page ON articles (page);

-- ------------------------------------------------------------------------------------------------ readings

-- Which articles a page gave. An article no page gives any more stays as evidence and is not shown.
CREATE TABLE finds (
    page TEXT NOT NULL REFERENCES pages (digest),
    article TEXT NOT NULL REFERENCES articles (id),
    edition TEXT NOT NULL,               -- of the rules and settings that found it
    PRIMARY KEY (page, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX finds_by_article ON finds (article);

-- Pages read to their end: what is missing here is read again after an interruption.
CREATE TABLE done (
    page TEXT PRIMARY KEY REFERENCES pages (digest),
    edition TEXT NOT NULL
) STRICT;

CREATE TABLE rejected (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    page TEXT REFERENCES pages (digest), -- null where the bytes were not kept
    input TEXT NOT NULL,
    url TEXT,
    input_id TEXT,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    edition TEXT NOT NULL
) STRICT;
CREATE INDEX rejected_by_page ON rejected (page);

CREATE TABLE statements (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES articles (id),
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    content_spans TEXT NOT NULL,         -- JSON [[start, end], ...]: characters into the article's text
    cue TEXT,
    cue_spans TEXT,
    source TEXT,
    source_spans TEXT,
    speaker TEXT,
    role TEXT,
    party TEXT,                          -- as this article alone shows it; parties has the settled one
    why TEXT NOT NULL,
    stance TEXT NOT NULL,
    relay TEXT NOT NULL,                 -- JSON list, outermost first
    hedges TEXT NOT NULL,                -- JSON list
    said_on TEXT,
    said_on_precision TEXT,              -- null where nothing is known of the day at all
    said_on_confidence REAL,
    said_on_reasons TEXT
) STRICT;
CREATE INDEX statements_by_article ON statements (article);
CREATE INDEX statements_by_speaker ON statements (speaker COLLATE NOCASE);

CREATE TABLE figures (
    statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    value REAL NOT NULL,
    high REAL,
    unit TEXT NOT NULL,
    "of" TEXT NOT NULL,
    bound TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE article_words USING fts5 (
    headline, text, content = 'articles', content_rowid = 'seq', tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO article_words (article_words, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
-- Only what some page gives is found by its words.
CREATE TRIGGER finds_added AFTER INSERT ON finds WHEN (SELECT count(*) FROM finds WHERE article = new.article) = 1 BEGIN
    INSERT INTO article_words (rowid, headline, text) SELECT seq, headline, text FROM articles WHERE id = new.article;
END;
CREATE TRIGGER finds_dropped AFTER DELETE ON finds WHEN NOT EXISTS (SELECT 1 FROM finds WHERE article = old.article) BEGIN
    INSERT INTO article_words (article_words, rowid, headline, text)
    SELECT 'delete', seq, headline, text FROM articles WHERE id = old.article;
END;

CREATE VIRTUAL TABLE statement_words USING fts5 (
    content, speaker, content = 'statements', content_rowid = 'seq', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statement_words (rowid, content, speaker) VALUES (new.seq, new.content, new.speaker);
END;
CREATE TRIGGER statements_dropped AFTER DELETE ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, content, speaker)
    VALUES ('delete', old.seq, old.content, old.speaker);
END;

-- ---------------------------------------------------------------------------------------------- judgements

CREATE TABLE judgements (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                  -- same_party, same_claim, copy_of, speaker, stance, ...
    subject TEXT NOT NULL,               -- an id of the record
    value TEXT NOT NULL,                 -- another id, or what was decided; JSON
    by TEXT NOT NULL,                    -- a person's name, or the rule or model
    person INTEGER NOT NULL,             -- 1: a person, who outranks every machine
    "at" TEXT NOT NULL,
    sure REAL NOT NULL,                  -- 0.0 to 1.0
    why TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT
) STRICT;

-- ------------------------------------------------------------------------------------------------- tallies

CREATE TABLE parties (
    statement TEXT PRIMARY KEY REFERENCES statements (id) ON DELETE CASCADE,
    party TEXT NOT NULL
) STRICT;
CREATE INDEX parties_by_name ON parties (party);

CREATE TABLE copies (
    n INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    "of" TEXT NOT NULL REFERENCES articles (id),
    relation TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
    n INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    before TEXT NOT NULL REFERENCES articles (id)
) STRICT;

CREATE TABLE stories (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    heat REAL NOT NULL
) STRICT;

CREATE TABLE story_articles (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (story, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_articles_by_article ON story_articles (article);

CREATE TABLE story_notes (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                  -- topic, related
    n INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (story, kind, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story TEXT NOT NULL,                 -- empty where no story has it
    wording TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT;
CREATE INDEX claims_by_story ON claims (story);

CREATE TABLE claim_statements (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    PRIMARY KEY (claim, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_statements_by_statement ON claim_statements (statement);

CREATE TABLE status_history (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    "on" TEXT,
    value TEXT NOT NULL,
    PRIMARY KEY (claim, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE positions (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    party TEXT NOT NULL,
    stance TEXT NOT NULL,
    "on" TEXT,
    statements TEXT NOT NULL,            -- JSON list of ids
    PRIMARY KEY (claim, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE origins (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    possible INTEGER NOT NULL,           -- 1: possible only, never moves the status
    n INTEGER NOT NULL,
    party TEXT NOT NULL,
    first_article TEXT NOT NULL REFERENCES articles (id),
    why TEXT NOT NULL,
    PRIMARY KEY (claim, possible, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_figures (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    party TEXT NOT NULL,
    value REAL NOT NULL,
    high REAL,
    unit TEXT NOT NULL,
    "of" TEXT NOT NULL,
    bound TEXT NOT NULL,
    "on" TEXT,
    PRIMARY KEY (claim, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_notes (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                  -- collapsed, not_heard, missing
    n INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (claim, kind, n)
) STRICT, WITHOUT ROWID;

-- 'settled': the edition of the rules the tallies were made with; absent while they are out of date.
CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
