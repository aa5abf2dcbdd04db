"""Follow-up questions: which point back to earlier ones, and what they take over from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.follow_up import CONTEXT_WORD_LIMIT, names_another, points_back, subject_after
from chatbot.text.language_code import Language
from chatbot.text.question import Question, parse_question

NAMES = {"Venezuela", "China", "Rusland", "Maduro"}
GENERALS = "Hoeveel generaals heeft Venezuela?"


def asked(text: str, language: Language = "nl") -> Question:
    return parse_question(text, language)


def after(
    subject: tuple[str, ...], text: str, *, leaning: bool = True, met: str = "", named: tuple[str, ...] = ()
) -> tuple[str, ...]:
    return subject_after(asked(text), named, subject, met.split(), leaning=leaning, is_name=NAMES.__contains__)


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
        ("y not", "en"),
        ("Vanuit welk land?", "nl"),
        ("Door wie?", "nl"),
        ("In 2020?", "nl"),
        ("In which language?", "en"),
        ("Tot welke leeftijd?", "nl"),
        ("Wanneer mag ik het aansnijden?", "nl"),
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
        ("Mag ik het museum bezoeken?", "nl"),
        ("In Eefde is ook een molen?", "nl"),
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
        ("In 2020?", "nl", True),
        ("For children?", "en", True),
        ("5?", "en", True),
        ("In welk jaar?", "nl", False),
        ("2020", "nl", False),
        ("En waarom?", "nl", False),
        ("En wie heeft de reeks later overgenomen?", "nl", False),
        ("Waarom deden ze dat?", "nl", False),
        ("And?", "en", False),
        ("En daarvoor?", "nl", False),
        ("Russia?", "en", False),
    ],
)
def test_a_question_may_do_no_more_than_name_another_thing(question: str, language: Language, names: bool) -> None:
    assert names_another(parse_question(question, language)) == names


def test_a_short_new_question_is_not_dragged_to_the_old_subject(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    conversation.ask("How many generals does the Venezuelan army have?")
    assert conversation.ask("What is fentanyl?") == chatbot.ask("What is fentanyl?")


def test_names_count_most_and_then_the_last_words() -> None:
    assert after((), GENERALS, leaning=False) == ("Venezuela", "generaals")


def test_a_dutch_adjective_before_its_noun_is_no_subject() -> None:
    subject = after((), "Waarom verkocht het arme leger oude tanks aan China?", leaning=False)
    assert subject == ("China", "tanks", "leger")


def test_a_part_of_a_hyphenated_name_is_no_word_of_its_own() -> None:
    assert after((), "Wie bouwde de X-boten?", leaning=False) == ("X-boten", "bouwde")


def test_a_question_that_leans_keeps_the_subject_and_adds_its_names() -> None:
    subject = after(("Venezuela", "generaals"), "Wat zegt Maduro daarover?", met="Venezuela generaals")
    assert subject == ("Venezuela", "generaals", "Maduro")


def test_a_subject_that_nothing_found_has_is_left() -> None:
    assert after(("Venezuela", "generaals"), "Wat kost zijn boot?", met="boot") == ("boot", "kost")


def test_what_was_found_has_comes_before_what_it_has_not_and_fillers_are_left_out() -> None:
    subject = after((), "Hoeveel tanks heeft het leger nu echt verkocht?", leaning=False, met="leger tanks")
    assert subject == ("leger", "tanks", "verkocht")


def test_words_of_greeting_and_asking_are_no_subject() -> None:
    subject = after((), "Goedemiddag, ik las en hoorde iets over tanks, en wil iets weten", leaning=False)
    assert subject == ("tanks",)


def test_what_takes_the_place_of_another_thing_is_the_subject() -> None:
    assert after(("Venezuela",), "Hoeveel generaals heeft Rusland?", named=("Rusland",))[0] == "Rusland"


@pytest.mark.parametrize(
    "question", ["Waarom komt die nieuwe zaal er?", "En de zaal, wanneer opent die?", "Waarom is deze zaal er?"]
)
def test_what_is_pointed_at_by_its_name_or_put_first_is_the_subject(question: str) -> None:
    assert after(("machines",), question, met="machines zaal")[:2] == ("zaal", "machines")


def test_a_clause_points_at_nothing() -> None:
    assert after(("machines",), "Waar staat de zaal die machines toont?", met="machines") == ("machines",)


def test_a_new_subject_drops_the_old_one() -> None:
    assert "Venezuela" not in after(("Venezuela",), "Waar ligt China?", leaning=False)


def test_a_long_question_that_opens_with_and_says_itself_what_it_is_about() -> None:
    assert points_back(asked("En hoeveel boten heeft Rusland?"))
    assert not points_back(asked("En hoeveel oude boten verkocht Rusland vorig jaar?"))


@given(st.lists(st.tuples(st.text("ENenabc ?", max_size=30), st.booleans()), max_size=5))
def test_no_more_than_three_words_are_taken_over_each_once(questions: list[tuple[str, bool]]) -> None:
    subject: tuple[str, ...] = ()
    for text, leaning in questions:
        subject = after(subject, text, leaning=leaning)
        assert len(subject) == len(set(subject)) <= CONTEXT_WORD_LIMIT


def test_a_negation_is_not_carried_over() -> None:
    assert after((), "Waarom stuurt China geen troepen?", leaning=False) == ("China", "troepen", "stuurt")
