"""Claims whose value is a name, a term or a list: places, nationalities, posts, makers, members, successors."""
