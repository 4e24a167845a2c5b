"""The record: one SQLite file, and the only SQL of the program. Functions on a connection, one file a noun."""
