-- Which names are held to be other names of a party: how sure, and why. Below .8 nothing is made one.
CREATE TABLE party_merges (
    name TEXT NOT NULL,
    party TEXT NOT NULL,
    sure REAL NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (name, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_merges_by_party ON party_merges (party);
