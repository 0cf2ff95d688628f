"""The fact base: a folder of YAML and CSV into entities, typed statements and sources, or every error in it at once."""
