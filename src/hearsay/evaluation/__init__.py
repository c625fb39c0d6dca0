"""How good the package is, measured on open corpora beside what is published."""
