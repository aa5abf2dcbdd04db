"""Reading help on the screen: a line under each key sentence in a language that the reader may not know.

That is one that is neither that of the interface nor that of the question.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from chatbot.settings import HelpMode
from chatbot.tui.remembered import remember, remembered
from chatbot.tui.turn import Turn

if TYPE_CHECKING:
    from chatbot.passages.corpus import Corpus
    from chatbot.reading_help.help import ReadingHelp
    from chatbot.text.language_code import Language
    from chatbot.tui.app import ChatbotApp
    from chatbot.tui.citation_card import CitationCard

HELP = "reading help"

ROUND: tuple[HelpMode, ...] = ("words", "all words", "translation", "off")
"""The modes in the order in which a key goes through them."""


class HelpLines:
    """Writes the lines in the background, in the mode of the settings, or else in that of the last run."""

    def __init__(self, app: ChatbotApp, setting: HelpMode) -> None:
        self._app = app
        self.mode: HelpMode = remembered().reading_help if setting == "auto" else setting
        self._help: ReadingHelp | None = None
        self._is_explained = False

    def begin(self, corpus: Corpus) -> None:
        """Help with sentences of these articles from now on."""
        self._help = self._app.loader.reading_help
        if self._help:
            self._help.begin(corpus)
        self.write()

    async def prepare(self, corpus: Corpus) -> None:
        """Have words ready for sentences of these articles in the other language, where help is wanted."""
        for language in {article.language for article in corpus.articles} - {self._app.language}:
            if self._help and self.mode != "off":
                await asyncio.to_thread(self._help.glosser.prepare, language)
                for warning in self._help.glosser.warnings(self._app.language):
                    self._app.warn_once(warning)

    def turn_on(self) -> None:
        """Help again, for a reader who asks for it."""
        if self.mode == "off":
            self.mode = "auto"

    def step(self, language: Language) -> None:
        """Go on to the next mode that there is for sentences of that language, and say which it is."""
        if self._help is None:
            self._app.say("articles not read")
            return
        modes = [mode for mode in ROUND if mode != "translation" or self._help.translator.is_available(language)]
        shown = self._help.kind(self.mode, language) or "off"
        self.mode = modes[(modes.index(shown) + 1) % len(modes)] if shown in modes else modes[0]
        remember(reading_help=self.mode)
        self._app.say(f"help mode {self.mode}")
        self.write()

    def write(self) -> None:
        """Put the help of the present mode under those of the citations that lack it."""
        waiting = [card for card in self._app.main.cards if card.foreign_language and card.help_mode != self.mode]
        self._app.run_worker(self._write(waiting), group=HELP, exclusive=True, exit_on_error=False)

    async def _write(self, cards: list[CitationCard]) -> None:
        for card in cards:
            language = card.foreign_language
            if self._help is None or language is None:
                continue
            kind = self._help.kind(self.mode, language)
            line = ""
            if kind:
                text = "".join(f"{sign}{sentence.text}" for sign, sentence in card.excerpt.pieces)
                given = await asyncio.to_thread(self._help.help_with, text, language, kind)
                if given.problem:
                    self._app.warn_once(self._app.text(given.problem))
                line = given.line(self._app.language)
            card.help, card.help_mode = line, self.mode
            view = self._app.main.source.view
            if view.citation is card.citation:
                view.show_help(line)
            if line and card.is_attached and not self._is_explained:
                self._explain(card, self._help.translator.is_available(language))

    def _explain(self, card: CitationCard, has_translation: bool) -> None:
        """Say once, below the answer, which key changes the help and where translations come from."""
        self._is_explained = True
        card.query_ancestor(Turn).show_hint("help hint" if has_translation else "help hint translation")
