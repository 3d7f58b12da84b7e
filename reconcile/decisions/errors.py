"""What can be wrong with a decision."""


class DecisionError(ValueError):
    """A decision that makes no sense; the message is one line for the user."""
