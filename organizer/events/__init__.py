"""Events: what is held, where, when, and how the evening runs."""
