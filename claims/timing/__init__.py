"""Reading when a claim holds: from its clause, from what it is compared with, or from the text before it."""
