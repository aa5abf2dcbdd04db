"""The best few of many scores, without sorting all of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chatbot.index.best import best_first


@given(st.lists(st.integers(-3, 3)), st.integers(1, 40))
def test_the_best_are_the_beginning_of_all_in_order(values: list[int], count: int) -> None:
    in_order = sorted(range(len(values)), key=lambda place: -values[place])  # which keeps equal ones in their order
    assert best_first(np.array(values, dtype=np.float64), count).tolist() == in_order[:count]
