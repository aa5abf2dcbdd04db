from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from chatbot.text.printable import printable_line
from chatbot.tui.wrap import NARROWEST, wrap

WORDS = st.text(
    st.sampled_from("abcdefg éü,.") | st.sampled_from("日本語中文한국") | st.sampled_from("😀👨🇳🇱e\u0301\ufe0f✈1️")
)
TEXTS = WORDS | st.text().map(printable_line)
WIDTHS = st.integers(NARROWEST, 30)


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    for start, end in wrap(text, 0, len(text), width):
        assert cell_len(text[start:end]) <= width


@given(TEXTS, WIDTHS)
def test_lines_cover_every_character_but_spaces_in_order(text: str, width: int) -> None:
    lines = list(wrap(text, 0, len(text), width))
    assert "".join(text[start:end] for start, end in lines).replace(" ", "") == text.replace(" ", "")
    assert all(before[1] <= after[0] for before, after in pairwise(lines))
    assert all(start < end for start, end in lines)


@given(TEXTS, WIDTHS, st.data())
def test_a_slice_wraps_as_it_would_alone(text: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = [(first + start, last + start) for first, last in wrap(text[start:end], 0, end - start, width)]
    assert list(wrap(text, start, end, width)) == alone


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


def test_breaks_between_words() -> None:
    assert lines("Het leger telt ruim tweeduizend generaals.", 16) == [
        "Het leger telt",
        "ruim tweeduizend",
        "generaals.",
    ]


def test_a_word_that_is_too_wide_is_broken_itself() -> None:
    assert lines("zie https://example.org/pagina", 10) == ["zie", "https://ex", "ample.org/", "pagina"]


def test_wide_characters_take_two_cells() -> None:
    assert lines("日本語", 4) == ["日本", "語"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert lines("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]


def test_white_space_alone_makes_no_line() -> None:
    assert lines("   ", 5) == []
