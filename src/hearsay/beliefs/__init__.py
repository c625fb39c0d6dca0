"""The stage that weighs what the reports of a case say: one value a field under a policy, and all that differs."""
