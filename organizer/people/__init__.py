"""Contacts: names and keys, who is who, who met whom, industries and professions."""
