"""Ellipsis: what is asked by a question that only names another thing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from chatbot.answers.ellipsis import spelt_out
from chatbot.text.language_code import Language
from chatbot.text.question import parse_question

KINDS = (
    "1950 1980",
    "monday friday",
    "flour butter boter bloem",
    "Iran China Venezuela Oost-Vlaanderen West-Vlaanderen",
)
NAMES = {"Iran", "China", "Venezuela"}


def likeness(text: str, others: Sequence[str]) -> list[float]:
    """Words of one kind are alike, and all others a little."""
    return [1.0 if any({text, other} <= {*kind.split()} for kind in KINDS) else 0.1 for other in others]


def meant(
    language: Language, last: str, follow_up: str, *context: str, corrects: bool = False
) -> tuple[str, tuple[str, ...]] | None:
    question, before = (parse_question(text, language) for text in (follow_up, last))
    return spelt_out(question, before, context, NAMES.__contains__, likeness, corrects=corrects)


@pytest.mark.parametrize(
    ("language", "last", "follow_up", "expected"),
    [
        (
            "nl",
            "Hoeveel inwoners heeft Oost-Vlaanderen?",
            "En West-Vlaanderen?",
            "Hoeveel inwoners heeft West-Vlaanderen?",
        ),
        ("nl", "hoeveel boter gaat er in het brood", "en bloem?", "hoeveel bloem gaat er in het brood"),
        ("nl", "hoeveel boter gaat er in het brood", "en hoeveel bloem?", "hoeveel bloem gaat er in het brood"),
        ("en", "How tall was the spar in 1950?", "And in 1980?", "How tall was the spar in 1980?"),
        ("en", "Is it open on monday?", "and friday?", "Is it open on friday?"),
        ("en", "How old is a hedgehog?", "And in captivity?", "How old is a hedgehog in captivity?"),
        ("en", "Who is the governor?", "and of Iran", "Who is the governor of Iran?"),
        ("en", "Who won?", "and five years later?", "Who won five years later?"),
        ("nl", "hoeveel bloem weegt de boter", "en het bloem?", "hoeveel bloem weegt de bloem"),
        ("nl", "hoeveel bloem gaat er in de boter", "en het bloem?", "hoeveel bloem gaat er in de bloem"),
        ("en", "How old is she?", "And Iran?", "How old is Iran?"),
        ("en", "Where did he live?", "and in 1950?", "Where did he live in 1950?"),
    ],
)
def test_the_thing_takes_the_place_of_what_it_is_most_like_or_is_added(
    language: Language, last: str, follow_up: str, expected: str
) -> None:
    assert meant(language, last, follow_up) == (expected, ())


def test_a_name_takes_the_place_of_one_that_the_last_question_leant_on() -> None:
    expected = "And would Iran send ships?", ("port",)
    assert meant("en", "And would it send ships?", "And Iran?", "China", "port") == expected


@pytest.mark.parametrize("follow_up", ["And why?", "Who is Maduro?", "And how many in Iran?", "And?"])
def test_a_question_that_asks_something_else_is_no_ellipsis(follow_up: str) -> None:
    assert meant("en", "Who leads Venezuela?", follow_up) is None


@pytest.mark.parametrize(("thing", "expected"), [("the mill", "the mill"), ("Iran", "the Iran")])
def test_what_corrects_a_question_takes_the_place_of_something_however_little_they_are_alike(
    thing: str, expected: str
) -> None:
    assert meant("en", "How old is the bridge?", f"and {thing}", corrects=True) == (f"How old is {expected}?", ())
