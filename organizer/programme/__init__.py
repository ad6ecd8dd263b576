"""The schedule of PR time: who speaks when at each table."""
