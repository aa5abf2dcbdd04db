"""Answers and articles as JSON, one object a line, for scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from chatbot.answers.answer import Answer, Citation, KeySentence
from chatbot.articles.article import Article
from chatbot.console.plain_text import answer_text
from chatbot.text.language_code import Language

if TYPE_CHECKING:
    from chatbot.answers.evaluation import Figures
    from chatbot.reading_help.gloss import Gloss
    from chatbot.reading_help.help import SentenceHelp


def answer_line(answer: Answer, helped: Mapping[KeySentence, SentenceHelp] | None = None) -> str:
    """The answer as one line of JSON; offsets are code points into the text that `chatbot show` prints.

    With `helped`, the reading help, each key sentence has `gloss` and `translation`.
    """
    return _line(
        {
            "question": answer.question,
            "language": answer.language,
            "kind": answer.kind,
            "found": answer.found,
            "certainty": answer.certainty,
            "confidence": answer.confidence,
            "context": list(answer.context),
            "corrected": answer.corrected,
            "answer": answer_text(answer),
            "key_sentences": [_key_sentence(sentence, helped) for sentence in answer.key_sentences],
            "citations": [_citation(citation) for citation in answer.citations],
        }
    )


def gloss_object(text: str, glosses: Sequence[Gloss]) -> str:
    """The glosses of a text as one line of JSON; offsets are code points of the text."""
    return _line({"text": text, "glosses": [asdict(gloss) for gloss in glosses]})


def article_line(article: Article, passages: int) -> str:
    """One article of the corpus as one line of JSON."""
    return _line(
        {
            "file": article.name,
            "title": article.title,
            "author": article.author,
            "date": article.date,
            "language": article.language,
            "encoding": article.encoding,
            "passages": passages,
        }
    )


def figures_line(figures: Mapping[Language, Figures]) -> str:
    """The figures of an evaluation, one object a language of the questions, as one line of JSON."""
    return _line({language: asdict(of_language) for language, of_language in figures.items()})


def _key_sentence(sentence: KeySentence, helped: Mapping[KeySentence, SentenceHelp] | None) -> dict[str, Any]:
    if helped is None:
        return asdict(sentence)
    given = helped.get(sentence)
    return asdict(sentence) | {
        "gloss": [asdict(gloss) for gloss in given.glosses] if given else [],
        "translation": asdict(given.translation) if given and given.translation else None,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    matches = dict.fromkeys((match.query, match.passage, match.similarity) for match in citation.matches)
    return {
        "number": citation.number,
        "article": citation.article,
        "title": citation.title,
        "author": citation.author,
        "date": citation.date,
        "section": citation.section,
        "page": citation.page,
        "page_label": citation.page_label,
        "table_header": citation.table_header,
        "text": citation.text,
        "start": citation.start,
        "end": citation.end,
        "score": citation.score,
        "highlights": [list(span) for span in citation.highlights],
        "matches": [
            {"query": query, "passage": passage, "similarity": similarity} for query, passage, similarity in matches
        ],
    }


def _line(fields: dict[str, Any]) -> str:
    # Escapes keep control characters and lone surrogates of an article out of the terminal.
    return json.dumps(fields, ensure_ascii=True)
