"""How actors, places and arms stand to each other: re3d, told by a classifier that is fitted in folds by document."""
