"""Text: which glyphs there are, where lines may break, which size fits."""
