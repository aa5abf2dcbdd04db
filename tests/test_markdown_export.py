"""The export: Markdown in which the passages that answer are quoted to the letter and say where they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from markdown_it import MarkdownIt

from chatbot.answers.answer import Answer, Excerpt, KeySentence
from chatbot.answers.citation import Citation
from chatbot.conversations.markdown_export import conversation_markdown, export_conversation
from chatbot.conversations.quotation import quotation, reference

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
GENERALS = Citation(
    1, "leger.txt", "Het leger", "De generaals", "Er zijn tweeduizend generaals.\n\nDat is veel.", 10, 54, 1.0, (), ()
)
FLEET = Citation(
    2, "a_b.md", "Fleet [x](javascript:y)", None, "The *fleet*\x1b[31m lies <b>here</b>.", 0, 33, 0.9, (), ()
)
KEY = KeySentence(1, "leger.txt", 10, 40, "Er zijn tweeduizend generaals.", 9.0)
SHIPS = KeySentence(2, "a_b.md", 0, 33, FLEET.text, 8.0)
PARTS = [KeySentence(1, "leger.txt", start, end, "", 1.0) for start, end in ((10, 18), (30, 40), (42, 54))]
EXCERPT = Excerpt(GENERALS, PARTS[1], tuple(PARTS))
ANSWERS = [
    Answer("How many *generals*?", "en", "answered", 0.9, "Found:", (GENERALS, FLEET), key_sentences=(KEY, SHIPS)),
    Answer("En waarom?", "nl", "answered", 0.8, "Gevonden:", (GENERALS, FLEET), ("generals", "*leger*"), None, (KEY,)),
    Answer("# Wat?", "nl", "not found", 0.1, "Niets gevonden.", ()),
]


def test_a_reference_says_where_the_passage_or_the_sentence_stands() -> None:
    assert reference(GENERALS, "en") == "Het leger › De generaals (leger.txt, characters 10–54)"
    assert reference(EXCERPT, "en") == "Het leger › De generaals (leger.txt, characters 10–18, 30–54)"
    assert reference(FLEET, "nl") == "Fleet [x](javascript:y) (a_b.md, tekens 0–33)"


def test_a_row_of_a_table_and_the_sentence_after_it_are_set_apart() -> None:
    row, *others = PARTS[1:]
    signs = [sign for sign, _ in Excerpt(GENERALS, row, (replace(row, table_header="| a |"), *others)).pieces]
    assert signs == ["", "; "]
    assert [sign for sign, _ in EXCERPT.pieces] == ["", " … ", " "]


def test_a_reference_names_the_file_once_where_the_title_names_it_to_tell_it_from_another() -> None:
    titled = replace(GENERALS, title="Het leger (leger.txt)")
    assert reference(titled, "en") == "Het leger (leger.txt) › De generaals (characters 10–54)"


def test_a_quotation_is_the_passage_or_its_sentences_and_their_reference() -> None:
    assert quotation(GENERALS, "en") == f"{GENERALS.text}\n\n— {reference(GENERALS, 'en')}\n"
    assert quotation(EXCERPT, "en") == (f"Er zijn  … generaals.\n\nDat is veel.\n\n— {reference(EXCERPT, 'en')}\n")
    assert "\x1b" not in quotation(FLEET, "en")


def test_passages_are_quoted_with_their_key_sentences_in_bold() -> None:
    assert "> **Er zijn tweeduizend generaals.**\n>\n> Dat is veel.\n" in conversation_markdown(ANSWERS, "en")


def test_a_key_sentence_that_takes_two_lines_is_bold_on_each() -> None:
    poem = Citation(1, "poem.txt", "A poem", None, "The sea is wide,\n the boat is small. Row!", 5, 46, 1.0, (), ())
    key = KeySentence(1, "poem.txt", 5, 41, poem.text[:36], 9.0)
    answer = Answer("How wide?", "en", "answered", 0.9, "Found:", (poem,), key_sentences=(key,))
    assert "> **The sea is wide,**\n> **the boat is small.** Row!\n" in conversation_markdown([answer], "en")


def test_passages_without_a_key_sentence_are_left_out_and_references_numbered_through() -> None:
    markdown = conversation_markdown(ANSWERS, "en")
    assert markdown.count("— [1] Het leger › De generaals") == 2
    assert markdown.count("— [2] Fleet") == 1
    assert "## References\n\n1. Het leger › De generaals (leger.txt, characters 10–54)\n" in markdown


def test_words_of_earlier_questions_stand_under_the_question_that_leans_on_them() -> None:
    markdown = conversation_markdown(ANSWERS, "en")
    assert "## En waarom?\n\nOok over: generals, \\*leger\\*\n\nGevonden:\n" in markdown
    assert markdown.count("Ook over: ") == 1


def test_only_the_program_makes_markup() -> None:
    html = MarkdownIt().render(conversation_markdown(ANSWERS, "nl"))
    assert "<h2>How many *generals*?</h2>" in html
    assert "<h2># Wat?</h2>" in html
    assert "<a " not in html
    assert "\x1b" not in html


def test_an_export_is_a_new_file(tmp_path: Path) -> None:
    paths = [export_conversation(ANSWERS, tmp_path / "new", NOW, "en") for _ in range(2)]
    assert [path.name for path in paths] == ["chatbot-2026-01-02-030405.md", "chatbot-2026-01-02-030405-2.md"]
    for path in paths:
        assert path.read_text(encoding="utf-8") == conversation_markdown(ANSWERS, "en")
