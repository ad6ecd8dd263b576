"""Arrivals: the log of scans, and who is here."""
