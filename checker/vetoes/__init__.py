"""What forbids an alarm about a value, however well it seems to be linked: each module knows one kind of reason."""
