"""Bold and italics of Markdown in the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.page import Page
from tests.articles import article_of
from tests.tui.conftest import screen_text, settle

STRONG, EMPHASIS, CODE = ".article--strong", ".article--emphasis", ".article--code"


def emphasised(text: str, name: str = "a.md") -> list[tuple[str, str]]:
    """What is emphasised in the paragraph below a title, and how; the signs left out."""
    *_, line = Page(article_of(name, f"# Title\n\n{text}\n"), 400_000).lines
    styles = [(line.content.plain[span.start : span.end], str(span.style)) for span in line.content.spans]
    return [(part, style) for part, style in styles if style in (STRONG, EMPHASIS, CODE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is **very big**.", [("very big", STRONG)]),
        ("It is __very__ *big*", [("very", STRONG), ("big", EMPHASIS)]),
        ("_It_ is ***big***", [("It", EMPHASIS), ("big", STRONG), ("big", EMPHASIS)]),
        ("**a *b* c**", [("a *b* c", STRONG), ("b", EMPHASIS)]),
        ("**over two\nlines** and `a*b*c`", [("over two lines", STRONG), ("a*b*c", CODE)]),
        ("2 * 3 * 4, a_b_c, a ** b ** c, \\*no\\*, *open", []),
    ],
)
def test_what_markdown_sets_in_bold_or_italics(text: str, expected: list[tuple[str, str]]) -> None:
    assert emphasised(text) == expected


def test_signs_of_plain_text_are_only_signs() -> None:
    assert emphasised("It is **very big**, says the text that follows.", "a.txt") == []


def test_signs_that_are_never_closed_do_not_hold_up_a_reader() -> None:
    text = "*a " * 100_000
    assert emphasised(text) == []


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
