"""The preamble: what is said around a question does not weigh in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.preamble import correction, without_preamble


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Weet je toevallig wie de brug bouwde?", "wie de brug bouwde?"),
        ("could you tell me when it opened, please?", "when it opened?"),
        ("ik vraag me af of de veerboot nog vaart", "de veerboot nog vaart"),
        ("komt er nog een brug, denk je?", "komt er nog een brug?"),
        ("I'd love to know who paints it", "who paints it"),
    ],
)
def test_a_question_is_taken_out_of_what_is_said_around_it(said: str, question: str) -> None:
    assert without_preamble(said) == question


@pytest.mark.parametrize(
    "said",
    ["Hallo!", "ok", "Dag van de Arbeid", "No man's land", "Well of Souls", "Morning Star", "Wat wil je weten?", ""],
)
def test_what_only_looks_like_it_stays(said: str) -> None:
    assert without_preamble(said) == said


@pytest.mark.parametrize("said", ["", "No way", "the bridge is long", "Who won?", "no, the bridge is shut", "not bad"])
def test_what_corrects_nothing_is_no_correction(said: str) -> None:
    assert correction(said) is None


def test_a_verb_of_asking_is_left_out_of_what_was_wanted_alone() -> None:
    assert correction("ik wou de molen vragen") == "en de molen"
    assert correction("nee, ik bedoelde de vragen") == "en de vragen"


@given(st.text())
def test_what_is_left_has_a_word_if_what_was_said_has_one(said: str) -> None:
    assert any(map(str.isalnum, without_preamble(said))) == any(map(str.isalnum, said))
