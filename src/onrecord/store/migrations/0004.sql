-- What is watched on the network. Moments are UTC, ISO 8601, to the second.

CREATE TABLE follows (
    url TEXT PRIMARY KEY,                -- as it was typed
    watched TEXT NOT NULL,               -- what is asked for new articles: itself, or the feed its page names
    kind TEXT,                           -- feed, sitemap, article; null until it was looked at
    due TEXT,                            -- null for an article: it is looked at as all articles are
    fetched TEXT,
    failures INTEGER NOT NULL,           -- in a row
    error TEXT,                          -- the last one; null after an answer
    etag TEXT,
    modified TEXT,
    digest TEXT                          -- SHA-256 of the last bytes
) STRICT;

-- Articles that are followed: to be fetched, or to be looked at again for edits.
CREATE TABLE looks (
    url TEXT PRIMARY KEY,
    follow TEXT NOT NULL REFERENCES follows (url) ON DELETE CASCADE,
    due TEXT,                            -- null where there is nothing left to look for
    first TEXT,                          -- when its bytes came first
    fetched TEXT,                        -- and last
    failures INTEGER NOT NULL,
    error TEXT,
    etag TEXT,
    modified TEXT,
    digest TEXT
) STRICT;
CREATE INDEX looks_by_follow ON looks (follow);
CREATE INDEX looks_by_due ON looks (due) WHERE due IS NOT NULL;

-- How a host is treated.
CREATE TABLE hosts (
    origin TEXT PRIMARY KEY,             -- scheme://host[:port]
    not_before TEXT,                     -- left alone until then
    failures INTEGER NOT NULL,
    robots_rule TEXT,                    -- rules, open, closed; null where it was never asked
    robots TEXT NOT NULL,                -- its robots.txt, or why it could not be had
    robots_until TEXT
) STRICT;
