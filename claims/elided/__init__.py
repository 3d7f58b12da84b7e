"""Units that a number leaves to its surroundings, taken from there and marked as inferred."""
