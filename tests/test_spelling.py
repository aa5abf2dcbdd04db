"""Spelling: names that the languages write a little differently still meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.chatbot import Chatbot
from chatbot.index.spelling import Spellings

WORDS = ["Hoessein", "Brussel", "Oekraïne", "generaals", "nee", "F-16", "baldakijn"]


@pytest.fixture
def spellings() -> Spellings:
    return Spellings.of((word.lower(), word) for word in WORDS)


@pytest.mark.parametrize(
    ("form", "meets"),
    [("Hussein", "hoessein"), ("Brussels", "brussel"), ("oekraine", "oekraïne"), ("generals", "generaals")],
)
def test_a_name_meets_its_other_spelling(spellings: Spellings, form: str, meets: str) -> None:
    assert list(spellings.alike(form)) == [meets]


@pytest.mark.parametrize("form", ["Maduro", "ne", "F-15", "", "Hoessein Brussel"])
def test_what_is_spelt_otherwise_short_or_has_digits_meets_nothing(spellings: Spellings, form: str) -> None:
    assert spellings.alike(form) == {}


def test_no_words_meet_nothing() -> None:
    assert Spellings.of([]).alike("Hussein") == {}


@given(st.lists(st.text(min_size=1, max_size=12), max_size=20), st.text(max_size=12))
def test_likeness_runs_from_a_half_to_one_and_is_one_for_the_word_itself(words: list[str], form: str) -> None:
    alike = Spellings.of((word, word) for word in [*words, "venezuela"]).alike(form)
    assert all(0.5 <= likeness <= 1 for likeness in alike.values())
    assert Spellings.of([("t", "Venezuela")]).alike("venezuela") == {"t": 1.0}


def letter_groups(word: str) -> set[str]:
    return {f" {word} "[at : at + 3] for at in range(len(word))}


@given(st.sets(st.text("aben", min_size=4, max_size=9), min_size=1, max_size=30), st.text("aben", min_size=4))
def test_likeness_is_the_dice_coefficient_of_the_letter_groups(words: set[str], form: str) -> None:
    asked = letter_groups(form)
    dice = {word: 2 * len(asked & (its := letter_groups(word))) / (len(asked) + len(its)) for word in words}
    alike = Spellings.of((word, word) for word in words).alike(form)
    assert alike == {word: likeness for word, likeness in dice.items() if likeness >= 0.5}


def test_an_english_spelling_finds_the_dutch_one(chatbot: Chatbot) -> None:
    answer = chatbot.ask("Saddam Hussein")
    assert "Sadam Hoessein" in answer.citations[0].text
    assert ("Hussein", "Hoessein") in {(match.query, match.passage) for match in answer.citations[0].matches}
