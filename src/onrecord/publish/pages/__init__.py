"""One file a page: what it gathers from the record, what it makes of it, and the template that shows it."""
