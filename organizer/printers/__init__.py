"""Printers and their sheets, refusals in words, how texts are printed, and the print log."""
