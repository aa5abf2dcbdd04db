"""Talk data: the contents of `talk.toml`, and the words in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from chatbot.text.amounts import MONTH
from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.kind import Kind
from chatbot.text.scope import ITEM, ORDINALS

Told = Literal[
    "author", "date", "title", "length", "works", "authors", "program", "question", "citation", "limit", "next"
]
"""Which thing of its kind a text wants to be told.

Of an article its author, its date, its title or its length; "works" is what else somebody wrote, "authors" who wrote
the articles. How the program is worked; a question that was asked or a citation once more; which articles are searched;
what follows in an article.
"""

_NAMES = {"MONTH": f"({MONTH})", "ORDINAL": f"({'|'.join(ORDINALS)})"}
"""What stands for the names that no data have."""


class KindData(msgspec.Struct, frozen=True):
    """The cues of a kind, and the words beside them that carry nothing or make a question of it; see `talk.toml`."""

    cues: tuple[str, ...]
    kind: Kind | None = None
    without: str = ""
    asks: bool = True
    names: bool = False
    leaning: str = ""
    told: Told | None = None
    points: bool = False
    after: tuple[Kind, ...] = ()


class TalkData(msgspec.Struct, frozen=True):
    """The contents of `talk.toml`."""

    fillers: str
    words: str
    topics: str
    others: str
    unnamed: str
    asking: str
    wishing: str
    musing: str
    telling: str
    neutral: str
    same: dict[str, str]
    choice: dict[str, str]
    patterns: dict[str, str]
    kinds: tuple[KindData, ...]


@cache
def talk_data() -> TalkData:
    """The data, read once."""
    text = (files("chatbot.text") / "talk.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), TalkData)


@cache
def patterns() -> Mapping[str, str]:
    """What stands for each name in braces, in an order in which none has the name of an earlier one in it."""
    own = talk_data().patterns
    return {name: own[name] for name in reversed(own)} | _NAMES


@cache
def choice_pattern(name: str) -> re.Pattern[str]:
    """The pattern of that name by which a text says which articles it asks for."""
    own = talk_data().choice
    names = {name: own[name] for name in reversed(own)} | _NAMES | {"ITEM": ITEM}
    return re.compile(filled(own[name], names), re.IGNORECASE | re.VERBOSE)


def filled(text: str, names: Mapping[str, str]) -> str:
    """A pattern with what stands for the names in braces in it, in their order."""
    for name, pattern in names.items():
        text = text.replace(f"{{{name}}}", pattern)
    return text


@cache
def same_words() -> Mapping[str, tuple[str, ...]]:
    """For each word that has others in its place, those; none for one that is left out."""
    return {word: tuple(same.split()) for same, words in talk_data().same.items() for word in words.split()}


@cache
def nothing_words() -> frozenset[str]:
    """The words that carry nothing anywhere."""
    return DUTCH | ENGLISH | frozenset(talk_data().fillers.split())


@cache
def unnamed_words() -> frozenset[str]:
    """The words that name no article, nor what it is about."""
    data = talk_data()
    return (nothing_words() - frozenset(data.others.split())) | frozenset(data.unnamed.split()) | ORDINALS.keys()


@cache
def vocabulary() -> frozenset[str]:
    """The words that carry nothing beside a cue; those of the other cues are among them."""
    data = talk_data()
    others = frozenset(data.others.split())
    words = " ".join((data.words, *data.same, *ORDINALS))
    return ((nothing_words() | literal_words(cue_text())) - others) | frozenset(words.split())


@cache
def topics() -> frozenset[str]:
    """The words that carry nothing unless the articles have them."""
    return frozenset(talk_data().topics.split())


@cache
def known_words() -> frozenset[str]:
    """The words that a misspelt one may have been: all that the data have."""
    data = talk_data()
    texts = " ".join((data.others, *data.patterns.values(), *same_words()))
    return vocabulary() | literal_words(texts)


@cache
def beginnings() -> tuple[str, ...]:
    """The beginnings of words in the cues of which any ending may follow."""
    return tuple(re.findall(r"([^\W\d_]{3,})\\w[*+]", " ".join((cue_text(), *talk_data().patterns.values()))))


def cue_text() -> str:
    """All cues."""
    return " ".join(cue for one in talk_data().kinds for cue in one.cues)


def literal_words(cues: str) -> frozenset[str]:
    """The words of regular expressions that stand for themselves."""
    return frozenset(
        re.findall(r"[^\W\d_A-Z]{2,}", re.sub(r"[^\W\d_]*\\w[*+?]|\\.|\{[A-Z_]+\}|\?P<\w+>|Name", " ", cues))
    )
