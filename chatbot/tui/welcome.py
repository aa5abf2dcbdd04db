"""What the empty conversation shows: what this is, which articles there are and what could be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.printable import printable_line
from chatbot.tui.keys import key_hint
from chatbot.tui.request import Request, RequestLine
from chatbot.tui.status import article_count

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.answers.samples import Sample
    from chatbot.passages.corpus import Corpus
    from chatbot.text.language_code import Language

TITLE_LIMIT = 6  # the most titles that are shown; the list of articles has them all


class Welcome(Vertical):
    """The first thing that a reader sees; the articles and the samples follow once they are known."""

    DEFAULT_CSS = """
    Welcome {
        height: auto;
        max-width: 100;
        & > Vertical { height: auto; }
        & .heading { margin: 1 0 0 0; text-style: bold; }
        & .titles { padding: 0 1; }
        & RequestLine { padding: 0 1; border-left: outer $surface-lighten-2; color: $text-accent; }
        & RequestLine:focus { border-left: outer $accent; text-style: bold; }
    }
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._articles = Vertical()
        self._samples = Vertical()

    def compose(self) -> ComposeResult:
        yield Static(message("welcome", self._language), markup=False)
        yield self._articles
        yield self._samples

    async def show_corpus(self, corpus: Corpus) -> None:
        """Show the titles of these articles, in the place of those before."""
        lines = [Content(f"• {printable_line(article.title)}") for article in corpus.articles[:TITLE_LIMIT]]
        if len(corpus.articles) > TITLE_LIMIT:
            count, key = len(corpus.articles) - TITLE_LIMIT, key_hint(self, "articles", self._language)
            more = message("more articles", self._language, count=count, key=key)
            lines.append(Content.styled(more, "$foreground 60%"))
        count_line = Static(article_count(corpus, self._language), classes="heading", markup=False)
        async with self.batch():
            await self._articles.remove_children()
            await self._articles.mount(count_line, Static(Content("\n").join(lines), classes="titles"))

    async def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """Show what could be asked, in the place of what was there before."""
        own_first = sorted(samples, key=lambda sample: sample.language != self._language)
        lines = (RequestLine(Request(one.text), Content(printable_line(one.text))) for one in own_first)
        heading = Static(message("sample questions", self._language), classes="heading", markup=False)
        async with self.batch():
            await self._samples.remove_children()
            await self._samples.mount(*([heading] if samples else []), *lines)
