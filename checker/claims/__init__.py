"""Claims that take more than one value and its statement: growth, years of wins, terms of office, records."""
