"""Reading help: what a sentence in the other language says, as the meanings of its words or as a translation.

It stands beside a quotation and never in it, and has no part in the ranking.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.errors import Trouble
from chatbot.messages import message
from chatbot.reading_help.gloss import Gloss, Glosser, gloss_line
from chatbot.reading_help.translation import Translation, Translator
from chatbot.text.printable import printable_line

if TYPE_CHECKING:
    from chatbot.encoders.encoder import Encoder
    from chatbot.passages.corpus import Corpus
    from chatbot.settings import HelpKind, HelpMode
    from chatbot.storage.store import Store
    from chatbot.text.language_code import Language


@dataclass(frozen=True, slots=True)
class SentenceHelp:
    """Help with one sentence: its `glosses`, or its `translation`, or the name of the message why there is none."""

    sentence: str
    kind: HelpKind
    glosses: tuple[Gloss, ...] = ()
    translation: Translation | None = None
    problem: str | None = None

    def line(self, language: Language) -> str:
        """The help as a line, `language` is that of the messages; empty where there is none to give."""
        if self.translation:
            doubt = f" {message('translation doubtful', language)}" if self.translation.doubtful else ""
            return printable_line(message("help translation", language, text=self.translation.text) + doubt)
        words = gloss_line(self.sentence, self.glosses, unsure=self.kind == "all words")
        return printable_line(message("help words", language, words=words)) if words else ""


class ReadingHelp:
    """Gives help with sentences; slow the first time, so it is called beside the interface."""

    def __init__(
        self, encoder: Encoder, store: Store | None, dictionaries: Sequence[Path], models: Path | None
    ) -> None:
        self.glosser = Glosser(encoder, store, dictionaries)
        self.translator = Translator(store, models)
        self._known: Callable[[], Container[str]] = frozenset

    def begin(self, corpus: Corpus) -> None:
        """Help with sentences of these articles: a capital makes no name of a word that they have in lower case."""
        self._known = cache(corpus.lower_case_words)

    def kind(self, mode: HelpMode, language: Language) -> HelpKind | None:
        """The help that a mode comes to for sentences of that language, or None where it is none."""
        if mode == "auto":
            return "translation" if self.translator.is_available(language) else "words"
        return None if mode == "off" else mode

    def help_with(self, sentence: str, language: Language, kind: HelpKind) -> SentenceHelp:
        """Help of that kind with a sentence of that language."""
        if kind != "translation":
            return SentenceHelp(sentence, kind, self.glosser.glosses(sentence, language, self._known()))
        try:
            return SentenceHelp(sentence, kind, translation=self.translator.translate(sentence, language))
        except Trouble as error:
            return SentenceHelp(sentence, kind, problem=error.name)
