"""Context: what a question may take from the ones before it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.context import MOST_WORDS, Context
from chatbot.text.language_code import Language
from chatbot.text.question import Question, parse_question

NAMES = {"Venezuela", "China", "Rusland", "Maduro"}
GENERALS = "Hoeveel generaals heeft Venezuela?"


def asked(text: str, language: Language = "nl") -> Question:
    return parse_question(text, language)


def after(context: Context, text: str, *, leaning: bool = True) -> Context:
    return context.after(asked(text), leaning=leaning, is_name=NAMES.__contains__)


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
    context = after(after(Context(), GENERALS, leaning=False), "Wat zegt Maduro daarover?")
    assert context.subject == ("Venezuela", "generaals", "Maduro")


def test_another_thing_becomes_the_subject_and_what_was_asked_stays() -> None:
    first = after(Context(), GENERALS, leaning=False)
    context = after(first, "En Rusland?")
    assert context == Context(("Rusland",), first.asked)


def test_a_new_subject_drops_the_old_one() -> None:
    context = after(after(Context(), GENERALS, leaning=False), "Waar ligt China?", leaning=False)
    assert "Venezuela" not in context.subject


@given(st.lists(st.tuples(st.text("ENenabc ?", max_size=30), st.booleans()), max_size=5))
def test_no_more_than_three_words_are_taken_over_each_once(questions: list[tuple[str, bool]]) -> None:
    context = Context()
    for text, leaning in questions:
        context = after(context, text, leaning=leaning)
        for words in (context.subject, context.asked):
            assert len(words) == len(set(words)) <= MOST_WORDS


def test_a_negation_is_not_carried_over() -> None:
    question = parse_question("Waarom stuurt China geen troepen?", "nl")
    context = Context().after(question, leaning=False, is_name=lambda word: word == "China")
    assert context == Context(("China", "troepen", "stuurt"), ("stuurt", "troepen", "China"))
