"""Article choice: which articles a text asks for, by place in a list, language, date, age or length.

"The second and the fourth", "in Dutch, from before 2024", "the longest article"; the rest of it names a subject.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from chatbot.articles.metadata import month_number
from chatbot.text.scope import ORDINALS
from chatbot.text.talk_data import choice_pattern

if TYPE_CHECKING:
    from chatbot.articles.article import Article

_CARDINALS = ("one two three four five six seven eight nine ten", "een twee drie vier vijf zes zeven acht negen tien")
_NUMBERS = {word: number for words in _CARDINALS for number, word in enumerate(words.split(), 1)} | {"één": 1}


class ArticleChoice(NamedTuple):
    """The articles that a text asks for; its `subject` is what else a name in it says.

    `places` count from 0, or from -1 backwards. Dates lie from `since` to before `until`, as ISO 8601 orders them. What
    is first in the `order` is meant, unless all are to be sorted.
    """

    subject: str
    places: tuple[int, ...] = ()
    languages: Collection[str | None] = ()
    since: str = "0"
    until: str = "~"
    order: str | None = None
    is_sorted: bool = False

    @property
    def _is_dated(self) -> bool:
        return (self.since, self.until) != ("0", "~") or self.order in ("newest", "oldest")

    @property
    def is_narrow(self) -> bool:
        """Whether it leaves articles out by what is known of them."""
        return bool(self.languages or self.order or self._is_dated)

    def among(self, articles: Sequence[Article]) -> list[Article]:
        """Those of the articles that are asked for, whatever their places, in the order that they are asked for in."""
        found = [one for one in articles if not self.languages or one.language in self.languages]
        if self._is_dated:
            found = [one for one in found if self.since <= (one.date or "") < self.until]
        if self.order in ("longest", "shortest"):
            found.sort(key=lambda one: one.words, reverse=self.order == "longest")
        elif self.order:
            found.sort(key=lambda one: one.date or "", reverse=self.order == "newest")
        return found if self.is_sorted or not self.order else found[:1]


def asked_choice(said: str, name: str, years: Collection[str]) -> ArticleChoice:
    """The articles that a text asks for, with a name in it.

    A year that is none of these `years` is a part of the name, unless it says plainly when something was written.
    """
    tongues = [*choice_pattern("LANGUAGE").finditer(said)]
    tongues = [found for found in tongues if found["own"]] or tongues
    languages = {one.lastgroup for found in tongues for one in choice_pattern("TONGUE").finditer(found.group())}
    times = choice_pattern("PERIOD").finditer(said)
    periods = [
        one for one in times if not (name and one["weak"]) or one["first"][-4:] in years or one["onward"] or one["back"]
    ]
    orders = choice_pattern("ORDER").finditer(said)  # but not that of "from 2022 or older"
    order = next((one for one in orders if all(one.end() != period.end() for period in periods)), None)
    is_sorted = choice_pattern("SORTED").search(said) is not None
    subject = name
    for part in (*tongues, *periods, *([order] if order else [])):
        subject = subject.replace(part.group().strip(), " ")
    first_in = order.lastgroup if order else "oldest" if is_sorted else None
    places = _asked_places(said, name)
    choice = ArticleChoice(subject.strip(" ,.?!"), places, languages, order=first_in, is_sorted=is_sorted)
    for one in periods:
        first, last = _iso(one["first"]), _iso(one["last"] or one["first"])
        since = "0" if one["until"] or one["back"] else f"{first}~" if one["after"] else first
        until = first if one["until"] else "~" if one["after"] or one["since"] or one["onward"] else f"{last}~"
        choice = choice._replace(since=max(since, choice.since), until=min(until, choice.until))
    return choice


def asked_limit(said: str) -> int | None:
    """The number of sentences that a text wants, "in two sentences"; None where it names none."""
    found = choice_pattern("LIMIT").search(said)
    return _number(found["count"]) if found else None


def asked_paragraph(said: str) -> int | None:
    """The number of the paragraph that a text asks for, from 0, or from -1 backwards; None where it asks for none."""
    found = choice_pattern("PARAGRAPH").search(said)
    return None if found is None else -1 if found["end"] else ORDINALS.get(found.group().split()[0].lower(), 0)


def beside(said: str, name: str) -> str:
    """A text without the name in it."""
    return said.replace(name, " ") if name else said


def _asked_places(said: str, name: str) -> tuple[int, ...]:
    """The places in a list that a name is no more than, or else those beside it."""
    text = name if choice_pattern("ALONE").match(name) else ""
    text = text or " ".join(found.group() for found in choice_pattern("PLACES").finditer(beside(said, name)))
    text = text or ("" if name else " ".join(found.group() for found in choice_pattern("PLACE").finditer(said)))
    words = re.findall(r"\w+", text)
    places = (ORDINALS.get(word.lower(), _number(word) - 1) for word in words)
    return tuple(place for word, place in zip(words, places, strict=True) if _number(word) or word.lower() in ORDINALS)


def _number(word: str) -> int:
    """The number that a word is or begins with; 0 for none."""
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else _NUMBERS.get(word.lower(), 0)


def _iso(moment: str) -> str:
    *month, year = moment.split()
    return f"{year}-{month_number(month[0].rstrip('.')):02}" if month else year
