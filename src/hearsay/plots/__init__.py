"""Pictures of a book without a browser: one file a picture, drawn with matplotlib, which only pictures need."""
