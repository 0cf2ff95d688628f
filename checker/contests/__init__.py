"""What a text says of contests: scores and winners, made of attempted, leaders, sums of two, by the rows of tables."""
