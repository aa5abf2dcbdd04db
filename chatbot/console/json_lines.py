"""Answers and articles as JSON, one object a line, for scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from chatbot.answers.answer import Answer, KeySentence
from chatbot.articles.article import Article
from chatbot.console.plain_text import answer_text, article_fields
from chatbot.text.language_code import Language

if TYPE_CHECKING:
    from chatbot.answers.evaluation import Figures
    from chatbot.reading_help.gloss import Gloss
    from chatbot.reading_help.help import SentenceHelp


def answer_line(answer: Answer, helped: Mapping[KeySentence, SentenceHelp] | None = None) -> str:
    """The answer as one line of JSON; offsets are code points into the text that `chatbot show` prints.

    With `helped`, the reading help, each key sentence has `gloss` and `translation`.
    """
    fields = asdict(answer) | {"found": answer.found, "answer": answer_text(answer)}
    del fields["opening"]
    if helped is not None:
        for sentence, of_sentence in zip(answer.key_sentences, fields["key_sentences"], strict=True):
            given = helped.get(sentence)
            of_sentence["gloss"] = [asdict(gloss) for gloss in given.glosses] if given else []
            of_sentence["translation"] = asdict(given.translation) if given and given.translation else None
    return _line(fields)


def gloss_object(text: str, glosses: Sequence[Gloss]) -> str:
    """The glosses of a text as one line of JSON; offsets are code points of the text."""
    return _line({"text": text, "glosses": [asdict(gloss) for gloss in glosses]})


def article_line(article: Article, passages: int) -> str:
    """One article of the corpus as one line of JSON."""
    return _line(article_fields(article, passages))


def figures_line(figures: Mapping[Language, Figures]) -> str:
    """The figures of an evaluation, one object a language of the questions, as one line of JSON."""
    return _line({language: asdict(of_language) for language, of_language in figures.items()})


def _line(fields: dict[str, Any]) -> str:
    # Escapes keep control characters and lone surrogates of an article out of the terminal.
    return json.dumps(fields, ensure_ascii=True)
