"""Contacts: their industries and professions."""
