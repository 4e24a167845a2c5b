"""The order of things: take_in() a page at a time (pure), settle() across pages, and what is kept when."""
