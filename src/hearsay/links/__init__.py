"""The stage that finds what belongs together over many reports: copies of one story, one incident, one actor."""
