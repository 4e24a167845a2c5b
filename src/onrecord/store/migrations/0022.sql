-- What lists, names, outlets and search ask for. Made from evidence, readings and tallies, and kept with them by
-- triggers. None of these says OR REPLACE: the statement that fires a trigger overrides what it says of conflicts.

-- Shown articles as lists need them: the row of an article has its text before its small columns.
CREATE TABLE listings (
    seq INTEGER PRIMARY KEY,             -- of the article
    id TEXT NOT NULL UNIQUE,
    outlet TEXT NOT NULL,                -- its name, else the host of its address, else 'unknown outlet'
    day TEXT,                            -- of publication: YYYY, YYYY-MM or YYYY-MM-DD
    agency TEXT,
    corrected INTEGER NOT NULL           -- 1: the page carries a note of correction
) STRICT;
CREATE INDEX listings_by_outlet ON listings (outlet, day DESC, seq DESC);
CREATE INDEX listings_by_day ON listings (day DESC, seq DESC);
CREATE INDEX listings_by_agency ON listings (outlet, agency) WHERE agency IS NOT NULL;
CREATE INDEX listings_corrected ON listings (outlet, day DESC, seq DESC) WHERE corrected;

-- What one article says of its outlet: scheme and what follows the host are cut off its address, then user and port.
CREATE VIEW article_listings AS
WITH whole AS (
    SELECT seq, id, outlet, published AS day, agency, notes, CASE WHEN url LIKE '%://%' THEN substr(url, instr(url, '://') + 3) ELSE '' END AS rest
    FROM articles
), cut AS (
    SELECT *, substr(rest, 1, min(instr(rest || '/', '/'), instr(rest || '?', '?'), instr(rest || '#', '#')) - 1) AS place
    FROM whole
), named AS (
    SELECT *, substr(place, instr(place, '@') + 1) AS host FROM cut
)
SELECT seq, id, coalesce(nullif(outlet, ''), nullif(lower(
    CASE WHEN host LIKE '[%' THEN substr(host, 2, instr(host || ']', ']') - 2) ELSE substr(host, 1, instr(host || ':', ':') - 1) END
), ''), 'unknown outlet') AS outlet, day, agency,
    EXISTS (SELECT 1 FROM json_each(notes) WHERE value ->> 'kind' = 'correction') AS corrected
FROM named;

-- Statements of shown articles as they were read, corrected and settled.
CREATE TABLE said (
    seq INTEGER PRIMARY KEY,             -- of the statement
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    speaker TEXT COLLATE NOCASE,
    party TEXT COLLATE NOCASE,
    stance TEXT NOT NULL,
    outlet TEXT NOT NULL,
    day TEXT,                            -- on which it was said, else on which it was published
    relayed INTEGER NOT NULL             -- 1: passed on by somebody between the speaker and the article
) STRICT;
CREATE INDEX said_by_article ON said (article);
CREATE INDEX said_by_speaker ON said (speaker, day DESC, seq DESC) WHERE speaker IS NOT NULL;
CREATE INDEX said_by_party ON said (party, day DESC, seq DESC) WHERE party IS NOT NULL;
CREATE INDEX said_by_stance ON said (stance, day DESC, seq DESC);
CREATE INDEX said_by_outlet ON said (outlet, day DESC, seq DESC);
CREATE INDEX said_by_day ON said (day DESC, seq DESC);

CREATE VIEW statements_said AS
SELECT one.seq, one.id, one.article, iif(over.of_speaker, over.speaker, one.speaker) AS speaker,
    coalesce(parties.party, iif(over.of_speaker, over.party, one.party)) AS party,
    coalesce(over.stance, one.stance) AS stance, listings.outlet,
    coalesce(over.said_on, one.said_on, listings.day) AS day, one.relay <> '[]' AS relayed
FROM statements AS one JOIN listings ON listings.id = one.article
LEFT JOIN corrections AS over ON over.statement = one.id LEFT JOIN parties ON parties.statement = one.id;

CREATE TRIGGER listings_shown AFTER INSERT ON finds WHEN (SELECT count(*) FROM finds WHERE article = new.article) = 1 BEGIN
    DELETE FROM listings WHERE id = new.article;
    INSERT INTO listings SELECT * FROM article_listings WHERE id = new.article;
    DELETE FROM said WHERE article = new.article;
    INSERT INTO said SELECT * FROM statements_said WHERE article = new.article;
END;
CREATE TRIGGER listings_hidden AFTER DELETE ON finds WHEN NOT EXISTS (SELECT 1 FROM finds WHERE article = old.article) BEGIN
    DELETE FROM listings WHERE id = old.article;
    DELETE FROM said WHERE article = old.article;
END;
CREATE TRIGGER listings_changed AFTER UPDATE ON articles WHEN EXISTS (SELECT 1 FROM listings WHERE id = new.id)
    AND (old.outlet IS NOT new.outlet OR old.url IS NOT new.url OR old.published IS NOT new.published OR old.agency IS NOT new.agency
    OR old.notes IS NOT new.notes)
