"""The text of an article with a citation marked in it, as one widget that draws only the lines in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from chatbot.tui.marks import Mark, Role, citation_marks, cut
from chatbot.tui.page import Kind, Line, Page

if TYPE_CHECKING:
    from rich.style import Style
    from textual.selection import Selection

    from chatbot.answer import Citation
    from chatbot.article import Article

MEASURE = 90
"""The most cells of a line: longer ones are hard to read."""

MARGIN = 2
"""The cells left of the text, where a bar stands beside the cited passage."""

_BAR = "▌ "


class ArticleView(ScrollView, can_focus=True):
    """Scrolls through an article; a widget for each paragraph would make a long one stutter."""

    DEFAULT_CSS = """
    ArticleView {
        width: 1fr;
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .article--title { text-style: bold; color: $text-accent; }
        & > .article--file { color: $foreground 60%; }
        & > .article--heading { text-style: bold; color: $text-primary; }
        & > .article--paragraph { color: $foreground 90%; }
        & > .article--bar { color: $primary; }
        & > .article--passage { background: $primary 25%; color: $foreground; }
        & > .article--best { text-style: bold; }
        & > .article--selected { background: $secondary; }
        & > .article--match { color: $text-warning; text-style: underline; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{kind.value}" for kind in Kind),
        *(f"article--{role.value}" for role in Role),
        "article--bar",
    }

    class Scrolled(Message):
        """Another part of the article has come into sight."""

    def __init__(self) -> None:
        super().__init__(id="article")
        self.article: Article | None = None
        self.citation: Citation | None = None
        self.page: Page | None = None
        self._marks: tuple[Mark, ...] = ()
        self._is_placed = True
        self._opened_at = 0

    @property
    def percent(self) -> int:
        """How much of the article has been seen when the last line in sight is read."""
        lines = self.virtual_size.height
        if not lines:
            return 100
        return min(100, round(100 * (self.scroll_offset.y + self.size.height) / lines))

    def show(self, article: Article, citation: Citation | None) -> None:
        """Show `article`, from its top or, with a citation, from a little above what it cites."""
        if article is not self.article:
            self.page = None
        self.article = article
        self.citation = citation
        self._marks = citation_marks(citation) if citation else ()
        self._is_placed = False
        self.screen.clear_selection()
        self._lay_out()
        self.refresh()

    def on_resize(self) -> None:
        """Wrap the lines anew and keep the place of a reader who has moved, or else the citation in sight."""
        if self.scroll_offset.y == self._opened_at:
            self._is_placed = False
        self._lay_out()

    def _lay_out(self) -> None:
        width = min(self.scrollable_content_region.width - MARGIN - 1, MEASURE)
        if self.article is None or width <= 0:
            return
        place = None
        if self.page is None or self.page.width != width:
            place = self.page.offset_at(self.scroll_offset.y) if self.page else None
            self.page = Page(self.article, width)
            self.virtual_size = Size(self.scrollable_content_region.width, len(self.page.lines))
        if not self._is_placed:
            self._is_placed = True
            self.scroll_to(y=self._opening_line(self.page), animate=False)
            self._opened_at = self.scroll_offset.y
        elif place is not None:
            self.scroll_to(y=self.page.line_at(place), animate=False)
        self.post_message(self.Scrolled())

    def _opening_line(self, page: Page) -> int:
        """The line at the top that puts the best sentence near the upper third."""
        if self.citation is None:
            return 0
        best = self.citation.highlights[0][0] if self.citation.highlights else self.citation.start
        return max(0, page.line_at(best) - self.size.height // 3)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Report that the reader has moved."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the widget."""
        number = y + self.scroll_offset.y
        base = self.visual_style.rich_style
        if self.page is None or number >= len(self.page.lines):
            return Strip.blank(self.size.width, base)
        margin = Strip([self._margin(self.page.lines[number])])
        text = Strip(self._segments(self.page, number)).apply_offsets(0, number)
        return Strip.join([margin, text]).crop_extend(0, self.size.width, base)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that was selected with the mouse, in the lines that it is shown in."""
        if self.page is None:
            return None
        return selection.extract("\n".join(map(self.page.text, self.page.lines))), "\n"

    def _margin(self, line: Line) -> Segment:
        if line.kind is Kind.PARAGRAPH and any(
            mark.role is Role.PASSAGE and mark.start < line.end and mark.end > line.start for mark in self._marks
        ):
            return Segment(_BAR, self._style("bar"))
        return Segment(" " * MARGIN, self._style(line.kind.value))

    def _segments(self, page: Page, number: int) -> list[Segment]:
        line = page.lines[number]
        text = page.text(line)
        marks = self._marks if line.kind in (Kind.HEADING, Kind.PARAGRAPH) else ()
        selected = self.text_selection.get_span(number) if self.text_selection else None
        if selected:
            first, last = selected
            end = line.end if last < 0 else line.start + last
            marks = (*marks, Mark(line.start + first, end, Role.SELECTED))
        segments = []
        for piece in cut(line.start, line.end, marks):
            style = self._style(line.kind.value, *(role.value for role in piece.roles))
            segments.append(Segment(text[piece.start - line.start : piece.end - line.start], style))
        return segments

    def _style(self, *names: str) -> Style:
        return self.get_visual_style(*(f"article--{name}" for name in names)).rich_style
