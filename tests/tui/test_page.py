from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from chatbot.articles.table_rows import pipe_rows
from chatbot.tui.marks import Mark, Role, cut
from chatbot.tui.page import Kind, Page
from tests.articles import article_of

TEXT = """# The title

First paragraph,
broken in two.

## A heading ##

Second paragraph of the article that is wrapped.
"""


def test_headings_are_shown_without_the_signs_of_markdown() -> None:
    page = Page(article_of("a.md", TEXT), 20)
    headings = [page.text(line) for line in page.lines if line.kind is Kind.HEADING]
    assert headings == ["A heading"]
    assert [page.text(line) for line in page.lines][:3] == ["The title", "a.md", ""]


def test_lines_know_where_they_stand() -> None:
    article = article_of("a.md", TEXT)
    page = Page(article, 20)
    for number, line in enumerate(page.lines):
        if line.kind in (Kind.HEADING, Kind.PARAGRAPH) and line.start < line.end:
            assert page.text(line) == article.text[line.start : line.end].replace("\n", " ")
            assert page.line_at(line.start) == page.line_at(line.end - 1) == number
            assert page.offset_at(number) == line.start


def test_paragraphs_have_a_blank_line_between_them() -> None:
    texts = [page_line for page in [Page(article_of("a.md", TEXT), 60)] for page_line in map(page.text, page.lines)]
    assert texts == [
        *("The title", "a.md", ""),
        *("First paragraph, broken in two.", "", "A heading", ""),
        "Second paragraph of the article that is wrapped.",
    ]


@given(st.text(), st.integers(2, 40))
def test_any_text_is_laid_out_within_the_width(text: str, width: int) -> None:
    page = Page(article_of("a.txt", text), width)
    assert all(cell_len(page.text(line)) <= width for line in page.lines)


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
    assert list(map(page.text, page.lines))[-6:] == ["", *rows, "", "Slot."]


def test_a_table_that_is_too_wide_is_wrapped_row_by_row() -> None:
    page = Page(article_of("a.md", TABLE), 12)
    assert [page.text(line) for line in page.lines][5:10] == ["| School |", "2021 |", "| De", "Regenboog |", "45 |"]


@given(st.lists(st.lists(st.text("ab日 ", max_size=5), min_size=2, max_size=4), min_size=2, max_size=5))
def test_what_is_drawn_of_a_row_leads_back_to_where_it_stands(grid: list[list[str]]) -> None:
    article = article_of("a.md", f"Tekst.\n\n{pipe_rows(grid, has_header=True)}")
    page = Page(article, 80)
    for line in page.lines:
        if line.kind is Kind.PARAGRAPH:
            drawn = page.text(line)
            assert all(drawn[cell] in (" ", article.text[line.offset(cell)]) for cell in range(len(drawn)))
            assert line.offset(len(drawn)) == line.end
            middle = (line.start + line.end) // 2
            assert page.text(line, line.start, middle) + page.text(line, middle, line.end) == drawn


def test_words_of_ordinary_letters_are_not_measured_which_would_make_long_articles_slow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def measure(text: str) -> int:
        raise AssertionError(text)

    monkeypatch.setattr("chatbot.tui.wrap.cell_len", measure)
    article = article_of("a.txt", "\n\n".join(["Een zin van zo’n tien woorden over het leger hier. " * 10] * 300))
    assert len(Page(article, 80).lines) > 300


@given(st.integers(0, 50), st.integers(0, 50), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_cutting_leaves_no_gaps(start: int, length: int, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(min(span), max(span), Role.MATCH) for span in spans]
    pieces = list(cut(start, start + length, marks))
    assert "".join("x" * (piece.end - piece.start) for piece in pieces) == "x" * length
    for piece in pieces:
        for offset in range(piece.start, piece.end):
            assert bool(piece.roles) == any(mark.start <= offset < mark.end for mark in marks)
