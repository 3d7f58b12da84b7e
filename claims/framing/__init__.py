"""Reading what a number is about: its place in the parse, its measure, its owner and its scope."""
