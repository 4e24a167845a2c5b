-- Each time that bytes came to us. The same bytes fetched again are kept once and add a row here.
CREATE TABLE captures (
    seq INTEGER PRIMARY KEY,
    page TEXT NOT NULL REFERENCES pages (digest),
    input TEXT NOT NULL,                 -- the name they came under
    url TEXT,                            -- the address they were fetched from; null for a file given by hand
    fetched TEXT,                        -- UTC, ISO 8601; null where it is not known
    status INTEGER,
    headers TEXT NOT NULL,               -- JSON list of [name, value], of the answer they came in
    added TEXT NOT NULL                  -- when we were given them: UTC, ISO 8601
) STRICT;
-- A file given again under its name, or an archive read again, is no new capture.
CREATE UNIQUE INDEX captures_once ON captures (page, coalesce(url, ''), coalesce(fetched, input));
INSERT INTO captures (page, input, url, headers, added) SELECT digest, input, url, '[]', added FROM pages ORDER BY rowid;
