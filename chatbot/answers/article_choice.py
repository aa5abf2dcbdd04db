"""Article choice: which articles of the list a text asks for, by their language, their year, their age or length."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from chatbot.articles.dates import month_number

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.text.language_code import Language

_LANGUAGES: Mapping[str, Language] = {
    **dict.fromkeys(("nederlands", "nederlandse", "vlaams", "dutch", "flemish"), "nl"),
    **dict.fromkeys(("engels", "engelse", "english"), "en"),
}
_OTHER_LANGUAGES = frozenset("frans franse french duits duitse german spaans spaanse spanish italiaans italian".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST: Mapping[str, str] = {
    **dict.fromkeys(("newest", "latest", "recent", "nieuwste", "nieuwst", "recentste", "recente"), "newest"),
    **dict.fromkeys(("oldest", "oudste", "oudst"), "oldest"),
    **dict.fromkeys(("longest", "largest", "langste", "langst"), "longest"),
    **dict.fromkeys(("shortest", "kortste", "kortst"), "shortest"),
}
"""Words for the article that comes first in an order, with the name of the order."""


class Choice(NamedTuple):
    """The articles that are asked for; `order` is named where it is the first in an order: "newest", "longest"."""

    articles: Sequence[Article]
    order: str | None = None


def asked_articles(said: str, articles: Sequence[Article]) -> Choice | None:
    """The articles that a text asks for among these; None where it asks for all of them."""
    words = re.findall(r"\w+", said.lower())
    order = next((_FIRST[word] for word in words if word in _FIRST), None)
    if order in ("longest", "shortest"):
        by_length = sorted(articles, key=lambda one: one.words, reverse=order == "longest")
        return Choice(by_length[:1], order)
    if order:
        by_date = sorted(
            (one for one in articles if one.date), key=lambda one: one.date or "", reverse=order == "newest"
        )
        return Choice(by_date[:1], order)
    languages = {_LANGUAGES.get(word) for word in words if word in _LANGUAGES or word in _OTHER_LANGUAGES}
    months = [number for word in words if (number := month_number(word))]
    times = tuple(f"{word}-{months[0]:02}" if months else word for word in words if _YEAR.fullmatch(word))
    if not languages and not times:
        return None
    of_languages = [one for one in articles if not languages or one.language in languages]
    return Choice([one for one in of_languages if not times or (one.date or "").startswith(times)])
