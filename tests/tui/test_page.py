from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

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
