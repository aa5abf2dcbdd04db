"""BLAS: what multiplies matrices for NumPy, in the threads of the program rather than in its own."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from threadpoolctl import ThreadpoolController

THREADS = min(4, os.cpu_count() or 1)
"""Parts of the work that are done at a time: all of them read memory, which is not faster for more cores than these."""


def one_core_each() -> ThreadPoolExecutor:
    """Threads for parts of the work; each product is the work of the thread that asks for it.

    BLAS's own threads, which are off from the first call on, gain little within a small product on a machine that is
    idle; on a busy one, those that are done wait without pause for those that have no core, and a question over a large
    vocabulary takes three times as long.
    """
    _turn_its_own_threads_off()
    return ThreadPoolExecutor(THREADS)


@cache
def _turn_its_own_threads_off() -> None:
    ThreadpoolController().limit(limits=1, user_api="blas")
