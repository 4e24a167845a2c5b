-- What lists of claims are ordered by, kept so that no list goes through the table.
ALTER TABLE claims ADD COLUMN parties INTEGER NOT NULL DEFAULT 0;  -- how many speak to it
ALTER TABLE claims ADD COLUMN said INTEGER NOT NULL DEFAULT 0;     -- how many statements it holds
ALTER TABLE claims ADD COLUMN changed TEXT NOT NULL DEFAULT '';    -- since when its status holds; empty where no day is known
UPDATE claims SET
    parties = (SELECT count(DISTINCT party) FROM positions WHERE claim = claims.id),
    said = (SELECT count(*) FROM claim_statements WHERE claim = claims.id),
    changed = coalesce((SELECT "on" FROM status_history WHERE claim = claims.id ORDER BY n DESC LIMIT 1), '');
CREATE INDEX claims_by_weight ON claims (parties DESC, said DESC, id);
CREATE INDEX claims_by_status_and_weight ON claims (status, parties DESC, said DESC, id);
CREATE INDEX claims_by_story_and_weight ON claims (story, parties DESC, said DESC, id);
CREATE INDEX claims_by_change ON claims (changed DESC, id);
CREATE INDEX claims_by_status_and_change ON claims (status, changed DESC, id);
CREATE INDEX positions_by_stance ON positions (stance, "on" DESC);
CREATE INDEX claim_figures_by_end ON claim_figures (ended_on DESC) WHERE ended IS NOT NULL;
