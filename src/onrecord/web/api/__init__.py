"""The API: the record as JSON, described by OpenAPI 3.1, under one prefix."""
