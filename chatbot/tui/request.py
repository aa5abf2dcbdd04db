"""A request: a question as a reader wants it taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from chatbot.text.language_code import Language


class Request(NamedTuple):
    """A question that may be `held` to a language, stand `alone`, or be asked `as_typed`, misspelt words and all.

    `reading` names the article that is open, and `only` the articles that it is limited to, if any.
    """

    question: str
    held: Language | None = None
    alone: bool = False
    as_typed: bool = False
    reading: str | None = None
    only: frozenset[str] = frozenset()
