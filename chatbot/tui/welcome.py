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


class SampleQuestion(RequestLine):
    """A question that the articles answer."""

    DEFAULT_CSS = """
    SampleQuestion {
        padding: 0 1;
        border-left: outer $surface-lighten-2;
        color: $text-accent;
        &:focus { border-left: outer $accent; text-style: bold; }
    }
    """

    def __init__(self, sample: Sample) -> None:
        super().__init__(Request(sample.text), Content(printable_line(sample.text)))
        self.sample = sample


class Welcome(Vertical):
    """The first thing that a reader sees; the articles and the samples follow once they are known."""

    DEFAULT_CSS = """
    Welcome {
        height: auto;
        max-width: 100;
        & > Vertical { height: auto; }
        & .heading { margin: 1 0 0 0; text-style: bold; }
        & .title { padding: 0 1; }
        & .more { padding: 0 1; color: $foreground 60%; }
    }
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._articles = Vertical()
        self._samples = Vertical()

    def compose(self) -> ComposeResult:
        yield Static(Content(message("welcome", self._language)))
        yield self._articles
        yield self._samples

    async def show_corpus(self, corpus: Corpus) -> None:
        """Show the titles of these articles, in the place of those before."""
        lines = [self._line(article_count(corpus, self._language), "heading")]
        lines += [
            self._line(f"• {printable_line(article.title)}", "title") for article in corpus.articles[:TITLE_LIMIT]
        ]
        if len(corpus.articles) > TITLE_LIMIT:
            count = len(corpus.articles) - TITLE_LIMIT
            more = message("more articles", self._language, count=count, key=key_hint(self, "articles", self._language))
            lines.append(self._line(more, "more"))
        async with self.batch():
            await self._articles.remove_children()
            await self._articles.mount(*lines)

    async def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """Show what could be asked, in the place of what was there before."""
        own_first = sorted(samples, key=lambda sample: sample.language != self._language)
        heading = [self._line(message("sample questions", self._language), "heading")] if samples else []
        async with self.batch():
            await self._samples.remove_children()
            await self._samples.mount(*heading, *map(SampleQuestion, own_first))

    def _line(self, text: str, kind: str) -> Static:
        return Static(Content(text), classes=kind)
