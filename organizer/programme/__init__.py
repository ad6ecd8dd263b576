"""Who speaks when at each table."""
