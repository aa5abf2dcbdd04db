"""Talk: what kind of thing a person says, where it is no question about the contents of the articles.

What each kind is known by stands in `talk.toml`, with the rule by which a question always wins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from chatbot.text.kind import Kind
from chatbot.text.preamble import QUESTION_WORD, correction, without_preamble
from chatbot.text.scope import asked_topic
from chatbot.text.talk_data import (
    KindData,
    Told,
    filled,
    nothing_words,
    patterns,
    same_words,
    talk_data,
    topics,
    unnamed_words,
    vocabulary,
)
from chatbot.text.talk_words import ALONE, NAME, Said, Situation, is_known, said

TALK_LENGTH = 300  # code points: a longer text is a question
_VERBS = frozenset("be do have can should".split())  # what a question without a question word begins with

FEW = 2
"""The most unknown words beside a courtesy: "cheers pal"."""

_TELLS_LEAST: tuple[Kind, ...] = ("remark", "greeting", "thanks", "goodbye")
"""Kinds of what is said beside something else, from the one that tells least."""

_LEANING: tuple[Kind, ...] = ("sources", "more", "repeat", "complaint", "remark")
"""Kinds of what is said of what was told just before, be it by the one who talks."""

_CONNECTING = frozenset({"of", "and", "about", "over", "to"})
"""Words that make a subject of what follows a courtesy: "thanks and the ferry"."""

_OF_CONTENTS: frozenset[Kind] = frozenset({"help", "articles", "more", "unsupported", "sources", "repeat"})
"""Kinds of texts that are a question all the same if they have a word of what the articles are about."""

_TOLD: frozenset[Kind] = frozenset({"greeting", "thanks", "remark"})
"""Those that are so if they ask it: "how is Ann?", and not "hello Ann"."""

_COURTESIES: Mapping[str, Kind] = {"hello": "greeting", "thanks": "thanks", "bye": "goodbye"}
"""Words that show their kind at the beginning or the end of a clause, whatever is told with them."""


@dataclass(frozen=True, slots=True)
class Talk:
    """The kind of a text, and the article or the subject that it names, as it was typed; empty where it names none.

    `told` says which thing of its kind is wanted. A question about an article itself may only `point` at one.
    """

    kind: Kind
    name: str = ""
    told: Told | None = None
    points: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    """A pattern that shows a kind, if all words beside it are in the vocabulary, and the last reply was as it says.

    Where the conversation has a subject, a text that is `leaning` is about that.
    """

    shown: Talk
    after: Kind | None
    pattern: re.Pattern[str]
    vocabulary: frozenset[str]
    leaning: re.Pattern[str] | None


@cache
def _cues() -> tuple[_Cue, ...]:
    """The cues in their order; they take 0.2 s to compile."""
    return tuple(cue for of_kind in talk_data().kinds for cue in _cues_of(of_kind))


def _cues_of(data: KindData) -> list[_Cue]:
    """The cues of one kind, each for every last reply that it may follow."""
    asking = "" if data.asks else talk_data().asking
    words = vocabulary() - frozenset(f"{data.without} {asking}".split()) | frozenset([NAME] if data.names else [])
    leaning = _pattern(data.leaning) if data.leaning else None
    return [
        _Cue(
            Talk(data.kind or after or "answer", told=data.told, points=data.points),
            after,
            _pattern(cue),
            words,
            leaning,
        )
        for cue in data.cues
        for after in data.after or (None,)
    ]


def _pattern(cue: str) -> re.Pattern[str]:
    """The regular expression of a cue, which matches whole words."""
    cue = filled(cue, patterns())
    for number in range(cue.count("~")):
        cue = cue.replace("~ ", rf"(?P<beside{number}>(?:\S+ )*?)", 1)
    return re.compile(rf"(?<!\S)(?:{cue})(?!\S)")


_CLAUSE_END = re.compile(
    r"(?<=[.,;:!?…])\s+|\s+[-–]\s+|\n+"
    r"|\s+(?=(?:en|and|maar|but|want|because|omdat|so|dus)\s+(?:ik|i|im|i['’]m|kan|kun|kunt|can|could|mijn|my|heb)\b)",
    re.IGNORECASE,
)
_OPENING_END = re.compile(rf"{_CLAUSE_END.pattern}|\s+(?={QUESTION_WORD})", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:[?!:;]|[a-z]{2}\.)\s")
_INTERJECTION = re.compile(r"[\s,]+(?:he|hè|hé|hoor|zeg|zenne|é)\W*$", re.IGNORECASE)
"""What Dutch ends a remark with, and English a question about somebody."""

_SOMEBODY = re.compile(r"\bcan (?:iemand|someone|somebody|anyone|anybody)\b")  # whoever is asked so is the chatbot


def is_filler(word: str) -> bool:
    """Whether the word carries nothing, as "now" or "really", or is one of talking itself: "hello", "wondering"."""
    data = talk_data()
    talking = _words(f"{data.musing} {data.wishing} {data.neutral}") | _COURTESIES.keys()
    return (nothing_words() | talking).issuperset(same_words().get(word.lower(), (word.lower(),)))


def talk_of(text: str, situation: Situation = ALONE) -> Talk:
    """What kind of thing a text is: a question about the contents, an "answer", wherever nothing else is sure.

    If need be it is told without what a person says around it ("something else: …").
    """
    if len(text) > TALK_LENGTH or _is_title(text):
        return Talk("answer")
    proper, corrects = question_proper(text, situation)
    if asked_topic(proper):
        return Talk("answer")
    if corrects:
        of_talk = (vocabulary() - topics() - _words(talk_data().wishing)) | {"question"}
        whole = _talk(text, situation) if of_talk.issuperset(said(proper).words) else None
        return _talk(proper, situation) or whole or Talk("answer")
    whole = _talk(text, situation)
    clauses = _CLAUSE_END.split(text)
    if len(clauses) > 1 and (whole is None or whole.kind in _TELLS_LEAST):
        telling = [clause for clause in clauses if not _says_nothing(clause, situation)]
        whole = _most_telling(telling, situation) or whole
    talk = whole or _courtesy(text) or _talk(proper, situation) or _remark(text)
    return Talk("answer") if talk is None or _asks_of_articles(talk, text, situation) else talk


def _asks_of_articles(talk: Talk, text: str, situation: Situation) -> bool:
    """Whether what talks asks something that the articles are about, and not only of the chatbot."""
    clauses = _CLAUSE_END.split(text.replace(talk.name, " ") if talk.name else text)
    clauses = [clause for clause in clauses if said(clause).words[:1] != ["i"] or not _tells(clause)]
    addressed = [clause for clause in clauses if "you" in said(clause).words]
    if talk.kind not in _OF_CONTENTS and (addressed or talk.kind not in _TOLD or _asks_nothing(text)):
        return False
    is_of_chatbot = {("be", "you"), ("you", "be")} & {*pairwise(said(text).words)}  # "are you a robot?"
    return not is_of_chatbot and any(map(situation.knows_subject, addressed or clauses))


def question_proper(text: str, situation: Situation = ALONE) -> tuple[str, bool]:
    """The question proper, without what is said around it, and whether it corrects the one before.

    What comes before it, if it only talks, is left out: "thanks for that, but who is Ann?".
    """
    meant = correction(text)
    if meant and not unnamed_words().issuperset(said(meant).words):
        return meant, True
    end = _OPENING_END.search(text) if len(text) <= TALK_LENGTH else None
    if end and re.search(r"\w", text[end.end() :]):
        clause, rest = text[: end.start()], question_proper(text[end.end() :], situation)
        if (rest[1] and _asks_nothing(clause)) or _only_talks(clause, situation):
            return rest
    return without_preamble(text), False


def _only_talks(clause: str, situation: Situation) -> bool:
    """Whether a clause, or no more than an opening, is talk without a word of what the articles are about."""
    says_nothing = _says_nothing(clause, situation) if clause[-1:] in ".,;:!?…" else not said(clause).words
    is_talk = says_nothing or _talk(clause, situation) is not None
    return is_talk and not situation.knows_subject(clause) and "article" not in said(clause).words


def _is_title(text: str) -> bool:
    """Whether all words have a capital and one of them no cue has: "Hello Kitty", and not "Thanks Kitty"."""
    words = said(text).words
    typed = re.findall(r"[^\W_]+", text)
    return (
        len(typed) > 1 and NAME in words and words[0] not in ("thanks", "bye") and all(one.istitle() for one in typed)
    )


def _says_nothing(clause: str, situation: Situation) -> bool:
    """Whether a clause has nothing but words that carry nothing."""
    words = said(clause).words
    asks = clause.endswith("?") or not _words(f"what {talk_data().asking}").isdisjoint(words)
    if all(map(str.isdigit, words)):  # somebody's age
        return not asks
    return not asks and vocabulary().issuperset(words) and _talk(clause, situation) is None


def _most_telling(clauses: Sequence[str], situation: Situation) -> Talk | None:
    """Of the kinds of the clauses of a text the one that says what is wanted; None if one of them is a question."""
    found = [
        _talk(clause, situation) or _courtesy(clause) or _talk(without_preamble(clause), situation) or _remark(clause)
        for clause in clauses
    ]
    ranks = {kind: rank for rank, kind in enumerate(_TELLS_LEAST)}
    talks = sorted(filter(None, found), key=lambda talk: (ranks.get(talk.kind, len(ranks)), bool(talk.name)))
    others = [clause for clause, talk in zip(clauses, found, strict=True) if talk is None]
    if not talks or (others and talks[-1].kind in _LEANING):
        return None
    adds_nothing = _tells if talks[-1].kind in (*_TELLS_LEAST, "help") else _adds_nothing
    told = map(_asks_nothing if talks[-1].kind == "goodbye" else adds_nothing, others)
    return talks[-1] if all(told) else None


def _courtesy(clause: str) -> Talk | None:
    """The greeting, thanks or goodbye that a clause begins or ends with, if it asks nothing and has little else."""
    words = said(clause).words
    kind = next((_COURTESIES[word] for word in (*words[:3], *words[-2:]) if word in _COURTESIES), None)
    is_short = len([word for word in words if word not in vocabulary()]) <= FEW and _CONNECTING.isdisjoint(words)
    return Talk(kind) if kind and _asks_nothing(clause) and (is_short or _tells(clause)) else None


def _remark(clause: str) -> Talk | None:
    """What somebody tells of themselves, "my bus is late", or says without telling anything: "eh"."""
    words = said(clause).words
    if not words and any(map(str.isalpha, clause)):
        return Talk("remark")
    is_own = not {"i", "my"}.isdisjoint(words[:3]) and _words(talk_data().musing).isdisjoint(words)
    return Talk("remark") if is_own and _tells(clause) else None


def _tells(clause: str) -> bool:
    """Whether a clause tells something, and asks nothing: "the bus is late"."""
    return _asks_nothing(clause) and not _words(talk_data().telling).isdisjoint(said(clause).words)


def _adds_nothing(clause: str) -> bool:
    """Whether a clause beside a request only says why somebody makes it: "I want to browse a bit"."""
    about_people = _words(f"{talk_data().telling} {talk_data().others}")
    return _asks_nothing(clause, ignored="want") and not about_people.isdisjoint(said(clause).words)


def _asks_nothing(clause: str, ignored: str = "") -> bool:
    """Whether a clause is no question, with its mark or its verb first, and has no word of wishing but the ignored."""
    words = said(clause).words
    wishing = _words(talk_data().wishing) - {ignored}
    return not clause.endswith("?") and _VERBS.isdisjoint(words[:1]) and wishing.isdisjoint(words)


@cache
def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _talk(text: str, situation: Situation) -> Talk | None:
    """What the first cue shows that is in a text of which all other words carry nothing."""
    heard = said(_INTERJECTION.sub("", text))
    joined = _SOMEBODY.sub("can you", " ".join(heard.words))
    for cue in _cues():
        if cue.after not in (None, situation.after) or (
            cue.shown.kind in ("remark", "thanks") and text.rstrip().endswith("?")
        ):
            continue
        if situation.has_subject and cue.leaning and cue.leaning.search(joined):
            continue
        for match in cue.pattern.finditer(joined):
            if _carries_nothing_else(match, cue) and (shown := _named(cue.shown, match, heard, text)):
                return shown
    return None


def _named(shown: Talk, match: re.Match[str], heard: Said, text: str) -> Talk | None:
    """What a cue shows, with the name that it found; None where that is none, or goes on after its sentence."""
    name = (match.groupdict().get("name") or "").split()
    end = len(match.string[: match.end("name")].split()) if name else 0
    typed = text[heard.places[end - len(name)][0] : heard.places[end - 1][1]] if name else ""
    if unnamed_words().issuperset(name) and is_known(typed):  # "it"
        return None if shown.kind == "about-subject" or shown.told == "works" else shown
    return None if _SENTENCE_END.search(typed) else replace(shown, name=typed)


def _carries_nothing_else(match: re.Match[str], cue: _Cue) -> bool:
    """Whether all words beside a cue are in its vocabulary, so that none makes the text a question."""
    within = (part for name, part in match.groupdict().items() if name != "name")
    looked_at = (match.string[: match.start()], *within, match.string[match.end() :])
    beside = " ".join(filter(None, looked_at)).split()
    return all(word in cue.vocabulary or (cue.shown.kind == "unsupported" and word[0].isdigit()) for word in beside)
