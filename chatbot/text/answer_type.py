"""Answer types: what kind of thing a question asks for, and which sentences hold one."""

from __future__ import annotations

import re
from typing import Literal

from chatbot.text.amounts import MONTH, NUMBER_WORD, YEAR

AnswerType = Literal["number", "hour", "time", "person", "place", "reason"]
"""The types that a question word gives away and that a sentence shows by its look."""


_LEAD = re.compile(r"\W*(?:en|maar|and|but)\s+", re.IGNORECASE)

_QUESTIONS: dict[AnswerType, re.Pattern[str]] = {
    "number": re.compile(
        r"\s*(?:hoeveel|hoe (?:vaak|groot|hoog|lang|ver|oud)|aantal|om de hoeveel|welk (?:aandeel|percentage)"
        r"|how (?:many|much|often|big|large|tall|high|long|far|old)|number of|what (?:percentage|share))\b",
        re.IGNORECASE,
    ),
    "hour": re.compile(r"\s*(?:hoe laat|(?:at )?what time)\b", re.IGNORECASE),
    "time": re.compile(
        r"\s*(?:wanneer|sinds wanneer|vanaf wanneer|in welk jaar|op welke dag"
        r"|when|since when|(?:in )?what year|(?:on )?what day)\b",
        re.IGNORECASE,
    ),
    "reason": re.compile(
        r"\s*(?:waarom|waardoor|hoe komt het|(?:om|wegens) welke redenen?|why|how come|for what reason)\b",
        re.IGNORECASE,
    ),
    "place": re.compile(
        r"\s*(?:waar(?:heen|vandaan|naartoe)?|vanwaar|where"
        r"|(?:(?:in|uit|vanuit|naar|op|bij|from|to|on|at) )?(?:welke?|which|what) (?:stad|dorp|gemeente|provincie|land"
        r"|landen|plaats|regio|streek|haven|eiland|city|town|village|country|countries|place|region|port|island|province))\b",
        re.IGNORECASE,
    ),
    "person": re.compile(r"\s*(?:(?:door|van|met|aan) )?(?:wie|wiens|who|whom|whose|by whom)\b", re.IGNORECASE),
}

_TIME_WORD = (
    r"eeuw|century|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_ANSWERS: dict[AnswerType, re.Pattern[str]] = {
    # Neither a year nor the day of a month is a number of anything.
    "number": re.compile(rf"(?!{YEAR})(?<!\d)\d+\b(?! (?:{MONTH})\b)|\b(?:{NUMBER_WORD})\b", re.IGNORECASE),
    "hour": re.compile(
        r"\b(?:\d\d?[.:]\d\d uur|om [\w ]{1,15} uur|\d\d?:\d\d|\w+ o'clock|\d ?[ap]\.?m)\b", re.IGNORECASE
    ),
    "time": re.compile(rf"{YEAR}|\b(?:{MONTH}|{_TIME_WORD})\b", re.IGNORECASE),
    "reason": re.compile(
        r"\b(?:omdat|doordat|vanwege|wegens|daarom|daardoor|waardoor|want|zodat|dankzij|om (?:[\w-]+ ){,6}te"
        r"|reden\w*|oorzaak|oorzaken|gevolg\w*|te (?:danken|wijten)|because"
        r"|due to|owing to|since|so that|therefore|thanks to|in order to|reasons?|cause[sd]?|result(?:s|ed)?)\b",
        re.IGNORECASE,
    ),
    "place": re.compile(
        rf"\b(?:[Ii]n|[Tt]e|[Oo]p|[Bb]ij|[Nn]aar|[Uu]it|[Vv]anuit|[Nn]abij|[Rr]ond|[Ll]angs|[Aa]an|[Tt]ot|[Aa]t|[Nn]ear"
        rf"|[Ff]rom|[Tt]o|[Ii]nto|[Oo]n|[Oo]ff|[Oo]utside)\s+(?:(?:de|het|the|[a-z]+e)\s+)?(?!(?i:{MONTH}|{_TIME_WORD})\b)"
        rf"[^\W\d_a-zà-ÿ][\w-]+"
    ),
    # A capital within the sentence; the first word has one in any case.
    "person": re.compile(r"(?<=[^\W\d_] )[^\W\d_a-zà-ÿ][a-zà-ÿ]+|(?<=, )[^\W\d_a-zà-ÿ][a-zà-ÿ]+"),
}


def answer_type(question: str) -> AnswerType | None:
    """What the question asks for, where its first words say so."""
    proper = question[lead.end() :] if (lead := _LEAD.match(question)) else question
    return next((kind for kind, opening in _QUESTIONS.items() if opening.match(proper)), None)


def holds(sentence: str, kind: AnswerType) -> bool:
    """Whether the sentence has anything that looks like an answer of that type."""
    return _ANSWERS[kind].search(sentence) is not None
