"""Reading many reports into a store: streamed, in several processes, to be interrupted and taken up again."""

from hearsay.batch.progress import Progress, Summary
from hearsay.batch.run import BatchOptions, run

__all__ = ["BatchOptions", "Progress", "Summary", "run"]
