"""Language functions with two or more callers: strings and spans in, strings and spans out."""
