"""The review in the terminal: a core that knows no toolkit, and the Textual app on top of it."""
