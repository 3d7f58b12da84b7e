"""Reading speech: quotations, who speaks, and what only introduces what is said."""
