"""The command line: its commands, their options and their CSV files."""
