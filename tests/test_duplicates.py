"""Near-duplicates: what says the same in nearly the same words, and what contradicts it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.duplicates import is_dispute, is_duplicate

HEARD = "On Monday the keeper of the old lighthouse said that three ships had passed Skerry Point in the night."

_texts = st.text() | st.lists(st.sampled_from("de Rijn 12 twaalf schip Rotterdam . the of in".split())).map(" ".join)


@given(_texts, _texts)
def test_it_does_not_matter_which_text_comes_first(one: str, other: str) -> None:
    assert is_duplicate(one, other) == is_duplicate(other, one)
    assert is_dispute(one, other) == is_dispute(other, one)


@given(_texts)
def test_a_text_is_its_own_duplicate_and_no_dispute(text: str) -> None:
    assert is_duplicate(text, text)
    assert not is_dispute(text, text)


@given(_texts, _texts)
def test_no_two_texts_are_both(one: str, other: str) -> None:
    assert not (is_duplicate(one, other) and is_dispute(one, other))


@pytest.mark.parametrize(
    "other",
    [
        HEARD.removesuffix("."),
        HEARD.removesuffix(" in the night."),
        HEARD + " He went home.",
        HEARD.replace("night", "dark"),
    ],
)
def test_a_few_words_more_fewer_or_changed_are_a_duplicate(other: str) -> None:
    assert is_duplicate(HEARD, other)
    assert not is_dispute(HEARD, other)


@pytest.mark.parametrize(
    ("said", "instead"), [("three", "four"), ("three", "3"), ("Monday", "Tuesday"), ("Skerry", "Lowick")]
)
def test_with_another_number_day_or_name_it_is_a_dispute(said: str, instead: str) -> None:
    other = HEARD.replace(said, instead)
    assert is_dispute(HEARD, other)
    assert not is_duplicate(HEARD, other)


def test_a_sentence_that_only_adds_a_number_or_a_name_disputes_nothing() -> None:
    assert not is_dispute(HEARD, f"{HEARD.removesuffix('.')}, and that Lowick had lit its 2 lamps.")


@pytest.mark.parametrize(
    "short", ["That was 12 last month.", "Vorig jaar waren dat er nog 40.", "There were three, she said."]
)
def test_a_short_sentence_that_shares_little_but_small_words_disputes_nothing(short: str) -> None:
    longer = "There were 31 cars on the ferry, she said, where that was 12 last year; vorig jaar waren dat er nog 20."
    assert not is_dispute(short, longer)


def test_another_sentence_with_other_numbers_is_neither() -> None:
    other = "The hull of the ferry is of steel, and 210 metres of rope lie on her deck."
    assert not is_duplicate(HEARD, other)
    assert not is_dispute(HEARD, other)
