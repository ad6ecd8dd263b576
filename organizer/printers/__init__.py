"""An organization's printers, the sheets it prints on, and what cannot be printed."""
