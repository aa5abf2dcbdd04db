"""Quotations: a passage or a sentence, with what was searched for and where it stands, wherever it is copied."""

from __future__ import annotations

from chatbot.answers.answer import Answer, Citation, KeySentence
from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.text.printable import printable, printable_line


def searched_for(answer: Answer) -> list[str]:
    """What was searched for where it is not what was typed: words of earlier questions, or another spelling."""
    lines = []
    if answer.context:
        lines.append(message("carried over", answer.language, words=", ".join(answer.context)))
    if answer.corrected:
        lines.append(message("corrected", answer.language, question=answer.corrected))
    return [printable_line(line) for line in lines]


def source(citation: Citation, language: Language, *, with_title: bool = True) -> str:
    """Where the passage comes from: title, author and date, section, and the page where its file has pages."""
    page = message("on page", language, page=citation.page_label) if citation.page_label else ""
    by = ", ".join(filter(None, (citation.author, citation.date)))
    title = f"{citation.title} ({by})" if by else citation.title
    parts = (title if with_title else "", citation.section)
    return f"{' › '.join(filter(None, parts))}{page}"


def place(sentence: KeySentence, citation: Citation | None, language: Language, *, with_title: bool = True) -> str:
    """Where a key sentence comes from, if the citation is given, and what other articles say about the same."""
    notes = [source(citation, language, with_title=with_title)] if citation else []
    if len(sentence.also_in) == 1:
        notes.append(message("also in", language, article=sentence.also_in[0]))
    elif sentence.also_in:
        notes.append(message("also in many", language, count=len(sentence.also_in)))
    if sentence.disputed:
        notes.append(message("disputed", language))
    return "; ".join(filter(None, notes))


def reference(quoted: Citation | KeySentence, citation: Citation, language: Language) -> str:
    """Title, section, file and the characters that what is quoted of a citation takes up there, on one line."""
    characters = message("characters", language, start=quoted.start, end=quoted.end)
    return printable_line(f"{source(citation, language)} ({citation.article}, {characters})")


def quotation(quoted: Citation | KeySentence, citation: Citation, language: Language) -> str:
    """A citation or a sentence of it to the letter, and its reference below it, to be pasted somewhere else.

    Above rows of a table stands its header.

    Characters that would command a terminal, which is where much is pasted, are stood in for.
    """
    header = f"{printable(quoted.table_header)}\n" if quoted.table_header else ""
    return f"{header}{printable(quoted.text)}\n\n— {reference(quoted, citation, language)}\n"
