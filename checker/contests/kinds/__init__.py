"""What a text can say of a contest: one file a kind of claim, found by itself."""
