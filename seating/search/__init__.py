"""The search for a plan: constructions, swaps, cyclic plans, and trying everything."""
