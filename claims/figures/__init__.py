"""Reading numbers: digits and words, units, hedges, ranges, labels and the nouns that are counted."""
