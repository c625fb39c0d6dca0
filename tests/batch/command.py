"""A batch as a process of its own, to be killed: `python -m tests.batch.command BOOK FOLDER WORKERS`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.batch.reports import read_documents, read_slowly

from hearsay.batch import BatchOptions, run
from hearsay.store.opening import open_store


def main() -> None:
    """Adds every file of a folder to a store; ends with the summary's counts as JSON."""
    book, folder, workers = sys.argv[1:]
    with open_store(book, create=True) as store, store.writer() as writer:
        options = BatchOptions(workers=int(workers), few=0)
        summary = run(sorted(Path(folder).iterdir()), read_documents, read_slowly, writer, options)
    counts = {"new": summary.new, "known": summary.known, "failed": summary.failed, "interrupted": summary.interrupted}
    sys.stdout.write(json.dumps(counts) + "\n")


if __name__ == "__main__":
    main()
