"""Quotations: a passage or sentences of it with the line that says where they stand, wherever they are copied."""

from __future__ import annotations

from chatbot.answers.answer import Answer, Excerpt
from chatbot.answers.citation import Citation, match_pairs
from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.text.printable import printable, printable_line
from chatbot.text.spans import Span

WHY_LIMIT = 6  # the most pairs of words that say why a passage was cited


def taken_as(answer: Answer, language: Language) -> list[str]:
    """Where a question was not taken as it stands, how: corrected, or with words of earlier ones."""
    taken = []
    if answer.corrected:
        taken.append(message("corrected", language, question=answer.corrected))
    if answer.context:
        taken.append(message("carried over", language, words=", ".join(answer.context)))
    return [*map(printable_line, taken)]


def why(citation: Citation, language: Language) -> str:
    """Why a passage was cited: the words of the question beside those that they met, each pair once."""
    pairs = [word if same else f"{query} → {word}" for query, word, same in match_pairs(citation)]
    if not pairs:
        return message("why alike", language)
    return printable_line(message("why", language, matches="; ".join(pairs[:WHY_LIMIT])))


def source(citation: Citation, language: Language, *, with_title: bool = True) -> str:
    """Where the passage comes from: title, author and date, section, and the page where its file has pages."""
    page = message("on page", language, page=citation.page_label) if citation.page_label else ""
    by = ", ".join(filter(None, (citation.author, citation.date)))
    title = f"{citation.title} ({by})" if by else citation.title
    parts = (title if with_title else "", citation.section)
    return f"{' › '.join(filter(None, parts))}{page}"


def place(excerpt: Excerpt, language: Language, *, with_title: bool = True) -> str:
    """Where an excerpt comes from, and what other articles say about the same."""
    notes = [source(excerpt.citation, language, with_title=with_title)]
    if len(excerpt.also_in) == 1:
        notes.append(message("also in", language, article=excerpt.also_in[0]))
    elif excerpt.also_in:
        notes.append(message("also in many", language, count=len(excerpt.also_in)))
    if excerpt.disputed:
        notes.append(message("disputed", language))
    return "; ".join(filter(None, notes))


def reference(quoted: Citation | Excerpt, language: Language) -> str:
    """Title, section, file and the characters that what is quoted takes up there, on one line."""
    citation, spans = _quoted(quoted)
    characters = message("characters", language, spans=", ".join(f"{start}–{end}" for start, end in spans))
    is_named = citation.title.endswith(f"({citation.article})")  # as among articles of the same title
    file = "" if is_named else f"{citation.article}, "
    return printable_line(f"{source(citation, language)} ({file}{characters})")


def quotation(quoted: Citation | Excerpt, language: Language) -> str:
    """A citation or an excerpt of it to the letter, and its reference below it, to be pasted somewhere else.

    Above rows of a table stands its header. Characters that would command a terminal, which is where much is pasted,
    are stood in for.
    """
    citation, spans = _quoted(quoted)
    header = quoted.best.table_header if isinstance(quoted, Excerpt) else quoted.table_header
    text = " … ".join(citation.text[start - citation.start : end - citation.start] for start, end in spans)
    above = f"{printable(header)}\n" if header else ""
    return f"{above}{printable(text)}\n\n— {reference(quoted, language)}\n"


def _quoted(quoted: Citation | Excerpt) -> tuple[Citation, tuple[Span, ...]]:
    """The citation, and the slices of its article that are quoted."""
    if isinstance(quoted, Excerpt):
        return quoted.citation, quoted.spans
    return quoted, ((quoted.start, quoted.end),)
