"""The text of an article with citations marked in it, as one widget that draws only the lines in sight."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.content import Span
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from chatbot.tui.keys import ARTICLE_KEYS
from chatbot.tui.page import Line, Page, find

if TYPE_CHECKING:
    from textual import events
    from textual.selection import Selection

    from chatbot.answers.citation import Citation
    from chatbot.articles.article import Article

MARGIN_WIDTH = 5
"""The cells left of the text: a passage has its number there where it starts, and a bar beside all of it."""

MEASURE = 90  # the most cells of a line: longer ones are hard to read


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
        & > .article--help { color: $foreground 60%; }
        & > .article--bar { color: $primary; text-style: bold; }
        & > .article--other-bar { color: $foreground 40%; }
        & > .article--passage { background: $primary 25%; color: $foreground; }
        & > .article--best { text-style: bold; }
        & > .article--match { color: $text-warning; text-style: underline; }
        & > .article--hit { background: $warning 40%; color: $foreground; }
        & > .article--current-hit { background: $warning; color: $background; text-style: bold; }
        & > .article--selected { background: $secondary; color: $foreground; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(re.findall(r"article--[a-z-]+", DEFAULT_CSS))
    BINDINGS: ClassVar[list[BindingType]] = [*ARTICLE_KEYS]

    class Scrolled(Message):
        """Another part of the article has come into sight."""

    @dataclass
    class NumberClicked(Message):
        """The reader wants to go to the citation whose number is in the margin."""

        citation: Citation

    def __init__(self) -> None:
        super().__init__(id="article")
        self.article: Article | None = None
        self.citation: Citation | None = None
        self.page: Page | None = None
        self.hits: tuple[tuple[int, int], ...] = ()
        """The places of what is looked for, in the order of the text."""
        self.hit = 0
        """At which of them the reader is, from 0 on."""
        self._help = ""
        self._cited: list[Citation] = []
        self._opened_at = 0

    @property
    def percent(self) -> int:
        """How much of the article has been seen when the last line in sight is read."""
        lines = self.virtual_size.height
        if not lines:
            return 100
        return min(100, round(100 * (self.scroll_offset.y + self.size.height) / lines))

    def show(self, article: Article, citation: Citation | None, cited: Sequence[Citation], help_line: str = "") -> None:
        """Show `article`, from its top or, with a citation, from a little above what it cites.

        The margin shows what is `cited` from it. The reading help stands below the marked sentence.
        """
        if article is not self.article:
            self.page = None
        self.article = article
        self.citation = citation
        self._cited = sorted(cited, key=lambda other: (other is not citation, other.start))
        self._opened_at = self.scroll_offset.y
        self.screen.clear_selection()
        self.show_help(help_line)

    def show_help(self, line: str) -> None:
        """Put the reading help below the marked sentence; an empty line takes it away."""
        self._help = line
        self._lay_out(anew=True)
        self.refresh()

    def find(self, query: str) -> None:
        """Mark every place of `query`, and go to the first from the present hit or the first line in sight on.

        Where there is none, go to the first of all; an empty query marks nothing.
        """
        if self.article is None:
            return
        in_sight = self.page and self.page.offset_at(self.scroll_offset.y)
        here = self.hits[self.hit][0] if self.hits else in_sight or 0
        self.hits = find(query, self.article)
        self.hit = next((number for number, hit in enumerate(self.hits) if hit[0] >= here), 0)
        self._show_hit()

    def step_hit(self, step: int) -> None:
        """Go so many hits on, round and round."""
        if self.hits:
            self.hit = (self.hit + step) % len(self.hits)
        self._show_hit()

    def _show_hit(self) -> None:
        if self.hits and self.page:
            line = self.page.line_at(self.hits[self.hit][0])
            if not self.scroll_offset.y <= line < self.scroll_offset.y + self.size.height:
                self.scroll_to(y=self._line_above(line), animate=False)
        self.refresh()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self, *, anew: bool = False) -> None:
        """Wrap the lines for the width and keep the place of a reader who has moved, or else the citation in sight."""
        width = min(self.scrollable_content_region.width - MARGIN_WIDTH - 1, MEASURE)
        if self.article is None or width <= 0:
            return
        place, has_moved = None, self.scroll_offset.y != self._opened_at
        if anew or self.page is None or self.page.width != width:
            place = self.page.offset_at(self.scroll_offset.y) if self.page else None
            self.page = Page(self.article, width, self._help, self.citation.highlights[0][1] if self.citation else 0)
            self.virtual_size = Size(self.scrollable_content_region.width, len(self.page.lines))
        if not has_moved:
            self.scroll_to(y=self._opening_line(self.page), animate=False)
            self._opened_at = self.scroll_offset.y
        elif place is not None:
            self.scroll_to(y=self.page.line_at(place), animate=False)
        self.post_message(self.Scrolled())

    def _opening_line(self, page: Page) -> int:
        """The line at the top that puts the best sentence where it is easily seen."""
        if self.citation is None:
            return 0
        best = self.citation.highlights[0][0] if self.citation.highlights else self.citation.start
        return self._line_above(page.line_at(best))

    def _line_above(self, line: int) -> int:
        """The line at the top that puts `line` near the upper third."""
        return max(0, line - self.size.height // 3)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        base = self.visual_style.rich_style
        if self.page is None or number >= len(self.page.lines):
            return Strip.blank(self.size.width, base)
        line = self.page.lines[number]
        first, last = (bisect_left(self.hits, (place,)) for place in (line.start, line.end))
        hits = (
            Span(*self.hits[place], self._style_of("current-hit" if place == self.hit else "hit"))
            for place in range(max(0, first - 1), last)  # one may have begun in the line above
        )
        content = line.styled((*self._citation_spans(), *hits))
        if self.text_selection and (selected := self.text_selection.get_span(number)):
            first, last = selected
            content = content.stylize(self._style_of("selected"), first, None if last < 0 else last)
        (text,) = Visual.to_strips(self, content, self.page.width, 1, self.visual_style, apply_selection=False)
        margin = Strip([Segment(" " * self._indent, base), *self._margin(line)])
        return Strip.join([margin, text.apply_offsets(0, number)]).crop_extend(0, self.size.width, base)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that was selected with the mouse, in the lines that it is shown in."""
        if self.page is None:
            return None
        return selection.extract("\n".join(line.content.plain for line in self.page.lines)), "\n"

    def on_click(self, event: events.Click) -> None:
        number = event.y + self.scroll_offset.y
        if self.page is None or number >= len(self.page.lines) or event.x - self._indent >= MARGIN_WIDTH:
            return
        starting, beside = self._citations_at(self.page.lines[number])
        if citation := starting or beside:
            self.post_message(self.NumberClicked(citation))

    @property
    def _indent(self) -> int:
        """The cells left of the margin that put the text in the middle of a wide pane."""
        width = self.page.width if self.page else 0
        return max(0, (self.scrollable_content_region.width - MARGIN_WIDTH - 1 - width) // 2)

    def _citations_at(self, line: Line) -> tuple[Citation | None, Citation | None]:
        """The citation that starts in a line, and the one whose passage it is part of; the open one goes first."""
        here = [citation for citation in self._cited if citation.start < line.end and citation.end > line.start]
        return next((citation for citation in here if citation.start >= line.start), None), next(iter(here), None)

    def _margin(self, line: Line) -> Iterator[Segment]:
        """The number and the bar beside a line, together `MARGIN_WIDTH` cells wide."""
        starting, beside = self._citations_at(line)
        number = (f"[{starting.number}]" if starting else "").rjust(3)
        bar = ("▌" if beside else "").ljust(MARGIN_WIDTH - len(number))
        for text, citation in ((number, starting), (bar, beside)):
            name = "article--bar" if citation is self.citation else "article--other-bar"
            yield Segment(text, self.get_visual_style(name).rich_style)

    def _citation_spans(self) -> Iterator[Span]:
        """The passage, the sentence that fits the question best, and the words that met the question."""
        if self.citation:
            yield Span(self.citation.start, self.citation.end, self._style_of("passage"))
            yield from (Span(start, end, ".article--best") for start, end in self.citation.highlights)
            yield from (Span(match.start, match.end, ".article--match") for match in self.citation.matches)

    def _style_of(self, name: str) -> Style:
        """The whole style of a component class; its name alone stands for a style without its background."""
        return Style.from_styles(self.get_component_styles(f"article--{name}"))
