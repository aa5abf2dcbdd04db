"""Talk: what kind of thing a person says, where it is no question about the contents of the articles.

What each kind is known by stands in `talk.toml`, with the rule by which a question always wins.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import Literal

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from chatbot.text.amounts import MONTH
from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.kind import Kind
from chatbot.text.language import QUOTED
from chatbot.text.preamble import without_preamble
from chatbot.text.scope import ORDINALS, asked_topic
from chatbot.text.word_lists import dictionary_languages
from chatbot.text.words import COMMON_WORDS

TALK_LENGTH = 300
"""Code points: a longer text is a question."""

SHORTEST_MISSPELT = 4
"""Letters: a shorter word is near to too many others."""


Told = Literal["author", "date", "works"]
"""What may be asked of an article itself: who wrote it, of when it is, and what else somebody wrote."""


@dataclass(frozen=True, slots=True)
class Talk:
    """The kind of a text, and the article or the subject that it names, as it was typed; empty where it names none.

    A question about an article itself says what is to be `told`, and whether it only `points` at one with a pronoun.
    """

    kind: Kind
    name: str = ""
    told: Told | None = None
    points: bool = False


class _KindData(msgspec.Struct, frozen=True):
    """The cues of a kind, the words that belong to it, and those that make a question of it; see `talk.toml`."""

    cues: tuple[str, ...]
    kind: Kind | None = None
    words: str = ""
    without: str = ""
    told: Told | None = None
    points: bool = False
    after: tuple[Kind, ...] = ()


class _Data(msgspec.Struct, frozen=True):
    """The contents of `talk.toml`."""

    fillers: str
    others: str
    asking: str
    spelt: str
    patterns: dict[str, str]
    kinds: tuple[_KindData, ...]


@dataclass(frozen=True, slots=True)
class _Cue:
    """A pattern that shows a kind, if all words beside it are in the vocabulary, and the last reply was as it says."""

    shown: Talk
    after: Kind | None
    pattern: re.Pattern[str]
    vocabulary: frozenset[str]


@cache
def _data() -> _Data:
    return msgspec.convert(tomllib.loads((files("chatbot.text") / "talk.toml").read_text(encoding="utf-8")), _Data)


@cache
def _patterns() -> dict[str, str]:
    return _data().patterns | {"MONTH": f"(?:{MONTH})", "ORDINAL": f"(?:{'|'.join(ORDINALS)})"}


@cache
def _cues() -> tuple[_Cue, ...]:
    """The cues in their order; they take 60 ms to compile."""
    data = _data()
    carrying_nothing = (DUTCH | ENGLISH | frozenset(data.fillers.split())) - frozenset(data.others.split())
    cues = []
    for of_kind in data.kinds:
        vocabulary = carrying_nothing | frozenset(of_kind.words.replace("{ORDINAL}", " ".join(ORDINALS)).split())
        vocabulary -= frozenset(of_kind.without.replace("{ASKING}", data.asking).split())
        for cue in of_kind.cues:
            for name, pattern in _patterns().items():
                cue = cue.replace(f"{{{name}}}", pattern)
            for after in of_kind.after or (None,):
                shown = Talk(of_kind.kind or after or "answer", told=of_kind.told, points=of_kind.points)
                cues.append(_Cue(shown, after, re.compile(cue), vocabulary))
    return tuple(cues)


@cache
def _spelt_words() -> frozenset[str]:
    """The words of the cues, which a misspelt one may have been."""
    data = _data()
    texts = (data.fillers, data.spelt, *(f"{' '.join(of_kind.cues)} {of_kind.words}" for of_kind in data.kinds))
    words = re.findall(r"[a-z]+", " ".join((*texts, *_patterns().values())))
    return frozenset(word for word in words if len(word) >= SHORTEST_MISSPELT)


_WORD = re.compile(rf"(?P<quoted>{QUOTED.pattern})|[^\W_]+(?:['’-][^\W_]+)*%?")
_OPENINGS = frozenset({"greeting", "remark"})
"""Kinds of what is said before something else."""

_BREAK = re.compile(r"[.,;:!?…]+\s+|\s+[-–]\s+")
_INTERJECTION = re.compile(r"[\s,]+(?:he|hè|hé|hoor|zeg)\W*$", re.IGNORECASE)
"""What Dutch ends a remark with, and English a question about somebody."""


def is_filler(word: str) -> bool:
    """Whether the word carries nothing, as "now" or "really"."""
    return word.lower() in _data().fillers.split()


def talk_of(text: str, after: Kind | None = None) -> Talk:
    """What kind of thing a text is: a question about the contents, an "answer", wherever nothing else is sure.

    If need be it is told without what a person says around it ("something else: …"). `after` is the kind of the last
    reply.
    """
    proper = without_preamble(text)
    if asked_topic(proper):
        return Talk("answer")
    whole = _talk(text, after)
    if whole and whole.kind not in _OPENINGS:
        return whole
    return _talk_of_parts(text) or whole or _talk(proper, after) or Talk("answer")


def _talk_of_parts(text: str) -> Talk | None:
    """The kind of a text that is more than one thing, none of them a question: "right, ta, bye"."""
    if len(text) > TALK_LENGTH:
        return None
    parts = [_talk(part) for part in _BREAK.split(text) if _WORD.search(part)]
    talks = [part for part in parts if part]
    if not 1 < len(parts) == len(talks):
        return None
    proper = [talk for talk in talks if talk.kind not in _OPENINGS] or talks[:1]
    return next((talk for talk in proper if talk.name), proper[-1])


def _talk(text: str, after: Kind | None = None) -> Talk | None:
    """What the first cue shows that is in a text of which all other words carry nothing."""
    found = list(_WORD.finditer(_INTERJECTION.sub("", text[:TALK_LENGTH])))
    if not found or len(text) > TALK_LENGTH:
        return None
    words = ("quotation" if word["quoted"] else _spelt(re.sub("['’]", "", word.group().lower())) for word in found)
    said = " ".join(words)
    for cue in _cues():
        for match in cue.pattern.finditer(said) if cue.after in (None, after) else ():
            if not _carries_nothing_else(match, cue) or (cue.shown.kind == "remark" and text.rstrip().endswith("?")):
                continue
            name = match.groupdict().get("name") or ""
            if all(word in cue.vocabulary for word in name.split()):  # of nothing, or of "it"
                if cue.shown.kind == "about-subject" or cue.shown.told == "works":
                    continue
                return cue.shown
            first = said.count(" ", 0, match.end("name") - len(name.lstrip()))
            last = first + len(name.split()) - 1
            return replace(cue.shown, name=text[found[first].start() : found[last].end()])
    return None


def _carries_nothing_else(match: re.Match[str], cue: _Cue) -> bool:
    """Whether all words beside a cue are in its vocabulary, so that none makes the text a question."""
    parts = match.groupdict()
    looked_at = (match.string[: match.start()], parts.get("lead"), parts.get("lead2"), match.string[match.end() :])
    beside = " ".join(filter(None, looked_at)).split()
    return all(word in cue.vocabulary or (cue.shown.kind == "unsupported" and word[0].isdigit()) for word in beside)


@lru_cache(COMMON_WORDS)
def _spelt(word: str) -> str:
    """The word, or the one of the cues that it is a misspelling of, if it is in no dictionary."""
    spelt = _spelt_words()
    if len(word) < SHORTEST_MISSPELT or word in spelt:
        return word
    near = [one for one, _, _ in process.extract_iter(word, sorted(spelt), scorer=OSA.distance, score_cutoff=1)]
    alike = [one for one in near if one[0] == word[0]]
    return word if not alike or dictionary_languages(word) else max(alike, key=partial(JaroWinkler.similarity, word))
