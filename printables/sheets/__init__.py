"""Whole pages: tables, PR time, lists, receipts and the map of the room."""
