"""Answers and articles as plain text, for pipes, screen readers and terminals without an interface."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from chatbot.answers.answer import Answer, KeySentence
from chatbot.articles.article import Article
from chatbot.conversations.quotation import place, source, taken_as, why
from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.text.printable import printable, printable_line
from chatbot.text.words import unhyphenated

if TYPE_CHECKING:
    from chatbot.answers.evaluation import Figures
    from chatbot.reading_help.help import SentenceHelp


def answer_text(
    answer: Answer,
    *,
    passages: bool = False,
    helped: Mapping[KeySentence, SentenceHelp] | None = None,
) -> str:
    """The answer as a person reads it: its key sentences by passage, and the `passages` below them if asked for.

    `helped` is the reading help that goes below sentences.
    """
    lines = [*taken_as(answer, answer.language), printable(answer.opening)]
    for excerpt in answer.excerpts:
        text = "".join(
            f"{sign}{' '.join(printable(unhyphenated(sentence.shown)).split())}" for sign, sentence in excerpt.pieces
        )
        where = printable_line(f"— {place(excerpt, answer.language)} ({excerpt.citation.article})")
        lines += [*([] if answer.is_listed else [""]), f"[{excerpt.citation.number}] {text} {where}"]
        helps = (helped[one].line(answer.language) for one in excerpt.sentences if helped and one in helped)
        lines += [f"    {line}" for line in helps if line]
    for citation in answer.citations if passages else ():
        lines += ["", printable_line(f"[{citation.number}] {source(citation, answer.language)} ({citation.article})")]
        lines += [printable_line(citation.table_header)] if citation.table_header else []
        lines += [printable(citation.text), why(citation, answer.language)]
    return "\n".join(lines)


def question_line(question: str) -> str:
    """The question on a line that distinguishes it from the answers, for a user who does not see it typed."""
    return f"> {printable_line(question)}"


def article_fields(article: Article, passages: int) -> dict[str, str | int | None]:
    """What is listed of an article, by the names of the columns."""
    names = ("title", "author", "date", "language", "encoding")
    return {"file": article.name, **{name: getattr(article, name) for name in names}, "passages": passages}


def article_table(rows: Sequence[tuple[Article, int]], language: Language) -> str:
    """The articles with their numbers of passages, in columns under headings; without a column that is empty."""
    shown = [
        {name: printable_line(str(value)) for name, value in article_fields(*row).items() if value is not None}
        for row in rows
    ]
    names = [name for name in article_fields(*rows[0]) if any(name in fields for fields in shown)]
    headings = [message(f"column {name}", language) for name in names]
    return columns([headings, *([fields.get(name, "–") for name in names] for fields in shown)])


def figures_table(figures: Mapping[Language, Figures], language: Language) -> str:
    """The figures of an evaluation, one row a language of the questions, in columns under their names."""
    cells = [[message("column language", language), *figures["nl"]]]
    for asked, shares in figures.items():
        cells.append([asked, *("–" if share is None else f"{share:.3f}" for share in shares.values())])
    return columns(cells)


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The rows with their cells in columns, two spaces apart; all rows have as many cells."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _width(text: str) -> int:
    """How many places of a terminal the text takes: Chinese and Japanese letters take two, accents none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
