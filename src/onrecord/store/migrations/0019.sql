-- What somebody would rather not be asked in the queue of what is to be judged.
CREATE TABLE review_skips (
    "by" TEXT NOT NULL,                  -- who
    ask TEXT NOT NULL,                   -- the key of what was asked
    "at" TEXT NOT NULL,                  -- UTC, ISO 8601
    PRIMARY KEY ("by", ask)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgements_by_person ON judgements ("by");
CREATE INDEX judgements_by_kind ON judgements (kind);
CREATE INDEX judgements_by_moment ON judgements ("at");
CREATE INDEX judged_statements_by_article ON judged_statements (article);
CREATE INDEX party_merges_by_sure ON party_merges (sure);
