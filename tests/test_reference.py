"""Reference: which questions point back to the ones before them."""

from __future__ import annotations

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.reference import only_names, points_back
from chatbot.text.language_code import Language
from chatbot.text.question import parse_question


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("En Rusland?", "nl"),
        ("Waarom?", "nl"),
        ("Maar hoe zit het met China?", "nl"),
        ("Waarom deden ze dat?", "nl"),
        ("Van wie kwam dat voorstel?", "nl"),
        ("Wat zeggen zijn bondgenoten?", "nl"),
        ("And Russia?", "en"),
        ("What about China?", "en"),
        ("Who gave the order for that?", "en"),
        ("When did he stop?", "en"),
        ("Why?", "en"),
    ],
)
def test_a_question_that_cannot_be_understood_alone_points_back(question: str, language: Language) -> None:
    assert points_back(parse_question(question, language))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hoeveel molens staan er?", "nl"),
        ("Hoeveel molens zijn er?", "nl"),
        ("Wat kost een brood?", "nl"),
        ("olie", "nl"),
        ("Wat is het grootste land ter wereld?", "nl"),
        ("Hoeveel schepen liggen er voor de kust die wordt bewaakt door Venezuela?", "nl"),
        ("How many windmills are there?", "en"),
        ("fighter jets", "en"),
        ("Who is Hugo Carvajal?", "en"),
        ("Which of the ships near the coast that are American carry drones?", "en"),
    ],
)
def test_a_question_of_its_own_does_not_however_short_it_is(question: str, language: Language) -> None:
    assert not points_back(parse_question(question, language))


@pytest.mark.parametrize(
    ("question", "language", "names"),
    [
        ("En Rusland?", "nl", True),
        ("En de Verenigde Staten?", "nl", True),
        ("Hoe zit het met China?", "nl", True),
        ("And in Flanders?", "en", True),
        ("What about Iran?", "en", True),
        ("En waarom?", "nl", False),
        ("En wie heeft de reeks later overgenomen?", "nl", False),
        ("Waarom deden ze dat?", "nl", False),
        ("And?", "en", False),
        ("Russia?", "en", False),
    ],
)
def test_a_question_may_do_no_more_than_name_another_thing(question: str, language: Language, names: bool) -> None:
    assert only_names(parse_question(question, language)) == names


def test_a_short_new_question_is_not_dragged_to_the_old_subject(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    conversation.ask("How many generals does the Venezuelan army have?")
    assert conversation.ask("What is fentanyl?") == chatbot.ask("What is fentanyl?")
