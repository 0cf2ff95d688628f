"""How likely a figure that no rule settles is a wrong one of a statement: what is seen of it, and the fitted trees."""
