# The commands of a working day; `just` alone runs every check. Each is a plain command, to be run without just as well.

# Format, lint, types, import contracts, tests.
check *ARGS:
    scripts/check {{ARGS}}

# Rewrite what the formatter and the linter can mend.
format:
    python -m ruff format .
    python -m ruff check --fix .

# The tests alone.
test *ARGS:
    python -m pytest {{ARGS}}

# The import contracts alone.
contracts:
    lint-imports

# Write the golden pages and terminal texts anew; review the difference before you commit it.
golden:
    python -m tests.golden.regenerate

# The main job on an example report.
example:
    hearsay read examples/harbour-blast.txt --published 2019-03-14

# Measure how accurate it is and write docs/accuracy.md anew; HEARSAY_CORPORA names the folder of the corpora.
accuracy:
    scripts/accuracy
