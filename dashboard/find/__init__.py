"""Finding events: search, filters and the table."""
