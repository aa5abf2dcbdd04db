"""Bold and italics of Markdown in the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.emphasis import Emphasis
from chatbot.tui.marks import Role
from chatbot.tui.page import shown_span
from tests.articles import article_of, article_texts
from tests.tui.conftest import screen_text, settle


def emphasis(text: str, name: str = "a.md") -> list[tuple[str, Role]]:
    """What is marked in the paragraph below a title, and as what; the signs left out."""
    article = article_of(name, f"# Title\n\n{text}\n")
    (block,) = article.blocks
    marks = Emphasis(article).marks(block.end)
    return [(article.text[mark.start : mark.end], mark.role) for mark in marks if mark.role is not Role.SIGN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is **very big**.", [("very big", Role.STRONG)]),
        ("It is __very__ *big*", [("very", Role.STRONG), ("big", Role.EMPHASIS)]),
        ("_It_ is ***big***", [("It", Role.EMPHASIS), ("big", Role.STRONG), ("big", Role.EMPHASIS)]),
        ("**a *b* c**", [("a *b* c", Role.STRONG), ("b", Role.EMPHASIS)]),
        ("**over two\nlines** and `a*b*c`", [("over two\nlines", Role.STRONG), ("a*b*c", Role.CODE)]),
        ("2 * 3 * 4, a_b_c, a ** b ** c, \\*no\\*, *open", []),
    ],
)
def test_what_markdown_sets_in_bold_or_italics(text: str, expected: list[tuple[str, Role]]) -> None:
    assert emphasis(text) == expected


def test_signs_of_plain_text_are_only_signs() -> None:
    assert emphasis("It is **very big**, says the text that follows.", "a.txt") == []


def test_signs_that_are_never_closed_do_not_hold_up_a_reader() -> None:
    text = "*a " * 100_000
    assert emphasis(text) == []


@given(article_texts)
@example("A title\n# A heading #\nand *what* is below it")
def test_marks_lie_in_what_is_shown_of_their_block(text: str) -> None:
    article = article_of("a.md", text)
    marked = Emphasis(article)
    for start, end in (shown_span(article, block) for block in article.blocks):
        assert all(start <= mark.start < mark.end <= end for mark in marked.marks(end))


async def test_text_stays_as_it_is_and_what_is_looked_for_is_found_between_the_signs(folder: Path) -> None:
    (folder / "a.md").write_text("# A\n\nThe **very big** fox is *here*.\n", encoding="utf-8")
    app = ChatbotApp(Settings(folder))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "enter", "slash", *"big")
        await pilot.pause()
        assert "The **very big** fox is *here*." in screen_text(app)
        assert len(app.main.source.view.hits) == 1
        view = app.main.source.view
        assert view.page
        assert view.article
        row = view.page.line_at(view.article.text.index("The"))
        styles = {segment.text: segment.style for segment in view.render_line(row)}
        bold = styles["very "]
        italic = styles["here"]
        assert bold is not None
        assert bold.bold
        assert italic is not None
        assert italic.italic
