"""The sheets beside badges: for tables, for the time of each turn, and lists of people."""
