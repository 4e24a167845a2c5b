-- What a figure counts of people, who said it, and whether it still stands; "party" is empty for unnamed sources.
ALTER TABLE claim_figures ADD COLUMN scope TEXT NOT NULL DEFAULT '';
ALTER TABLE claim_figures ADD COLUMN statement TEXT NOT NULL DEFAULT '';
ALTER TABLE claim_figures ADD COLUMN ended TEXT;                -- replaced, withdrawn; null while it stands
ALTER TABLE claim_figures ADD COLUMN ended_on TEXT;

-- Headlines that say more of a claim than their articles.
CREATE TABLE claim_headlines (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    says TEXT NOT NULL,                  -- asserts, asks
    body TEXT NOT NULL,                  -- relays, denies
    headline TEXT NOT NULL,
    words TEXT NOT NULL,
    statement TEXT NOT NULL,
    PRIMARY KEY (claim, n)
) STRICT, WITHOUT ROWID;
