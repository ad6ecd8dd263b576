"""The sample event: sixty guests of a made-up evening, the same every time."""
