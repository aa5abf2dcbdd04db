"""Follow-up questions: which point back to earlier ones, and what they take over from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.follow_up import CONTEXT_WORD_LIMIT, Context, only_names, points_back
from chatbot.text.language_code import Language
from chatbot.text.question import Question, parse_question

NAMES = {"Venezuela", "China", "Rusland", "Maduro"}
GENERALS = "Hoeveel generaals heeft Venezuela?"


def asked(text: str, language: Language = "nl") -> Question:
    return parse_question(text, language)


def after(context: Context, text: str, *, leaning: bool = True, met: str = "") -> Context:
    return context.after(asked(text), met.split(), leaning=leaning, is_name=NAMES.__contains__)


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


def test_a_first_question_has_nothing_to_take_over() -> None:
    assert Context().words_for(asked("En waarom?")) == Context().words_for(asked("En Rusland?")) == ()


def test_a_question_takes_over_the_subject_of_the_one_before() -> None:
    assert after(Context(), GENERALS, leaning=False).words_for(asked("En waarom?")) == ("Venezuela", "generaals")


def test_one_that_only_names_another_thing_takes_over_what_was_asked() -> None:
    assert after(Context(), GENERALS, leaning=False).words_for(asked("En Rusland?"))[0] == "generaals"


def test_names_count_most_and_then_the_last_words() -> None:
    context = after(Context(), "Waarom verkocht het arme leger oude tanks aan China?", leaning=False)
    assert context.subject == ("China", "tanks", "oude")


def test_a_question_that_leans_keeps_the_subject_and_adds_its_names() -> None:
    context = after(after(Context(), GENERALS, leaning=False), "Wat zegt Maduro daarover?", met="Venezuela generaals")
    assert context.subject == ("Venezuela", "generaals", "Maduro")


def test_a_subject_that_nothing_found_has_is_left() -> None:
    context = after(after(Context(), GENERALS, leaning=False), "Wat kost zijn boot?", met="boot")
    assert context.subject == ("boot", "kost")


def test_what_was_found_has_comes_before_what_it_has_not_and_fillers_are_left_out() -> None:
    context = after(Context(), "Hoeveel tanks heeft het leger nu echt verkocht?", leaning=False, met="leger tanks")
    assert context.subject == ("leger", "tanks", "verkocht")
    assert context.asked == ("tanks", "leger", "verkocht")


def test_another_thing_becomes_the_subject_and_what_was_asked_stays() -> None:
    first = after(Context(), GENERALS, leaning=False)
    context = after(first, "En Rusland?")
    assert context == Context(("Rusland",), first.asked)


def test_a_new_subject_drops_the_old_one() -> None:
    context = after(after(Context(), GENERALS, leaning=False), "Waar ligt China?", leaning=False)
    assert "Venezuela" not in context.subject


def test_a_long_question_that_opens_with_and_says_itself_what_it_is_about() -> None:
    assert points_back(asked("En hoeveel boten heeft Rusland?"))
    assert not points_back(asked("En hoeveel oude boten verkocht Rusland vorig jaar?"))


@given(st.lists(st.tuples(st.text("ENenabc ?", max_size=30), st.booleans()), max_size=5))
def test_no_more_than_three_words_are_taken_over_each_once(questions: list[tuple[str, bool]]) -> None:
    context = Context()
    for text, leaning in questions:
        context = after(context, text, leaning=leaning)
        for words in (context.subject, context.asked):
            assert len(words) == len(set(words)) <= CONTEXT_WORD_LIMIT


def test_a_negation_is_not_carried_over() -> None:
    question = parse_question("Waarom stuurt China geen troepen?", "nl")
    context = Context().after(question, (), leaning=False, is_name=lambda word: word == "China")
    assert context == Context(("China", "troepen", "stuurt"), ("stuurt", "troepen", "China"))
