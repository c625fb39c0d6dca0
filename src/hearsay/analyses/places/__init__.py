"""Places of a report: found in its words, resolved by its own context. The verb is `finding.find_places`."""
