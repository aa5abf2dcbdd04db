"""Checks of translations: what has other numbers or names than its sentence is doubtful, other spellings are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.reading_help.translation import is_doubtful


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Het leger telt 1.500 tanks en kost 2,5 miljard.", "The army has 1,500 tanks and costs 2.5 billion."),
        ("Er kwamen 10 000 mensen om 19.45 uur.", "At 19:45 there were 10,000 people."),
        ("Volgens minister Rodríguez is Maduro weg.", "According to minister Rodriguez, Maduro is gone."),
        ("Toen sprak president Poetin.", "Then president Putin spoke."),
        ("Hij woont in Frankrijk en spreekt Deens.", "He lives in France and speaks Danish."),
        ("Dat zei de Venezolaanse minister dinsdag 3 juli.", "So said the Venezuelan minister on Tuesday 3 July."),
        ("De VS en de NAVO steunen Noord-Korea niet.", "The US and NATO do not support North Korea."),
        ("Dat is van de Merkel-regering.", "That is Merkel’s government."),
        ("", ""),
    ],
)
def test_the_same_numbers_and_names_in_the_spelling_of_either_language_are_no_doubt(dutch: str, english: str) -> None:
    assert not is_doubtful(dutch, english, "nl", "en")
    assert not is_doubtful(english, dutch, "en", "nl")


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Het leger telt 1.500 tanks.", "The army has 15,000 tanks."),
        ("Het leger telt 1.500 tanks.", "The army has tanks."),
        ("Het leger telt tanks.", "The army has 3 tanks."),
        ("Dat kost 2,5 euro.", "That costs 25 euros."),
        ("Volgens Rodríguez is Maduro weg.", "According to Rodriguez he is gone."),
        ("Toen kwam Ndoye.", "Then came Hendriks."),
        ("In Frankrijk sprak Maduro met Ndoye.", "In France he spoke to Ndoye."),
        ("De zon schijnt.", "The sun shines on Ndoye."),
    ],
)
def test_a_number_or_a_name_that_is_on_one_side_only_is_a_doubt(dutch: str, english: str) -> None:
    assert is_doubtful(dutch, english, "nl", "en")
    assert is_doubtful(english, dutch, "en", "nl")


@given(st.text(st.characters(categories=["Lu", "Nd", "Mn", "P", "Z"])))
def test_a_text_has_its_own_numbers_and_names(text: str) -> None:
    assert not is_doubtful(text, text, "nl", "en")
