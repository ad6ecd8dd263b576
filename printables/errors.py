"""What goes wrong on the way to paper."""


class PrintError(ValueError):
    """Something cannot be printed; the message is an English sentence for the caller."""
