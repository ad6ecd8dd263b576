"""The door: a log of scans, and who is in."""
