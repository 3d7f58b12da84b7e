"""What a person gets to read: the text summary, and how values, periods and sources are written."""
