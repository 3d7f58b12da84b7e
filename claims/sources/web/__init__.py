"""Web pages: the article in them, told from what surrounds it, and what they say about themselves."""
