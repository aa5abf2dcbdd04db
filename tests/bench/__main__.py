"""Print what the program costs beside others: `python -m tests.bench`, or with `--full` up to 100,000 passages."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console

from tests.bench.folder import folder_table
from tests.bench.search import search_tables
from tests.bench.start import start_table
from tests.bench.windows import windows_table

ROUNDS = 3
PASSAGES, ALL_PASSAGES = 300, 100_000
ROUNDS_OF_SIZES = {1_000: 3, 10_000: 3}
"""How often each number of passages is searched."""


def report(folders: Sequence[int], rounds: int, rounds_of_sizes: dict[int, int]) -> None:
    """Print a table of each thing that is measured, as soon as it is; `folders` are of so many passages."""
    console = Console(soft_wrap=True, markup=False, highlight=False)
    for measure in (start_table, windows_table):
        console.print(measure(rounds))
    for passages in folders:
        console.print(folder_table(passages))
    for printed in search_tables(rounds_of_sizes):
        console.print(printed)


if __name__ == "__main__":
    if sys.argv[1:] == ["--full"]:  # takes some fifteen minutes
        report([PASSAGES, ALL_PASSAGES], ROUNDS, {**ROUNDS_OF_SIZES, ALL_PASSAGES: 1})
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        report([PASSAGES], ROUNDS, ROUNDS_OF_SIZES)
