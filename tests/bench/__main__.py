"""Print what the program costs beside others: `python -m tests.bench`, or with `--full` at all sizes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from rich.console import Console

from tests.bench.bridge import bridge_table
from tests.bench.peers import peers
from tests.bench.plot import Panel, growth_plot
from tests.bench.search import KINDS, Cost, build_table, measure, memory_table, question_table
from tests.bench.start import start_table

PICTURE = Path(__file__).parent.parent / "growth.svg"

ROUNDS_OF_SIZES = {1_000: 3, 10_000: 3}
ROUNDS_OF_ALL_SIZES = {1_000: 5, 10_000: 5, 100_000: 3, 1_000_000: 1}
"""How often each number of passages is built and asked; a million take bm25s minutes."""

START_ROUNDS = 3

WORDS, ALL_WORDS = 25_000, 500_000
"""Over how many words the bridge is measured; to embed them all and tell the hubs takes some five minutes."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the tables, and with `--full` draw the picture of the growth."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--full", action="store_true", help=f"up to 1,000,000 passages, and draw {PICTURE.name}")
    full = parser.parse_args(arguments).full
    if full:
        report(ROUNDS_OF_ALL_SIZES, START_ROUNDS, ALL_WORDS, PICTURE)
    else:
        report(ROUNDS_OF_SIZES, START_ROUNDS, WORDS, None)


def report(rounds_of_sizes: dict[int, int], start_rounds: int, words: int, picture: Path | None) -> None:
    """Print a table of each thing that is measured, and draw the picture where there is to be one."""
    console = Console(soft_wrap=True, markup=False, highlight=False)
    if not find_spec("bm25s"):
        console.print("bm25s is not installed and is left out. To compare with it: pip install -e '.[bench]'\n")
    console.print(start_table(start_rounds))
    console.print(bridge_table(words))
    costs: list[Cost] = []
    for size, rounds in rounds_of_sizes.items():
        costs += measure(size, peers(), rounds)
        console.print(f"measured {size:,} passages", style="dim")
    console.print()
    for printed in (build_table(costs), *(question_table(costs, kind) for kind in KINDS), memory_table(costs)):
        console.print(printed)
    if picture:
        picture.write_text(growth_plot(_panels(costs)), encoding="utf-8")
        console.print(f"drawn: {picture}")


def _panels(costs: Sequence[Cost]) -> list[Panel]:
    """The growth of the build, of a question as the program asks it, and of the memory that is kept."""
    names = dict.fromkeys(cost.peer for cost in costs)
    asked = "no function words"

    def panel(title: str, figure: dict[int, float]) -> Panel:
        points = {name: [(cost.passages, figure[id(cost)]) for cost in costs if cost.peer == name] for name in names}
        return Panel(title, points)

    return [
        panel("build, seconds, by passages", {id(cost): median(cost.build) for cost in costs}),
        panel(f"question ({asked}), ms", {id(cost): 1e3 * median(cost.question[asked]) for cost in costs}),
        panel("memory kept, MB", {id(cost): cost.kept / 1e6 for cost in costs}),
    ]


if __name__ == "__main__":
    main()
