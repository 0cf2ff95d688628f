"""How well a sentence speaks of a statement, apart from the value: its subject, its qualifiers and its time."""
