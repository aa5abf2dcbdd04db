"""Dates: the day that a line names, in Dutch or in English, as a calendar writes it."""

from __future__ import annotations

import re
from datetime import date

from chatbot.text.language_code import Language

_MONTHS = (
    "jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|mar(?:ch)?|maart|apr(?:il)?|mei|may|june?|juni|july?|juli|"
    "aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NAMES: dict[Language, list[str]] = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_MONTH_NUMBERS = {"mrt": 3} | {
    name[:3].lower(): number for names in _NAMES.values() for number, name in enumerate(names, 1)
}
"""The months by the three letters that they begin with in either language."""

_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?<!\d)(?P<day>\d\d?)"
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<year>{_YEAR})(?P<sign>[-/.]?)(?P<month>\d\d|(?<=[-/.])\d)(?P=sign)(?P<day>\d\d|(?<=[-/.])\d)(?!\d)"
)
_DAY_FIRST = re.compile(
    rf"{_DAY}(?:st|nd|rd|th|e)?[ .-]{{1,2}}(?P<name>{_MONTHS})\b[.,]?[ -](?P<year>{_YEAR})(?!\d)", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<name>{_MONTHS})\b\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>{_YEAR})(?!\d)", re.IGNORECASE
)
_NUMBERS = re.compile(rf"{_DAY}(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<year>{_YEAR})(?!\d)")
_PATTERNS = (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST, _NUMBERS)


def iso_date(line: str, *, day_first: bool = False) -> str | None:
    """The first day that `line` names, as ISO 8601 has it, or None where no day or no month can be told.

    Of "5-6-2024" it can only with `day_first`: the Dutch begin with the day, Americans with the month.
    """
    found = sorted((one for pattern in _PATTERNS for one in pattern.finditer(line)), key=lambda one: one.start())
    days = (_day(one, day_first=day_first) for one in found)
    return next((day.isoformat() for day in days if day), None)


def month_number(word: str) -> int | None:
    """The number of the month of that name, from 1; None where it is none."""
    return _MONTH_NUMBERS[word[:3].lower()] if re.fullmatch(_MONTHS, word, re.IGNORECASE) else None


def date_in_words(iso: str, language: Language) -> str:
    """A date as a sentence has it, "5 March 2024", of one in ISO 8601; any other text as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_NAMES[language][day.month - 1]} {day.year}"


def without_date(line: str) -> str:
    """`line` without the days that it names."""
    for pattern in _PATTERNS:
        line = pattern.sub(" ", line)
    return line


def _day(found: re.Match[str], *, day_first: bool) -> date | None:
    parts = found.groupdict()
    name = parts.get("name")
    month = _MONTH_NUMBERS[name[:3].lower()] if name else int(parts["month"])
    day = int(parts["day"])
    if found.re is _NUMBERS and month <= 12 and day <= 12 and day != month and not day_first:
        return None
    if found.re is _NUMBERS and month > 12:
        day, month = month, day
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None
