from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.printable import printable, printable_line

ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text(
    st.sampled_from("\x1b[31m\x00\x07\x9b\u202e\u200b\ud800é\n\t")
)


@given(ANY_TEXT)
def test_one_code_point_in_is_one_code_point_out(text: str) -> None:
    assert len(printable(text)) == len(text)


@given(ANY_TEXT)
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    for character in printable(text):
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANY_TEXT)
def test_doing_it_twice_changes_nothing_more(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(ANY_TEXT)
def test_a_line_has_no_line_end(text: str) -> None:
    assert "\n" not in printable_line(text)
    assert len(printable_line(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gewone tekst, één regel.", "Gewone tekst, één regel."),
        ("a\tb", "a b"),
        ("\x1b[31mrood\x1b[0m", "␛[31mrood␛[0m"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m", "\N{REPLACEMENT CHARACTER}31m"),
        ("abc\u202edef", "abc·def"),
        ("a\u200bb", "a·b"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("a\u2028b", "a b"),
        ("日本 é", "日本 é"),
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_with_all_characters_there_are_each_is_drawn_as_before() -> None:
    every = "".join(map(chr, range(0x110000)))
    shown = printable(every)
    assert len(shown) == len(every)
    assert printable(every[::-1]) == shown[::-1]
