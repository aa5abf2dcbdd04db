"""People: the words that a text counts people by."""

from __future__ import annotations

import re

_ANYBODY = frozenset("mensen personen man mannen vrouwen levens people persons men women lives".split())

_PERSONS = re.compile(
    r"bevolking|kinderen|leden|soldaten|militairen|doden|dodental|gewonden|slachtoffers"
    r"|population|children|members|soldiers|troops|dead|deaths|killed|wounded|casualties|victims"
    r"|\w+(?:ers|aars|eurs|isten|lingen|enaren|anten|enten|genen|enden|ors|ists|ants|ents|ees|cians|men)",
    re.IGNORECASE,
)
_PEOPLE_NAME = re.compile(r"[A-Z].*(?:en|ns|ers)")


def is_anybody(form: str) -> bool:
    """Whether the word stands for people of any kind, as in "how many people"."""
    return form.lower() in _ANYBODY


def is_people_name(form: str) -> bool:
    """Whether the word looks like the name of a people or a party: Britten, D66'ers."""
    return _PEOPLE_NAME.fullmatch(form) is not None


def counts_people(form: str) -> bool:
    """Whether a number before this word counts people: "six prisoners", "honderdduizenden Amerikanen"."""
    return is_anybody(form) or is_people_name(form) or _PERSONS.fullmatch(form) is not None
