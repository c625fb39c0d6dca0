"""One file a head. `base.py` says what a head is; `built.py` lists those that the shipped model has."""