BEGIN
    DELETE FROM listings WHERE id = new.id;
    INSERT INTO listings SELECT * FROM article_listings WHERE id = new.id;
    DELETE FROM said WHERE article = new.id;
    INSERT INTO said SELECT * FROM statements_said WHERE article = new.id;
END;
CREATE TRIGGER said_added AFTER INSERT ON statements BEGIN
    DELETE FROM said WHERE seq = new.seq;
    INSERT INTO said SELECT * FROM statements_said WHERE seq = new.seq;
END;
CREATE TRIGGER said_dropped AFTER DELETE ON statements BEGIN
    DELETE FROM said WHERE seq = old.seq;
END;
CREATE TRIGGER said_corrected AFTER INSERT ON corrections BEGIN
    DELETE FROM said WHERE id = new.statement;
    INSERT INTO said SELECT * FROM statements_said WHERE id = new.statement;
END;
CREATE TRIGGER said_as_read AFTER DELETE ON corrections BEGIN
    DELETE FROM said WHERE id = old.statement;
    INSERT INTO said SELECT * FROM statements_said WHERE id = old.statement;
END;
CREATE TRIGGER said_for AFTER INSERT ON parties BEGIN
    UPDATE said SET party = new.party WHERE id = new.statement AND party COLLATE BINARY IS NOT new.party;
END;
CREATE TRIGGER said_for_nobody AFTER DELETE ON parties BEGIN
    UPDATE said SET party = (SELECT party FROM statements_said WHERE id = old.statement)
    WHERE id = old.statement AND party COLLATE BINARY IS NOT (SELECT party FROM statements_said WHERE id = old.statement);
END;

-- Everybody who was heard, each name once: whoever it is, and for whom they speak most often.
CREATE TABLE names (
    name TEXT NOT NULL,
    kind TEXT NOT NULL,                  -- person, body, party
    party TEXT,
    statements INTEGER NOT NULL,
    "key" TEXT NOT NULL,                 -- by which it is put in order and looked for
    PRIMARY KEY (name)
) STRICT, WITHOUT ROWID;
CREATE INDEX names_by_key ON names (kind, "key", name);
CREATE INDEX names_by_times ON names (kind, statements DESC, "key", name);
CREATE INDEX voices_by_name ON voices (name COLLATE NOCASE) WHERE name IS NOT NULL;
CREATE INDEX voices_by_settled ON voices (settled COLLATE NOCASE) WHERE settled IS NOT NULL;

-- Which outlets carry a claim that several carry, and who was first; see docs/desk.md for what first means.
CREATE TABLE claim_outlets (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    outlet TEXT NOT NULL,
    place TEXT NOT NULL,                 -- first, among, later, unknown
    day TEXT,
    PRIMARY KEY (claim, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_outlets_by_outlet ON claim_outlets (outlet, place, day DESC, claim);

CREATE INDEX positions_by_party ON positions (party COLLATE NOCASE, claim, n);
CREATE INDEX rejected_by_reason ON rejected (stage, reason, seq);
CREATE INDEX looks_given ON looks (follow) WHERE first IS NOT NULL;
CREATE INDEX looks_failing ON looks (follow) WHERE error IS NOT NULL;

INSERT INTO listings SELECT * FROM article_listings WHERE id IN (SELECT article FROM finds);
INSERT INTO said SELECT * FROM statements_said;
INSERT INTO claim_outlets
WITH carried AS (
    SELECT DISTINCT held.claim, listings.id, listings.outlet, iif(length(listings.day) = 10, listings.day, NULL) AS day,
        EXISTS (SELECT 1 FROM copies WHERE copies.article = listings.id AND copies.relation IN ('copy', 'rewrite')) AS copied
    FROM claim_statements AS held JOIN said ON said.id = held.statement JOIN listings ON listings.id = said.article
), outlets AS (
    SELECT claim, outlet, min(iif(copied, NULL, day)) AS day, min(copied) AS copied FROM carried GROUP BY claim, outlet
), ranked AS (
    SELECT *, min(day) OVER (PARTITION BY claim) AS first, count(*) OVER (PARTITION BY claim) AS several,
        count(*) OVER (PARTITION BY claim, day) AS beside
    FROM outlets
)
SELECT claim, outlet, CASE
    WHEN copied THEN 'later' WHEN day IS NULL THEN 'unknown' WHEN day > first THEN 'later' WHEN beside > 1 THEN 'among' ELSE 'first'
END AS place, day
FROM ranked WHERE several > 1;
-- A first sketch; the next settling tells bodies from people by what names are made of.
INSERT INTO names SELECT settled, 'party', settled, sum(times), lower(settled) FROM voices WHERE settled IS NOT NULL GROUP BY settled;
INSERT INTO names SELECT name, iif(count(role) OR max(party IS NOT name), 'person', 'body'), max(settled), sum(times), lower(name)
FROM voices WHERE name IS NOT NULL AND name NOT IN (SELECT name FROM names) GROUP BY name;
