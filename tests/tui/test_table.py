"""A table in the interface: its rows line up in the article, and a cited row tells the names of its columns."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Offset
from textual.selection import Selection

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from tests.tui.conftest import ask, screen_text, settle

ROWS = [f"| Dorp{number:02} | {number * 7} | {number},5 |" for number in range(60)]
TEXT = "\n".join(
    ["# Woningbouw", "", "De cijfers van 2022:", "", "| Gemeente | Woningen | Subsidie |", "|---|---:|---:|", *ROWS]
)
ROW = ROWS[41]


async def test_a_cited_row_is_shown_with_the_names_of_its_columns_and_stands_in_line_in_its_article(
    tmp_path: Path,
) -> None:
    (tmp_path / "bouw.md").write_text(TEXT, encoding="utf-8")
    app = ChatbotApp(Settings(tmp_path, "nl"))
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        await ask(pilot, "Hoeveel woningen bouwde Dorp41?")
        card = app.main.conversation.turns[-1].cards[0]
        assert card.excerpt.best.text == ROW
        assert "Gemeente: Dorp41; Woningen: 287; Subsidie: 41,5" in screen_text(app)

        card.action_fold()
        await pilot.pause()
        assert "| Gemeente | Woningen | Subsidie |" in screen_text(app)

        card.action_open()
        await settle(pilot)
        view = app.main.source.view
        assert view.page
        drawn = "| Dorp41   | 287      | 41,5     |"
        assert drawn in screen_text(app)
        number = view.page.line_at(card.excerpt.best.start)
        first = drawn.index("287")
        selection = Selection(Offset(first, number), Offset(first + 3, number))
        assert view.get_selection(selection) == ("287", "\n")
        before = view.render_line(number - view.scroll_offset.y)
        app.screen.selections = {view: selection}
        after = view.render_line(number - view.scroll_offset.y)
        assert before.text == after.text
        assert "287" not in [segment.text for segment in before]
        assert "287" in [segment.text for segment in after]
