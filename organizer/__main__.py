"""`python -m organizer` is the same as the `organizer` command."""

from organizer.cli import main

main()
