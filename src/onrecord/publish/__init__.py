"""The record as pages to be read: model objects in, HTML and files out."""
