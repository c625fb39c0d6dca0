"""The recipe that makes the reader's model from open corpora. The only place that needs torch."""
