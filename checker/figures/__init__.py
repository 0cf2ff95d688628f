"""The figures of a text and how its sentences relate them: what checks of arithmetic and repetition are made of."""
