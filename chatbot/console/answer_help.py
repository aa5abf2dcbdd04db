"""Reading help on the command line: with the key sentences of an answer that are in the other language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING

from chatbot.messages import message

if TYPE_CHECKING:
    from chatbot.answers.answer import Answer, KeySentence
    from chatbot.answers.chatbot import Chatbot
    from chatbot.reading_help.help import ReadingHelp, SentenceHelp
    from chatbot.settings import HelpMode, Settings


class AnswerHelp:
    """Gives the help of a mode with answers, and has `narrate` say once why some of it is missing."""

    def __init__(self, chatbot: Chatbot, settings: Settings, mode: HelpMode, narrate: Callable[[str], None]) -> None:
        self._chatbot = chatbot
        self._settings = settings
        self._mode = mode
        self._narrate_once = cache(narrate)

    @cached_property
    def _help(self) -> ReadingHelp:
        # Only here: most answers need none, and what it imports takes a tenth of the time of one.
        from chatbot.reading_help.help import ReadingHelp

        engine, settings = self._chatbot.engine, self._settings
        reading_help = ReadingHelp(engine.light, engine.store, settings.dictionaries, settings.translation_models)
        reading_help.begin(self._chatbot.corpus)
        return reading_help

    def help_with(self, answer: Answer) -> Mapping[KeySentence, SentenceHelp] | None:
        """The help with each key sentence whose article is not in the language of the answer.

        None where none was asked for: by the mode, or by this question ("can you translate that?").
        """
        mode = "auto" if self._mode == "off" and answer.kind == "translation" else self._mode
        if mode == "off":
            return None
        given: dict[KeySentence, SentenceHelp] = {}
        for sentence in answer.key_sentences:
            article = self._chatbot.corpus.article(sentence.article)
            if article and article.language != answer.language and (kind := self._help.kind(mode, article.language)):
                given[sentence] = self._help.help_with(sentence.text, article.language, kind)
        problems = [message(one.problem, answer.language) for one in given.values() if one.problem]
        for problem in (*self._help.glosser.warnings(answer.language), *problems):
            self._narrate_once(problem)
        return given
