"""Questions about articles themselves: who wrote one, of when it is, or what somebody wrote."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from chatbot.text.scope import ORDINALS

METADATA_QUESTION_LENGTH = 300
"""Code points of a question that is looked at."""

Told = Literal["author", "date"]

_ITEM = (
    r"(?:(?:kranten|nieuws|opinie)?(?:artikel|stuk|stukje|bericht|verhaal|tekst)|reportage|column|recensie|blog(?:post)?|mail"
    r"|(?:news\s+|newspaper\s+)?(?:article|piece|story|text|one)|op-ed|review|post|e-?mail)"
)
_ABOUT = r"(?:over|about|on|van|met\s+de\s+titel|getiteld|titled|called)"
_ARTICLE = (
    rf"(?:(?:het|dit|dat|de|deze|die|the|this|that)\s+(?:(?P<ordinal>{'|'.join(ORDINALS)})\s+)?"
    r"(?:(?P<before>(?!(?:kranten|nieuws|opinie)\w)\w+(?:\s+\w+){0,3}?)(?:[\s-]+|(?=artikel|stuk|bericht)))?"
    rf"{_ITEM}(?:\s+{_ABOUT}\s+(?P<name>.+?))?"
    r"|[\"“‘'](?P<title>[^\"”]+)[\"”’']"
    rf"|(?:(?:dat|dit|the\s+one|that\s+one)\s+)?(?:over|about)\s+(?P<of>.+?)"
    rf"|(?:het|dat|de|die|the|that)\s+(?P<alone>{'|'.join(ORDINALS)}))"
)
_WRITTEN = r"(?:geschreven|gemaakt|written|penned|authored)"
_OUT = (
    r"(?:gepubliceerd|verschenen|geschreven|geplaatst|verstuurd|verzonden|uitgekomen"
    r"|published|written|posted|printed|sent)"
)
_WRITER = r"(?:auteurs?|schrijver|schrijfster|journaliste?|afzender|authors?|writer|reporter|sender)"
_QUESTIONS: dict[Told, tuple[str, ...]] = {
    "author": (
        rf"(?:wie|who|welke\s+{_WRITER}|which\s+{_WRITER})\s+(?:schreef|maakte|verstuurde|wrote|penned|authored|sent)\s+@",
        rf"(?:wie)\s+(?:heeft|had)\s+@\s+{_WRITTEN}",
        rf"(?:door|van)\s+wie\s+(?:is|was|werd|komt)\s+@(?:\s+{_WRITTEN})?",
        rf"(?:wie|who|hoe)(?:\s+is|\s+was|\s+zijn|\s+are|\s+heet|['’]s)\s+(?:de\s+|the\s+)?{_WRITER}\s+(?:van|of)\s+@",
        rf"(?:by\s+whom|who)\s+(?:is|was)\s+@\s+{_WRITTEN}(?:\s+by)?",
    ),
    "date": (
        r"(?:wanneer|op\s+welke\s+(?:dag|datum))\s+(?:verscheen|verschijnt)\s+@",
        rf"(?:wanneer|op\s+welke\s+(?:dag|datum))\s+(?:is|was|werd)\s+@\s+{_OUT}",
        r"(?:van|uit)\s+(?:wanneer|welke\s+(?:dag|datum)|welk\s+jaar)\s+(?:is|was|dateert|komt|stamt)\s+@",
        r"(?:wat\s+is|wat\s+was|what\s+is|what\s+was|what['’]s)\s+(?:de|the)\s+(?:publicatie|publication\s+)?(?:datum|date)\s+"
        r"(?:van|of)\s+@",
        r"(?:welke\s+datum\s+heeft)\s+@",
        rf"(?:when|on\s+what\s+(?:day|date))\s+(?:was|is)\s+@\s+{_OUT}",
        r"(?:when|on\s+what\s+(?:day|date))\s+did\s+@\s+(?:appear|come\s+out|run)",
    ),
}
_POINTED = r"(?:it|this|that(?:\s+one)?|dit|dat|het|die|deze)"
_POINTING: dict[Told, tuple[str, ...]] = {
    "author": (
        r"(?:wie|who)\s+(?:schreef|wrote)\s+@",
        r"(?:wie\s+(?:heeft|had)|door\s+wie\s+(?:is|werd))\s+@\s+geschreven",
        r"(?:by\s+whom|who)\s+(?:is|was)\s+@\s+(?:written|penned)(?:\s+by)?|who\s+is\s+(?:it|this|that)\s+by",
        rf"(?:wie|who|hoe)(?:\s+is|\s+heet|['’]s)\s+(?:de|the)\s+{_WRITER}(?:\s+(?:van|of)\s+@|\s+ervan|\s+hiervan)?",
    ),
    "date": (
        rf"(?:wanneer|when)\s+(?:is|was|werd)\s+@\s+{_OUT}|wanneer\s+verscheen\s+@",
        r"when\s+did\s+@\s+(?:appear|come\s+out)|when\s+is\s+@\s+from|van\s+wanneer\s+is\s+@",
    ),
}
"""The same of an article that is only pointed at; what is pointed at may also be a book, a letter or a song."""

_OPENING = re.compile(r"^(?:en|and|but|maar|so|dus|ok)\s+", re.IGNORECASE)
_GOING_ON: dict[Told, str] = {
    "author": r"(?:door\s+wie|van\s+wie|by\s+whom|wie|who)(?:\s+(?:schreef|wrote)\s+@)?",
    "date": r"(?:wanneer|when)(?:\s+(?:was|is)\s+@)?",
}
"""What goes on after such a question."""

_TAIL = r"(?:,?\s+(?:en|and)\s+(?:wanneer|when|wie|who|wat|what|door\s+wie|by\s+whom)\b.*?)?\W*"
_PATTERNS = [
    (told, re.compile(pattern.replace("@", _ARTICLE) + _TAIL, re.IGNORECASE))
    for told, patterns in _QUESTIONS.items()
    for pattern in patterns
]
_POINTING_PATTERNS = [
    (told, re.compile(f"(?:{pattern.replace('@', _POINTED)}){_TAIL}", re.IGNORECASE))
    for told, patterns in _POINTING.items()
    for pattern in patterns
]
_GOING_ON_PATTERNS = [
    (told, re.compile(pattern.replace("@", _POINTED) + r"\W*", re.IGNORECASE)) for told, pattern in _GOING_ON.items()
]


_ITEMS = r"(?:artikelen|artikels|stukken|berichten|columns?|recensies|teksten|articles|pieces|stories|reviews|texts)"
_BY_AUTHOR = re.compile(
    r"(?:(?:zijn\s+er|heb\s+je|toon|geef|are\s+there|do\s+you\s+have|have\s+you\s+got|show|give\s+me)\s+(?:ook\s+|any\s+)?)?"
    rf"(?:(?:welke|which|what|alle|all|de|the|any)\s+)?{_ITEMS}\s+(?:(?:zijn|werden|are|were|heb\s+je|hebt\s+ge)\s+)?(?:er\s+)?(?:(?:geschreven|written)\s+)?"
    r"(?:van|door|by)\s+(?P<by>.+?)(?:\s+geschreven)?\W*"
    r"|(?:(?:is\s+er|heb\s+je|staat\s+er|is\s+there|do\s+you\s+have|have\s+you\s+got)\s+(?:ook\s+)?)?(?:iets|anything|something)\s+"
    r"(?:(?:geschreven|written)\s+)?(?:van|door|by)\s+(?P<thing>.+?)\W*"
    rf"|(?:wat|welke\s+{_ITEMS})\s+(?:schreef|schrijft|publiceerde)\s+(?P<wrote>.+?)\W*"
    rf"|(?:wat?|welke\s+{_ITEMS})\s+heeft\s+(?P<nl>.+?)\s+(?:geschreven|gepubliceerd)\W*"
    rf"|(?:what|(?:which|what)\s+{_ITEMS})\s+(?:did|has)\s+(?P<en>.+?)\s+(?:write|written|publish|published)\W*"
    r"|(?:did|has)\s+(?P<other>\w+)\s+(?:write|written)\s+anything\W*|heeft\s+(?P<ander>\w+)\s+(?:ook\s+)?iets\s+geschreven\W*",
    re.IGNORECASE,
)

_ADDED = re.compile(r"\s+(?:nog\s+(?:meer|anders)|nog|else|more)\b", re.IGNORECASE)
"""What asks for other works: "what else did she write"."""


class MetadataQuestion(NamedTuple):
    """What is asked of an article, and what it is about, its title where that is quoted, or its place in the list.

    Where it has none of these, it is the one at hand. `points` says that nothing but a pronoun names an article.
    """

    told: Told
    name: str = ""
    title: str = ""
    place: int | None = None
    points: bool = False


def asked_metadata(question: str, *, goes_on: bool = False) -> MetadataQuestion | None:
    """What a question asks of an article, if it `goes_on` after such a question or not; None for any other."""
    asked = _OPENING.sub("", question.strip(), count=1)
    if len(question) > METADATA_QUESTION_LENGTH:
        return None
    for told, pattern in (*_POINTING_PATTERNS, *(_GOING_ON_PATTERNS if goes_on else ())):
        if pattern.fullmatch(asked):
            return MetadataQuestion(told, points=not goes_on)
    for told, pattern in _PATTERNS:
        found = pattern.fullmatch(asked)
        if found:
            name = (found["name"] or found["before"] or found["of"] or "").strip(" \"'“”‘’")
            ordinal = found["ordinal"] or found["alone"]
            return MetadataQuestion(told, name, found["title"] or "", ORDINALS[ordinal.lower()] if ordinal else None)
    return None


def asked_author(question: str) -> str | None:
    """Whose articles a question asks for; what it names need be no author."""
    if len(question) > METADATA_QUESTION_LENGTH:
        return None
    found = _BY_AUTHOR.fullmatch(_ADDED.sub("", question).strip())
    return next(filter(None, found.groups()), None) if found else None
