"""Reading assertions: clauses, their predicates, and which of them can be checked."""
