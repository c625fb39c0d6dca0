"""What hearsay costs: run by hand, on the machine that is to be measured."""
