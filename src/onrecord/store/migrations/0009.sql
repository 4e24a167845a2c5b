-- Lines at the edges of articles, by host: what stands on many pages of an outlet is furniture. Made from articles.
CREATE TABLE edge_lines (
    host TEXT NOT NULL,
    line TEXT NOT NULL,                  -- equal for the same letters and digits
    address TEXT NOT NULL,               -- of the article, so that its versions count once
    headline TEXT NOT NULL,              -- so that a print or mobile page of the same story counts once
    PRIMARY KEY (host, line, address, headline)
) STRICT, WITHOUT ROWID;
