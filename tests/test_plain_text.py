"""Answers and articles as plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chatbot.answers.answer import Answer, KeySentence
from chatbot.answers.citation import Citation, Match
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
KEY = KeySentence(1, "leger.txt", 120, 151, "Het telt tweeduizend generaals.", 9.5)
ANSWER = Answer("How many generals?", "en", "answered", 0.8, "Here:", (CITATION,), key_sentences=(KEY,))
PLACE = "— Het leger › De top"
SHORT = f"Here:\n\n[1] {KEY.text} {PLACE} (leger.txt)"

PASSAGES = f"""\


[1] Het leger › De top (leger.txt)
{PASSAGE}
Words found: generals → generaals; 2000"""


def with_citation(**changes: object) -> Answer:
    return replace(ANSWER, citations=(replace(CITATION, **changes),))  # type: ignore[arg-type]


def with_key_sentence(**changes: object) -> Answer:
    return replace(ANSWER, key_sentences=(replace(KEY, **changes),))  # type: ignore[arg-type]


def test_an_answer_is_its_opening_and_its_key_sentences_each_with_its_source() -> None:
    assert answer_text(ANSWER) == SHORT


def test_the_passages_stand_below_the_key_sentences_where_they_are_asked_for() -> None:
    assert answer_text(ANSWER, passages=True) == SHORT + PASSAGES


def test_sentences_of_one_passage_stand_under_one_number_in_the_order_of_reading() -> None:
    first, last = (
        KeySentence(1, "leger.txt", 100 + PASSAGE.index(text), 100 + PASSAGE.index(text) + len(text), text, 1.0)
        for text in ("Het leger is groot.", "Dat is veel.")
    )
    fleet = replace(CITATION, number=2, title="De vloot", section=None, article="vloot.txt")
    other = replace(KEY, citation=2, article="vloot.txt")
    grouped = replace(ANSWER, citations=(CITATION, fleet), key_sentences=(last, other, first))
    assert answer_text(grouped).splitlines()[2:] == [
        f"[1] Het leger is groot. … Dat is veel. {PLACE} (leger.txt)",
        "",
        f"[2] {KEY.text} — De vloot (vloot.txt)",
    ]
    adjacent = replace(ANSWER, key_sentences=(last, replace(KEY, also_in=("a.txt",))))
    assert f"[1] {KEY.text} Dat is veel. {PLACE}; also in a.txt (leger.txt)" in answer_text(adjacent)


def test_a_row_of_a_table_is_shown_with_the_names_of_its_columns() -> None:
    row = with_key_sentence(text="| Kolhorn | 26 | |", table_header="| Gemeente | Woningen | Prijs |")
    assert f"[1] Gemeente: Kolhorn; Woningen: 26 {PLACE}" in answer_text(row)
    assert "[1] Bouwjaar: 1387 — " in answer_text(with_key_sentence(text="| Bouwjaar | 1387 |", table_header=""))


def test_a_passage_that_goes_on_with_a_table_stands_below_its_header() -> None:
    shown = answer_text(with_citation(table_header="| Gemeente | Woningen |"), passages=True)
    assert f"(leger.txt)\n| Gemeente | Woningen |\n{PASSAGE}\n" in shown


def test_a_word_that_is_broken_over_two_lines_is_shown_whole() -> None:
    broken = with_key_sentence(text="Het telt twee-\nduizend generaals.")
    assert answer_text(broken) == SHORT


def test_where_nothing_is_found_each_sentence_takes_one_line() -> None:
    refusal = replace(ANSWER, certainty="not found", opening="Nothing.")
    assert answer_text(refusal) == f"Nothing.\n[1] {KEY.text} {PLACE} (leger.txt)"
    assert answer_text(refusal, passages=True).endswith(PASSAGES)


def test_a_sentence_says_where_else_it_stands_and_whether_that_is_in_dispute() -> None:
    one, many = ("a.txt",), ("a.txt", "b.txt")
    disputed = "note: another article says this with another number, date or name"
    assert f"{PLACE}; also in a.txt (leger.txt)" in answer_text(with_key_sentence(also_in=one))
    assert f"{PLACE}; also in 2 other articles (leger.txt)" in answer_text(with_key_sentence(also_in=many))
    assert f"{PLACE}; {disputed} (leger.txt)" in answer_text(with_key_sentence(disputed=True))
    dutch = replace(with_key_sentence(also_in=one, disputed=True), language="nl")
    assert "; ook in a.txt; let op: een ander artikel zegt dit met een ander getal" in answer_text(dutch)


def test_a_dutch_answer_is_in_dutch() -> None:
    lines = answer_text(replace(ANSWER, language="nl"), passages=True).splitlines()
    assert lines[-1] == "Gevonden woorden: generals → generaals; 2000"


def test_an_answer_without_citations_is_its_opening() -> None:
    assert answer_text(replace(ANSWER, citations=(), key_sentences=()), passages=True) == "Here:"


def test_a_citation_without_a_section_names_the_title_only() -> None:
    lines = answer_text(with_citation(section=None), passages=True).splitlines()
    assert lines[2].endswith(" — Het leger (leger.txt)")
    assert "[1] Het leger (leger.txt)" in lines


def test_a_citation_that_no_word_met_says_that_it_is_only_like_the_question() -> None:
    last = answer_text(with_citation(matches=()), passages=True).splitlines()[-1]
    assert last == "No word of the question is in the passage, but as a whole it is like the question."


def test_citations_are_apart() -> None:
    twice = replace(ANSWER, citations=(CITATION, replace(CITATION, number=2)), key_sentences=())
    assert [part[:3] for part in answer_text(twice, passages=True).split("\n\n")[1:]] == ["[1]", "[2]"]


@pytest.mark.parametrize("field", ["article", "title", "section"])
def test_no_article_can_command_the_terminal(field: str) -> None:
    evil = "\x1b]0;evil\x07\u202e"
    text = answer_text(with_citation(**{field: evil}), passages=True)
    assert text.count("␛]0;evil␇·") == 2  # at the key sentence and above the passage
    assert "\x07" not in text


def test_no_passage_can_command_the_terminal() -> None:
    evil = PASSAGE.replace("groot", "gr\x1bot").replace("telt", "t\x1blt").replace("veel", "v\x1bel")
    text = answer_text(with_citation(text=evil), passages=True)
    assert "\x1b" not in text
    assert text.count("␛") == 3
    assert "t␛lt" in answer_text(with_key_sentence(text="Het t\x1blt generaals."))
    assert "also in a␛.txt" in answer_text(with_key_sentence(also_in=("a\x1b.txt",)))


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
    lines = answer_text(with_citation(article="a\nb.txt"), passages=True).splitlines()
    assert lines[2].endswith(f" {PLACE} (a b.txt)")
    assert "[1] Het leger › De top (a b.txt)" in lines


def test_what_was_carried_over_and_what_was_searched_for_instead_come_first() -> None:
    evil = "generals\x1b[31m\n?"
    answer = replace(ANSWER, key_sentences=(), context=("China", "oil\x1b"), corrected=evil)
    assert answer_text(answer).splitlines() == [
        "Searched for: generals␛[31m ?",
        "Also about: China, oil␛",
        "Here:",
    ]
    assert answer_text(replace(answer, language="nl")).startswith("Gezocht naar: generals␛[31m ?\nOok over: China")


def test_an_opening_that_names_an_article_commands_no_terminal() -> None:
    answer = replace(ANSWER, opening="“Red \x1b[31m title” in its own words:")
    assert "\x1b" not in answer_text(answer)
