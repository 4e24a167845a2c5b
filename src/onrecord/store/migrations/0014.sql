-- What people decide. Nothing was ever kept in the table of the first version.
DROP TABLE judgements;
CREATE TABLE judgements (
    id INTEGER PRIMARY KEY,              -- counts up: of two that contradict each other the later wins
    kind TEXT NOT NULL,                  -- merge, split, move, confirm, speaker, stance, day, ... undo, redo
    "by" TEXT NOT NULL,                  -- who
    "at" TEXT NOT NULL,                  -- UTC, ISO 8601
    why TEXT NOT NULL,
    value TEXT,                          -- what was decided, by kind
    party TEXT,
    role TEXT,
    "of" INTEGER REFERENCES judgements (id), -- the one that is undone or redone
    articles TEXT NOT NULL,              -- JSON list of ids
    signed TEXT                          -- JSON: how a claim stood when it was assessed
) STRICT;
-- Only added to: an undo is a judgement of its own.
CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements BEGIN
    SELECT RAISE(ABORT, 'a judgement is never erased');
END;
CREATE TRIGGER judgements_never_change BEFORE UPDATE ON judgements BEGIN
    SELECT RAISE(ABORT, 'a judgement is never changed');
END;

-- The statements that a judgement is about as they were then; they may be read otherwise since.
CREATE TABLE judged_statements (
    judgement INTEGER NOT NULL REFERENCES judgements (id),
    n INTEGER NOT NULL,
    side TEXT NOT NULL,                  -- this, with, from
    statement TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    spans TEXT NOT NULL,                 -- JSON [[start, end], ...]
    text TEXT NOT NULL,
    PRIMARY KEY (judgement, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX judged_statements_by_statement ON judged_statements (statement);

-- From here on: made again from judgements and readings whenever the record is settled.

-- The statements that judgements are about now.
CREATE TABLE judgement_subjects (
    judgement INTEGER NOT NULL REFERENCES judgements (id),
    n INTEGER NOT NULL,
    side TEXT NOT NULL,
    statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    PRIMARY KEY (judgement, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_subjects_by_statement ON judgement_subjects (statement);

CREATE TABLE judgement_outcomes (
    judgement INTEGER PRIMARY KEY REFERENCES judgements (id),
    standing TEXT NOT NULL,              -- stands, undone, overruled, no_subject
    why TEXT NOT NULL,
    later TEXT NOT NULL                  -- JSON list of judgements whose word it gave way to
) STRICT;

-- What people say of a statement in the place of its reading; null where the reading stands.
CREATE TABLE corrections (
    statement TEXT PRIMARY KEY REFERENCES statements (id) ON DELETE CASCADE,
    of_speaker INTEGER NOT NULL,         -- 1: the next four are in the place of those read, null or not
    speaker TEXT,
    role TEXT,
    party TEXT,
    why TEXT,
    stance TEXT,
    said_on TEXT,                        -- YYYY-MM-DD
    said_on_reasons TEXT                 -- JSON list
) STRICT;
CREATE INDEX corrections_by_speaker ON corrections (speaker COLLATE NOCASE);
