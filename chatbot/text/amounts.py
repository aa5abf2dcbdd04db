"""Amounts: the numbers of a text, in digits or in words, and the units that they are given in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal

from chatbot.text.spans import Span
from chatbot.text.words import COMMON_WORDS

Measure = Literal["length", "area", "time", "age", "weight", "money", "speed", "temperature", "percentage", "share"]
"""What is measured in units of its own; all else is counted."""

NUMBER_WORD = (
    r"twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien"
    r"|\w*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    r"|\w*honderd\w*|\w*duizend\w*|\w*miljoen\w*|\w*miljard\w*|mln|mld|mio|anderhalf|anderhalve|helft|kwart"
    r"|dubbel\w*|procent"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|hundreds?|thousands?|millions?|billions?|trillions?|bn|half|quarter|double|twice|percent"
)
"""A pattern of the words of both languages that are a number; "one" is left out, which in Dutch is "a" as well."""

YEAR = r"\b(?:1\d|20)\d\d\b"  # a pattern of what is a year unless it says otherwise

MONTH = (
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october|mrt|(?:jan|feb|apr|aug|sept?|okt|oct|nov|dec)(?=\.?\s\d)"
)
"""A pattern of the months of both languages."""

_VAGUE = r"geen|één|beide|enkele|ettelijke|tientallen|paar|no|one|both|few|several|dozens?"
"""Words that answer "how many" without a number."""

_DIGITS_OR_WORD = re.compile(r"(?<![\w.,])(?<![^\W\d]-)\d+(?:[.,]\d+)*|[^\W\d_]+")
_NUMBER = re.compile(rf"(?P<number>{NUMBER_WORD}|{_VAGUE})|(?P<years>{NUMBER_WORD})jarige?", re.IGNORECASE)

_DAY_OR_YEAR = re.compile(rf"{YEAR}|\d\d?(?= (?:{MONTH})\b)", re.IGNORECASE)

_UNIT_NAMES: dict[Measure, str] = {
    "length": r"(?:kilo|centi|milli)?met(?:er|re)s?|[kcm]?m|mijl(?:en)?|miles?|mi|voet|feet|foot|ft|inch(?:es)?"
    r"|yards?|yds?|[′'](?=\s*\d|\W|$)|treden|verdiepingen|steps|floors|stor(?:ey|ie)s",
    "area": r"(?:vierkante|square)\s\w+|[kcm]?m[²2]|hectaren?|hectares?|ha|acres?",
    "time": r"jaar|jaren|jarige?|years?(?:-old)?|maand(?:en)?|months?|weken|weeks?|da(?:g|gen|ys?)"
    r"|u(?:ur|ren)|hours?|halfuur|kwartier(?:en)?|minu(?:ut|ten|tes?)|min|second(?:en|e|s)?|eeuw(?:en)?|centur(?:y|ies)|decennia|decades?",
    "age": r"(?:jaar|jaren|years?|maand(?:en)?|months?|weken|weeks?|da(?:g|gen|ys?)|eeuw(?:en)?|centur(?:y|ies)"
    r"|decennia|decades?)(?:[ -]olds?)?|jarige?",
    "weight": r"(?:kilo|milli)?gram(?:s|men|mes?)?|kilo(?:'?s)?|[km]?g|ton(?:s|nen|nes?)?|pond(?:en)?|pounds?|lbs?|oz"
    r"|ounces?|stone",
    "money": r"euro(?:'?s)?|dollars?|gulden|frank(?:en)?|francs?|pond(?:en)?|pounds?|mark(?:en)?|roebels?|roubles?"
    r"|yen|yuan|pesos?|lires?|kronen|cents?|centen|centiem(?:en)?|centimes?|[€$£]|eur|usd|(?<=\d)p|pence|penn(?:y|ies)"
    r"|shillings?|stuivers?|dubbeltjes?|kwartjes?|rijksdaalders?|tientjes?|,[-–—]+",
    "speed": r"(?:km|kilomet(?:er|re)s?|met(?:er|re)s?|m|mijl|miles?)\s?(?:/|per )\s?\w+|km/?[uh]|kph|mph|knopen"
    r"|knots?",
    "temperature": r"°\s?[CF]?|graden|degrees?",
    "percentage": r"%|procent|percent|per cent",
    "share": r"%|procent|percent|per cent|van de|van elke|op de|of the|of every|in every|out of",
}
_UNITS = {measure: re.compile(rf"[\s.-]*(?:{names})(?!\w)", re.IGNORECASE) for measure, names in _UNIT_NAMES.items()}
_MONEY_BEFORE = re.compile(r"(?:[€$£ƒ]|\b(?:eur|usd|gbp|nlg|fl?\.?)) ?$", re.IGNORECASE)
_FREE = re.compile(r"\b(?:gratis|kosteloos|free of charge|for free)\b", re.IGNORECASE)

_AGE = re.compile(
    r"(?<=[^\W\d],) \d{1,3}(?=[,.)])|(?<=[^\W\d] )\(\d{1,3}\)|\b(?:aged|leeftijd van|age of|at age) \d"
    r"|\bop (?:zijn|haar|hun) \d",
    re.IGNORECASE,
)
"""An age without its unit: "Colette Vermeer, 63, is", "Jan (54)", "aged 45", "op zijn 45e"."""

_CLOCK = re.compile(r"\d\d?[.:]\d\d")
_PART = re.compile(r"helft|kwart|half|quarter", re.IGNORECASE)
_PERIOD = re.compile(rf"{YEAR}\s?(?:[-–]|tot|to|until)\s?(?:en met )?{YEAR}", re.IGNORECASE)
_SINCE = re.compile(
    rf"\b(?:sinds|since|geboren|born|opgericht|gesticht|founded|established)\b[^.;]{{,30}}{YEAR}", re.IGNORECASE
)


def _one(measure: Measure) -> re.Pattern[str]:
    """A pattern of one of a unit, which has no number: "een eeuw", "half an hour", "a penny"."""
    one = r"\b(?:een|één|an?|one)\s+(?:(?:halve?|half an?|quarter of an?|kwart)\s+)?|\bhalf an?\s+|\bhalve\s+"
    return re.compile(rf"(?:{one})(?:{_UNIT_NAMES[measure]})(?!\w)", re.IGNORECASE)


_GIVEN_OTHERWISE: dict[Measure, tuple[re.Pattern[str], ...]] = {
    "length": (_one("length"),),
    "time": (_one("time"), _PERIOD, _SINCE),
    "age": (_one("age"), _PERIOD, _SINCE, _AGE),
    "weight": (_one("weight"),),
    "money": (_one("money"), _FREE),
}
"""Patterns of amounts without a number and a unit."""


def amounts(text: str, start: int, end: int) -> Iterator[Span]:
    """Where `text[start:end]` has a number, of "two million" each word, or "a few", "both", "no"; years too."""
    for found in _DIGITS_OR_WORD.finditer(text, start, end):
        length = _number_length(found.group())
        if length:
            yield found.start(), found.start() + length


@lru_cache(COMMON_WORDS)
def _number_length(form: str) -> int:
    """How many characters of digits or a word are a number: all of "zestig", four of "achtjarige", none of most."""
    if form[0].isdigit():
        return len(form)
    found = _NUMBER.fullmatch(form)
    return len(found["number"] or found["years"]) if found else 0


def is_date(text: str, amount: Span) -> bool:
    """Whether the amount looks like a year or the day of a month."""
    found = _DAY_OR_YEAR.match(text, amount[0])
    return found is not None and found.end() == amount[1]


def has_measure(text: str, start: int, end: int, measures: Collection[Measure]) -> bool:
    """Whether `text[start:end]` has an amount in units of one of the measures.

    A period of years is an amount of time, one of a unit is an amount too, and what is free has a price.
    """
    otherwise = (pattern for measure in measures for pattern in _GIVEN_OTHERWISE.get(measure, ()))
    if any(pattern.search(text, start, end) for pattern in otherwise):
        return True
    return any(_is_measured(text, amount, measure) for amount in amounts(text, start, end) for measure in measures)


def _is_measured(text: str, amount: Span, measure: Measure) -> bool:
    start, end = amount
    if measure == "time" and _CLOCK.fullmatch(text, start, end):
        return False
    if measure == "money" and _MONEY_BEFORE.search(text[max(0, start - 5) : start]):
        return True
    if measure == "share" and _PART.fullmatch(text, start, end):
        return True
    return _UNITS[measure].match(text, end) is not None


def measure_of(unit: str) -> Measure | None:
    """What is measured in a unit: length in kilometres. None for what is no unit."""
    return next((measure for measure, units in _UNITS.items() if units.fullmatch(unit)), None)
