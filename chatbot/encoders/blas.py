"""BLAS: what multiplies matrices for NumPy, kept to one core where its threads would only wait for each other."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


def on_one_core() -> AbstractContextManager[object]:
    """Within the block, each product is the work of the thread that asks for it.

    Threads within a small product gain little on a machine that is idle; on a busy one, those that are done wait
    without pause for those that have no core, and a question over a large vocabulary takes three times as long.
    """
    limits: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limits


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
