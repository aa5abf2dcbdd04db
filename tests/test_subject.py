"""The subject of a question: whom or what it wants introduced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.question import parse_question
from chatbot.text.subject import asked_subject


def subject_of(question: str) -> str | None:
    span = asked_subject(question)
    return question[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Wie is Hugo Carvajal?", "Hugo Carvajal"),
        ("wie was james ensor", "james ensor"),
        ("Wat is een vuurtoren?", "vuurtoren"),
        ("Wat betekent het woord?", "woord"),
        ("En wat is fentanyl?", "fentanyl"),
        ("Vertel me iets over de molens", "molens"),
        ("Wat weet je over Kinderdijk?", "Kinderdijk"),
        ("Who is Hugo Carvajal?", "Hugo Carvajal"),
        ("What’s aspirin?", "aspirin"),
        ("Who were the Beatles?", "Beatles"),
        ("What is the Bank of England?", "Bank of England"),
        ("Tell me about Skerry Point.", "Skerry Point"),
        ("What do you know about honey?", "honey"),
        ("Gerolf Annemans?", "Gerolf Annemans"),
        ("aspirin", "aspirin"),
    ],
)
def test_a_question_may_want_somebody_or_something_introduced(question: str, subject: str) -> None:
    assert subject_of(question) == subject


@pytest.mark.parametrize(
    "question",
    [
        "Wat is de oorzaak van de brand?",
        "Wie is de baas van het bedrijf?",
        "What is the cause of the fire?",
        "Who is the captain of the ferry?",
        "Wat is er gebeurd?",
        "Wie zijn jullie?",
        "Who are you?",
        "What is it?",
        "Waarom stuurt China geen troepen?",
        "Hoe hoog is de toren?",
        "How does a mill work?",
        "What about China?",
        "En Rusland?",
        "And China?",
        "oude molens langs de rivier",
        "Why?",
        "?!",
        "",
    ],
)
def test_any_other_question_asks_for_more_than_a_name_or_names_nothing(question: str) -> None:
    assert subject_of(question) is None


@given(st.text() | st.text("WwiehattsDe ?'").map("Wie is {}".format))
def test_a_subject_is_a_part_of_the_question(question: str) -> None:
    span = asked_subject(question)
    assert span is None or 0 <= span[0] < span[1] <= len(question)


def test_of_such_a_question_only_the_words_of_the_name_count() -> None:
    about = parse_question("Vertel me alles over de windmolens", "nl")
    assert about.subject == about.content_words == ("windmolens",)
    other = parse_question("Waarom draaien de molens?", "nl")
    assert other.subject == ()
    assert other.content_words == ("draaien", "molens")
