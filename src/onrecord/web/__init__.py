"""The desk in a browser: server-rendered pages of one record, read-only, no script."""
