"""Reading when a claim holds: from its clause, from what it is compared with, or from the text before it."""

# Opens the note of a period that only the tense implies: it is no ground for telling two figures apart.
OF_THE_MOMENT = "told as of its day"
