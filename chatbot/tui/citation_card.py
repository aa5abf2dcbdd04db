"""A citation in the conversation: its sentences that answer, where they stand, and its passage, to be unfolded."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events, getters
from textual.binding import BindingType
from textual.content import Content, Span
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from chatbot.articles.tables import named_cells
from chatbot.conversations.quotation import place, why
from chatbot.text.printable import printable_line
from chatbot.text.words import hyphenations, normal_form
from chatbot.tui.article_list import article_facts
from chatbot.tui.base_app import BaseApp
from chatbot.tui.keys import CITATION_KEYS

if TYPE_CHECKING:
    from chatbot.answers.answer import Answer, Excerpt, KeySentence
    from chatbot.articles.article import Article
    from chatbot.passages.corpus import Corpus
    from chatbot.settings import HelpMode
    from chatbot.text.language_code import Language


Layout = Literal["sentence", "nearest", "article"]
"""A sentence that answers, one that comes closest, or an article with its sentence."""

_GAP = re.compile(r"\s{2,}")  # white space that is wider than one space: a sentence may go on in the next paragraph
BRIEF_LENGTH = 120  # cells of the terminal of a sentence that only comes closest: two lines of most windows
TITLE_LENGTH = 20  # code points of a title that shares its line with a sentence


class CitationCard(Widget, can_focus=True):
    """An excerpt under the number of its citation; Enter or a click opens its article, Space unfolds its passage.

    Where nothing was found it takes two lines or so, and where articles are listed one for the title and one more.
    """

    app = getters.app(BaseApp)
    DEFAULT_CSS = """
    CitationCard {
        height: auto;
        padding: 0 1;
        border-left: outer $surface-lighten-2;
        &:hover { background: $boost; }
        &:focus { border-left: outer $accent; background: $boost; }
        &.-open { border-left: outer $primary; }
        &.-open:focus { border-left: outer $accent; }
        &.-nearest { color: $foreground 60%; }
        &.-article.-folded { text-wrap: nowrap; text-overflow: ellipsis; }
        & > .citation--number { color: $text-primary; text-style: bold; }
        & > .citation--place { color: $foreground 60%; }
        & > .citation--best { text-style: bold; }
        & > .citation--match { color: $text-warning; text-style: underline; }
        & > .citation--reason { color: $foreground 60%; text-style: italic; }
        & > .citation--help, & > .citation--pair { color: $foreground 60%; }
        & > .citation--problem { color: $text-error; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(re.findall(r"citation--[a-z-]+", DEFAULT_CSS))
    BINDINGS: ClassVar[list[BindingType]] = [*CITATION_KEYS]

    @dataclass
    class Opened(Message):
        """A reader wants to see the citation in its article."""

        card: CitationCard

    article: reactive[Article | None] = reactive(None, layout=True, always_update=True)
    """The article as it is now, or None where it is gone."""

    is_open = reactive(False, layout=True, toggle_class="-open")
    """Whether it is the citation that the source pane shows."""

    is_folded = reactive(True, layout=True, toggle_class="-folded")
    help = reactive("", layout=True)
    """The line of reading help under the sentences, that of `help_mode`; it may be empty."""

    def __init__(self, excerpt: Excerpt, article: Article | None, answer: Answer, *, with_title: bool = True) -> None:
        """An excerpt of that answer; its article is named with it, or in the line above it."""
        super().__init__()
        self.excerpt = excerpt
        first = (excerpt.best, *(sentence for sentence in excerpt.sentences if sentence is not excerpt.best))
        self.citation = replace(excerpt.citation, highlights=tuple((one.start, one.end) for one in first))
        self.set_reactive(CitationCard.article, article)
        self.help_mode: HelpMode | None = None
        self._answer = answer
        self._layout: Layout = "sentence" if not answer.is_listed else "article" if answer.found else "nearest"
        self._with_title = with_title
        self.add_class(f"-{self._layout}")

    @property
    def is_intact(self) -> bool:
        """Whether the passage still stands where it was cited from."""
        return self.article is not None and self.citation.is_in(self.article.text)

    @property
    def problem(self) -> str:
        """Why the passage cannot be shown in its article; empty where it can."""
        if self.is_intact:
            return ""
        return self.app.text("source changed" if self.article else "source gone", article=self.citation.article)

    @property
    def foreign_language(self) -> Language | None:
        """The article's language where it is not one that the reader knows and the sentence is there to be read."""
        if self.article is None or self._layout != "sentence" or self.article.language == self._answer.language:
            return None
        # Who asks for a translation wants it in the language of the question, whatever that of the interface.
        is_read = self.article.language == self.app.language and self._answer.kind != "translation"
        return None if is_read else self.article.language

    def action_open(self) -> None:
        self.post_message(self.Opened(self))

    def action_fold(self, is_folded: bool | None = None) -> None:
        """Show the sentence alone or its whole passage, or each after the other."""
        self.is_folded = not self.is_folded if is_folded is None else is_folded
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_click(self, event: events.Click) -> None:
        """Open the citation, unless the mouse was used to select text in it."""
        event.stop()
        if not self.screen.get_selected_text():
            self.action_open()

    def render(self) -> Content:
        """The sentence or its passage, with reading help, and why the passage cannot be shown in its article."""
        lines = self._folded() if self.is_folded else self._unfolded()
        if self.help:
            lines.insert(1 if self.is_folded else len(lines), Content.styled(self.help, ".citation--help"))
        if self.problem:
            lines.append(Content.styled(printable_line(self.problem), ".citation--problem"))
        return Content("\n").join(lines)

    def _folded(self) -> list[Content]:
        sentence = Content("").join(
            part for sign, one in self.excerpt.pieces for part in (Content(sign), self._sentence(one))
        )
        if self._layout == "article":
            facts = article_facts(self.article, self._answer.language) if self.article else ""
            heading = Content.styled(printable_line(self.citation.title), "bold")
            return [Content("").join((self._number, heading, Content(f"  {facts}"))), sentence]
        if self._layout == "nearest":
            title = self.citation.title
            title = printable_line(title if len(title) <= TITLE_LENGTH else f"{title[:TITLE_LENGTH].rstrip()}…")
            line = Content("").join((self._number, Content.styled(f"{title}: ", ".citation--place"), sentence))
            return [line.truncate(BRIEF_LENGTH, ellipsis=True)]
        where = place(self.excerpt, self._answer.language, with_title=self._with_title or not self.citation.section)
        return [Content("").join((self._number, sentence)), Content.styled(printable_line(where), ".citation--place")]

    def _unfolded(self) -> list[Content]:
        """The passage, with a line of its own for each paragraph that it takes from, and why it is cited."""
        where = printable_line(place(self.excerpt, self._answer.language))
        reason = Content.styled(why(self.citation, self._answer.language), ".citation--reason")
        start, end = self.citation.start, self.citation.end
        blocks = self.article.blocks if self.article and self.is_intact else ()
        inside = (block for block in blocks if block.start < end and block.end > start)
        spans = [(max(block.start, start), min(block.end, end)) for block in inside]
        heading = Content("").join((self._number, Content.styled(where, ".citation--place")))
        if self.citation.table_header:
            header = Content.styled(printable_line(self.citation.table_header), ".citation--place")
            heading = Content("\n").join((heading, header))
        return [heading, *(self._text(*span, passage=True) for span in spans or [(start, end)]), reason]

    @property
    def _number(self) -> Content:
        sign = "▶ " if self.is_open else ""
        return Content.styled(f"{sign}[{self.citation.number}] ", ".citation--number")

    def _sentence(self, sentence: KeySentence) -> Content:
        """A key sentence; of a row of a table each cell after the name of its column."""
        start, end, header = sentence.start, sentence.end, sentence.table_header
        if header is None:
            return self._text(start, end)
        return Content("; ").join(
            Content.styled(printable_line(f"{name}: ") if name else "", ".citation--place")
            + self._text(start + first, start + last)
            for name, (first, last) in named_cells(sentence.text, header)
        )

    def _text(self, start: int, end: int, *, passage: bool = False) -> Content:
        """A part of the passage with the words that met the question and, in a `passage`, the key sentence."""
        base = self.citation.start
        best = self.citation.highlights if passage else ()
        spans = [
            *(Span(first - base, last - base, ".citation--best") for first, last in best),
            *(Span(match.start - base, match.end - base, ".citation--match") for match in self.citation.matches),
        ]
        text = self.citation.text[start - base : end - base]
        content = Content(printable_line(self.citation.text), spans)[start - base : end - base]
        edits = [(first, last, Content("")) for first, last in hyphenations(text)]
        if not passage:
            edits += [(gap.start() + 1, gap.end(), Content("")) for gap in _GAP.finditer(text)]
            edits += self._pairs(start, end)
        parts, place = [], 0
        for first, last, put in sorted(edits, key=itemgetter(0)):
            parts += [content[place : max(place, first)], put]
            place = max(place, last)
        return Content("").join((*parts, content[place:]))

    def _pairs(self, start: int, end: int) -> list[tuple[int, int, Content]]:
        """The words of a question in the other language, and their places in a slice: after the words that they met."""
        if self.article is None or self.article.language == self._answer.language:
            return []
        pairs: dict[str, int] = {}
        for match in self.citation.matches:
            if start <= match.start and match.end <= end and normal_form(match.query) != normal_form(match.passage):
                pairs.setdefault(match.query, match.end - start)
        return [
            (place, place, Content.styled(f" ‹{printable_line(word)}›", ".citation--pair"))
            for word, place in pairs.items()
        ]


def citation_cards(answer: Answer, corpus: Corpus) -> list[CitationCard]:
    """The excerpts of an answer, in their order; titles that two articles have go with the name of the file."""
    titles = Counter(article.title for article in corpus.articles)
    cards = []
    above = ""
    for excerpt in answer.excerpts:
        cited = excerpt.citation
        if titles[cited.title] > 1:
            excerpt = replace(excerpt, citation=replace(cited, title=f"{cited.title} ({cited.article})"))
        article = corpus.article(cited.article)
        cards.append(CitationCard(excerpt, article, answer, with_title=cited.article != above))
        above = cited.article
    return cards
