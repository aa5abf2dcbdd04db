from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Span

from chatbot.articles.tables import pipe_rows
from chatbot.tui.page import Page
from tests.articles import article_of

TEXT = """# The title

First paragraph,
broken in two.

## A heading ##

Second paragraph of the article that is wrapped.
"""


def drawn(page: Page) -> list[str]:
    """The lines as they are drawn."""
    return [line.content.plain for line in page.lines]


def test_headings_are_shown_without_the_signs_of_markdown() -> None:
    page = Page(article_of("a.md", TEXT), 20)
    assert "A heading" in drawn(page)
    assert drawn(page)[:3] == ["The title", "a.md", ""]


def test_lines_know_where_they_stand() -> None:
    article = article_of("a.md", TEXT)
    page = Page(article, 20)
    for number, line in enumerate(page.lines):
        if line.start < line.end:
            assert line.content.plain == article.text[line.start : line.end].replace("\n", " ")
            assert page.line_at(line.start) == page.line_at(line.end - 1) == number
            assert page.offset_at(number) == line.start


def test_paragraphs_have_a_blank_line_between_them() -> None:
    assert drawn(Page(article_of("a.md", TEXT), 60)) == [
        *("The title", "a.md", ""),
        *("First paragraph, broken in two.", "", "A heading", ""),
        "Second paragraph of the article that is wrapped.",
    ]


@given(st.text(), st.integers(2, 40))
def test_any_text_is_laid_out_within_the_width(text: str, width: int) -> None:
    page = Page(article_of("a.txt", text), width)
    assert all(cell_len(line) <= width for line in drawn(page))


TABLE = "De tabel:\n\n| School | 2021 |\n|---|---:|\n| De Regenboog | 45 |\n| 日本 |  |\n\nSlot."


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("a.md", TABLE, ["| School       | 2021 |", "| De Regenboog | 45   |", "| 日本         |      |"]),
        (
            "a.txt",
            "De tabel:\n\nSchool\t\t2021\nDe Regenboog\t45\n日本\t\t7\n\nSlot.",
            ["School       2021", "De Regenboog 45", "日本         7"],
        ),
    ],
)
def test_the_cells_of_a_table_line_up_where_there_is_room(name: str, text: str, rows: list[str]) -> None:
    page = Page(article_of(name, text), 40)
    assert drawn(page)[-6:] == ["", *rows, "", "Slot."]


def test_a_table_that_is_too_wide_is_wrapped_row_by_row() -> None:
    page = Page(article_of("a.md", TABLE), 12)
    assert drawn(page)[5:10] == ["| School |", "2021 |", "| De", "Regenboog |", "45 |"]


@given(st.lists(st.lists(st.text("ab日 ", max_size=5), min_size=2, max_size=4), min_size=2, max_size=5))
def test_what_is_drawn_of_a_row_is_styled_where_it_stands(grid: list[list[str]]) -> None:
    article = article_of("a.md", f"Tekst.\n\n{pipe_rows(grid, has_header=True)}")
    for line in Page(article, 80).lines:
        for offset in range(line.start, line.end):
            *_, span = line.styled([Span(offset, offset + 1, "bold")]).spans
            assert line.content.plain[span.start : span.end].strip() == article.text[offset].strip()


def lines(text: str, width: int) -> list[str]:
    """What is drawn of a paragraph."""
    return [line.content.plain for line in Page(article_of("a.txt", f"Title\n\n{text}"), width).lines if line.end > 0]


def test_breaks_between_words() -> None:
    assert lines("Het leger telt ruim tweeduizend generaals.", 16) == [
        "Het leger telt",
        "ruim tweeduizend",
        "generaals.",
    ]


def test_a_word_that_is_too_wide_is_broken_itself_between_characters() -> None:
    assert "".join(lines("zie https://example.org/pagina hier.", 10)) == "ziehttps://example.org/paginahier."
    assert lines("De 日本語中文。", 4) == ["De", "日本", "語中", "文。"]
