"""The door: the scanner's page, the search, and the page behind a badge's QR."""
