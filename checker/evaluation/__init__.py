"""How well the checker does on texts whose errors are known: a corpus as data, what it gave, and the figures."""
