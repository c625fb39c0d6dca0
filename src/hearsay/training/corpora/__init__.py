"""One file a corpus: each reads its own format and yields passages. `readers.py` lists them."""
