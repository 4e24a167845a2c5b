"""What changed in the record between two states of it: by claim, party and story."""
