"""Quoted sentences: with the neighbour without which a reader would not understand them."""

from __future__ import annotations

import pytest
from hypothesis import given

from chatbot.passages.passage import SENTENCE_WORD_LIMIT, split_passages
from chatbot.passages.quoted import QUOTED_WORD_LIMIT, quoted_numbers, quoted_span
from tests.articles import article_of, article_texts

FERRY = "The ferry was built in 1931."
LONG = f"The ferry carries {'cars, bikes and ' * (SENTENCE_WORD_LIMIT // 3 - 2)} passengers."


def quoted(text: str, number: int) -> str:
    (passage,) = split_passages(article_of("a.txt", text))
    start, end = quoted_span(passage, number)
    return text[start:end]


@pytest.mark.parametrize(
    ("sentence", "points_back"),
    [
        ("It carries twelve cars.", True),
        ("This made the crossing short.", True),
        ("Both of the boats were lost.", True),
        ("The two had met before.", True),
        ("The captain lives on the island.", False),
        ("There it lies.", False),
    ],
)
def test_a_sentence_that_points_back_is_quoted_with_the_one_before(sentence: str, points_back: bool) -> None:
    text = f"{FERRY} {sentence}"
    assert quoted(text, 1) == (text if points_back else sentence)
    assert quoted(text, 0) == FERRY


@pytest.mark.parametrize("sentence", ["Hij vaart elke dag over de rivier.", "Daarom ligt de boot hier nog."])
def test_so_it_is_in_dutch(sentence: str) -> None:
    text = f"De veerboot van het dorp werd in 1931 gebouwd. {sentence}"
    assert quoted(text, 1) == text


def test_an_opening_sentence_that_points_back_is_quoted_alone() -> None:
    assert quoted("It carries twelve cars. The captain is old.", 0) == "It carries twelve cars."


def test_a_line_that_announces_something_is_quoted_with_it() -> None:
    text = "The crew of the ferry is small:\n- a captain and two deckhands"
    assert quoted(text, 0) == text


def test_a_row_of_a_table_is_quoted_alone_and_a_sentence_beside_it_without_it() -> None:
    text = "The crew is small:\nHe\tcaptain\nIt\tcook\n\nIt was lost."
    assert [quoted(text, number) for number in range(4)] == [
        "The crew is small:",
        "He\tcaptain",
        "It\tcook",
        "It was lost.",
    ]


def test_what_would_be_too_long_is_quoted_alone() -> None:
    built = f"It was built {'in 1931 ' * 8} by a wharf in Leith."
    assert len(f"{LONG} {built}".split()) > QUOTED_WORD_LIMIT
    assert quoted(f"{LONG} {built}", 1) == built


@pytest.mark.parametrize("mark", ["[1]", "²", "†", "[citation needed]"])
def test_the_mark_of_a_note_behind_the_last_stop_is_not_quoted(mark: str) -> None:
    text = f"{FERRY}{mark} The captain¹ lives on 40 m² and rows.{mark}"
    assert [quoted(text, number) for number in (0, 1)] == [FERRY, "The captain¹ lives on 40 m² and rows."]


@given(article_texts)
def test_any_sentence_is_quoted_whole_with_its_neighbours_at_most(text: str) -> None:
    for passage in split_passages(article_of("a.txt", text)):
        for number, (start, end) in enumerate(passage.sentences):
            first, last = quoted_span(passage, number)
            assert passage.start <= first <= start < end <= last <= passage.end
            assert {number} <= {*quoted_numbers(passage, number)} <= {number - 1, number, number + 1}
