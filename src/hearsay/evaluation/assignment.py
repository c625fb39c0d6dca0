"""The best one-to-one pairing of two lists, for scorers that align answers with keys.

SciPy has this; it would be the package's largest dependency for these thirty lines. The algorithm is the Hungarian
method with potentials, in time rows² × columns, on tables of at most a few dozen cells a side.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def assignment(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column), each row and each column once at most, whose summed worth is the greatest.

    Every row is paired when there are enough columns, even at a worth of 0: leave out what is worth nothing yourself.
    """
    if not worth or not worth[0]:
        return []
    if len(worth) > len(worth[0]):
        turned = [list(column) for column in zip(*worth, strict=True)]
        return sorted((row, column) for column, row in assignment(turned))
    rows, columns = len(worth), len(worth[0])
    of_row = [0.0] * (rows + 1)
    of_column = [0.0] * (columns + 1)
    holder = [0] * (columns + 1)  # the row that a column is given to, from 1; 0 for none
    for row in range(1, rows + 1):
        holder[0] = row
        _place(worth, of_row, of_column, holder)
    return sorted((row - 1, column - 1) for column, row in enumerate(holder) if row and column)


def _place(worth: Sequence[Sequence[float]], of_row: list[float], of_column: list[float], holder: list[int]) -> None:
    """Gives the row that waits at column 0 a column of its own, moving others along the cheapest chain of changes."""
    size = len(of_column)
    slack = [math.inf] * size
    before = [0] * size
    seen = [False] * size
    at = 0
    while holder[at]:
        seen[at] = True
        row = holder[at]
        for column in range(1, size):
            if not seen[column]:
                cost = -worth[row - 1][column - 1] - of_row[row] - of_column[column]
                if cost < slack[column]:
                    slack[column], before[column] = cost, at
        following = min((c for c in range(1, size) if not seen[c]), key=lambda c: slack[c])
        step = slack[following]
        for column in range(size):
            if seen[column]:
                of_row[holder[column]] += step
                of_column[column] -= step
            else:
                slack[column] -= step
        at = following
    while at:
        holder[at] = holder[before[at]]
        at = before[at]
