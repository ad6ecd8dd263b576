"""Badges, slips and other cards, and the sheets of paper that they are printed on."""
