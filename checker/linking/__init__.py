"""Values of the text to statements of the base: the signals around a value, and the readings that follow from them."""
