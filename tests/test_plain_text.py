"""Answers and articles as plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chatbot.answers.answer import Answer, Citation, KeySentence, Match
from chatbot.console.plain_text import answer_text, article_table
from tests.articles import BEES, LIGHTHOUSE, article_of

PASSAGE = "Het leger is groot. Het telt tweeduizend generaals. Dat is veel."
CITATION = Citation(
    number=1,
    article="leger.txt",
    title="Het leger",
    section="De top",
    text=PASSAGE,
    start=100,
    end=100 + len(PASSAGE),
    score=1.5,
    highlights=((120, 151),),
    matches=(Match("generals", "generaals", 0.9, 141, 150), Match("2000", "2000", 1.0, 0, 4)),
)
ANSWER = Answer("How many generals?", "en", True, 0.8, "Here:", (CITATION,))

ENGLISH_TEXT = f"""\
Here:

[1] Het leger › De top (leger.txt)
{PASSAGE}
Key sentence: Het telt tweeduizend generaals.
Matches: generals → generaals; 2000"""


def with_citation(**changes: object) -> Answer:
    return replace(ANSWER, citations=(replace(CITATION, **changes),))  # type: ignore[arg-type]


def test_an_answer_is_its_opening_and_its_citations_with_their_places_and_reasons() -> None:
    assert answer_text(ANSWER) == ENGLISH_TEXT


KEY = KeySentence(1, "leger.txt", 120, 151, "Het telt tweeduizend generaals.", 9.5)


def test_an_answer_is_its_key_sentences_each_with_its_source() -> None:
    assert answer_text(replace(ANSWER, key_sentences=(KEY,))) == (
        "Here:\n\n[1] Het telt tweeduizend generaals.\n    — Het leger › De top (leger.txt)"
    )


def test_the_passages_stand_below_the_key_sentences_where_they_are_asked_for() -> None:
    text = answer_text(replace(ANSWER, key_sentences=(KEY,)), passages=True)
    assert text.startswith("Here:\n\n[1] Het telt tweeduizend generaals.\n    — ")
    assert text.endswith(ENGLISH_TEXT.removeprefix("Here:"))


def test_a_dutch_answer_is_in_dutch() -> None:
    lines = answer_text(replace(ANSWER, language="nl")).splitlines()
    assert lines[-2:] == ["Kernzin: Het telt tweeduizend generaals.", "Treffers: generals → generaals; 2000"]


def test_an_answer_without_citations_is_its_opening() -> None:
    assert answer_text(replace(ANSWER, citations=())) == "Here:"


def test_a_citation_without_a_section_names_the_title_only() -> None:
    assert "[1] Het leger (leger.txt)" in answer_text(with_citation(section=None)).splitlines()


def test_a_citation_that_no_word_met_says_that_it_is_only_like_the_question() -> None:
    last = answer_text(with_citation(matches=())).splitlines()[-1]
    assert last == "Matches: none; only as a whole is the passage like the question."


def test_a_passage_of_one_sentence_is_not_repeated_as_its_key_sentence() -> None:
    assert "Key sentence" not in answer_text(with_citation(highlights=((100, 100 + len(PASSAGE)),)))


def test_citations_are_apart() -> None:
    twice = replace(ANSWER, citations=(CITATION, replace(CITATION, number=2)))
    assert [line[:3] for line in answer_text(twice).split("\n\n")[1:]] == ["[1]", "[2]"]


def test_in_a_terminal_the_key_sentence_is_bold_where_it_stands() -> None:
    text = answer_text(ANSWER, bold=True)
    assert "groot. \x1b[1mHet telt tweeduizend generaals.\x1b[22m Dat is" in text
    assert "Key sentence" not in text


@pytest.mark.parametrize("field", ["article", "title", "section"])
@pytest.mark.parametrize("bold", [False, True])
def test_no_article_can_command_the_terminal(field: str, bold: bool) -> None:
    evil = "\x1b]0;evil\x07\u202e"
    text = answer_text(with_citation(**{field: evil}), bold=bold)
    assert "␛]0;evil␇·" in text
    assert "\x07" not in text


def test_no_passage_can_command_the_terminal() -> None:
    evil = PASSAGE.replace("groot", "gr\x1bot").replace("telt", "t\x1blt").replace("veel", "v\x1bel")
    text = answer_text(with_citation(text=evil))
    assert "\x1b" not in text
    assert text.count("␛") == 4  # one of them again in the key sentence


def test_the_table_of_articles_has_a_heading_and_a_row_for_each() -> None:
    rows = [(article_of("bees.md", BEES), 2), (article_of("lighthouse.txt", LIGHTHOUSE), 13)]
    assert article_table(rows, "en").splitlines() == [
        "file            title                           language  encoding  passages",
        "bees.md         Keeping honey bees              en        utf-8     2",
        "lighthouse.txt  The lighthouse of Skerry Point  en        utf-8     13",
    ]
    assert article_table(rows, "nl").split()[:5] == ["bestand", "titel", "taal", "codering", "passages"]


def test_an_article_is_one_row_whatever_its_file_name() -> None:
    table = article_table([(article_of("a\nb\x1b.txt", "Een zin."), 1)], "en")
    assert len(table.splitlines()) == 2
    assert "\x1b" not in table


def test_a_citation_is_named_on_one_line_whatever_its_file_name() -> None:
    assert "[1] Het leger › De top (a b.txt)" in answer_text(with_citation(article="a\nb.txt"))


def test_what_was_carried_over_and_what_may_have_been_meant_come_first() -> None:
    evil = "generals\x1b[31m\n?"
    answer = replace(ANSWER, citations=(), context=("China", "oil\x1b"), suggestion=evil)
    assert answer_text(answer).splitlines() == [
        "Also about: China, oil␛",
        "Did you mean: generals␛[31m ?",
        "Here:",
    ]
    assert answer_text(replace(answer, language="nl")).startswith("Ook over: China")
