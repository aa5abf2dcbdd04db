"""BLAS: what multiplies matrices for NumPy, with the threads of the program rather than with its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController

THREADS = min(4, os.cpu_count() or 1)
"""Parts of the work that are done at a time: all of them read memory, which is not faster for more cores than these."""


@contextmanager
def one_core_each() -> Iterator[Executor]:
    """Threads for parts of the work, of which each product is that of the thread that asks for it.

    BLAS's own threads within a small product gain little on a machine that is idle; on a busy one, those that are done
    wait without pause for those that have no core, and a question over a large vocabulary takes three times as long.
    """
    with _libraries().limit(limits=1, user_api="blas"), ThreadPoolExecutor(THREADS) as threads:
        yield threads


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
