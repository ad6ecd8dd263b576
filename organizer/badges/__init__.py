"""Badges: whose, how they look, what is wrong with them, and printing them; and the print page."""
