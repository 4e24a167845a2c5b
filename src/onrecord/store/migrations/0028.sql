-- What a claim's, an article's and a party's page ask for, by an index.

-- The articles that a judgement names itself (a copy, a note on an article), as judgements.articles has them.
CREATE TABLE judged_articles (
    article TEXT NOT NULL,
    judgement INTEGER NOT NULL REFERENCES judgements (id),
    PRIMARY KEY (article, judgement)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER judged_articles_added AFTER INSERT ON judgements WHEN new.articles <> '[]' BEGIN
    INSERT INTO judged_articles SELECT DISTINCT value, new.id FROM json_each(new.articles);
END;
INSERT INTO judged_articles SELECT DISTINCT one.value, judgements.id FROM judgements, json_each(judgements.articles) AS one;

CREATE INDEX judgements_on_party ON judgements (party) WHERE kind IN ('same_party', 'other_party');
CREATE INDEX judgements_on_other_party ON judgements (value) WHERE kind IN ('same_party', 'other_party');
CREATE INDEX party_merges_by_name_alike ON party_merges (name COLLATE NOCASE);
CREATE INDEX party_merges_by_party_alike ON party_merges (party COLLATE NOCASE);
