"""The export: a conversation as Markdown, its passages quoted and its references numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from chatbot.answers.answer import Answer, Excerpt
from chatbot.conversations.quotation import reference, taken_as
from chatbot.messages import message
from chatbot.storage.private_files import write_new
from chatbot.text.language_code import Language
from chatbot.text.printable import printable, printable_line

_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def conversation_markdown(answers: Sequence[Answer], language: Language) -> str:
    """The turns, one heading a question; passages are quoted with their key sentences in bold, references numbered."""
    references: dict[str, int] = {}
    turns = ["\n\n".join(_turn(answer, references, language)) for answer in answers]
    listed = "\n".join(f"{number}. {_escaped(text)}" for text, number in references.items())
    parts = [f"# {message('export title', language)}", *turns]
    if listed:
        parts += [f"## {message('export references', language)}", listed]
    return "\n\n".join(parts) + "\n"


def export_conversation(answers: Sequence[Answer], folder: Path, now: datetime, language: Language) -> Path:
    """Write the conversation to a new file in `folder`, and return its path; raises OSError."""
    return write_new(folder / f"chatbot-{now:%Y-%m-%d-%H%M%S}.md", conversation_markdown(answers, language))


def _turn(answer: Answer, references: dict[str, int], language: Language) -> Iterator[str]:
    yield f"## {_escaped(printable_line(answer.question))}"
    yield from map(_escaped, taken_as(answer, answer.language))
    yield _escaped(printable(answer.opening))
    for excerpt in answer.excerpts:
        yield _quoted(excerpt)
        line = reference(excerpt.citation, language)
        number = references.setdefault(line, len(references) + 1)
        yield f"— [{number}] {_escaped(line)}"


def _quoted(excerpt: Excerpt) -> str:
    """The passage as a quotation, its key sentences in bold."""
    text, base = excerpt.citation.text, excerpt.citation.start
    for start, end in reversed(excerpt.spans):
        first, last = start - base, end - base
        text = f"{text[:first]}{_bold(text[first:last])}{text[last:]}"
    return "\n".join(f"> {line}".rstrip() for line in printable(text).split("\n"))


def _bold(text: str) -> str:
    """The text with each of its lines in bold, as Markdown wants it."""
    return "\n".join(f"**{line.strip()}**" if line.strip() else line for line in text.split("\n"))


def _escaped(text: str) -> str:
    """The text with the characters that Markdown would take for markup escaped."""
    return _MARKS.sub(r"\\\1", text)
