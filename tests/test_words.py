"""Words, their normal forms and their terms."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from chatbot.text.analysis import is_stop_word, term, terms
from chatbot.text.language_code import Language
from chatbot.text.question import parse_question
from chatbot.text.words import has_digit, normal_form, split_words, unhyphenated
from tests.articles import article_texts


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Het leger telt mee.", ["Het", "leger", "telt", "mee"]),
        ("zo’n F-16, don't", ["zo’n", "F-16", "don't"]),
        ("1.500 man om 19:45", ["1.500", "man", "om", "19:45"]),
        ("3,5 miljoen", ["3,5", "miljoen"]),
        ("the 3rd of May", ["the", "3rd", "of", "May"]),
        ("grondstoffen- en oliehandel", ["grondstoffen", "en", "oliehandel"]),
        ("Nicolás Maduro", ["Nicolás", "Maduro"]),
        ("日本 🦊 _ – ...", ["日本"]),
        ("Pieter¹ en Jan²³, 30 km² en 2 m³", ["Pieter", "en", "Jan", "30", "km²", "en", "2", "m³"]),
        ("CO₂", ["CO₂"]),
        ("ver\u00adkeer\u00ad", ["verkeer"]),
        ("CO\u00ad\u00ad2", ["CO2"]),
        ("", []),
    ],
)
def test_a_text_splits_into_its_words(text: str, forms: list[str]) -> None:
    assert [word.form for word in split_words(text)] == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Soechoj-gevechtsvliegtuigen", ["Soechoj-gevechtsvliegtuigen", "Soechoj", "gevechtsvliegtuigen"]),
        ("X-boten", ["X-boten", "boten"]),
        ("1980-1981", ["1980-1981", "1980", "1981"]),
        ("N-VA", ["N-VA"]),
        ("het ver-\nkeer", ["het", "verkeer", "ver", "keer"]),
        ("Noord-\n  Holland", ["Noord-Holland", "Noord", "Holland"]),
        ("zee-\nen luchtmacht", ["zee", "en", "luchtmacht"]),
        ("ver-\n\nkeer", ["verkeer", "ver", "keer"]),
        ("ver-\n\nKeer", ["ver", "Keer"]),
    ],
)
def test_a_hyphenated_word_is_followed_by_its_longer_parts(text: str, forms: list[str]) -> None:
    assert [word.form for word in split_words(text)] == forms


@given(article_texts)
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in split_words(text):
        place = text[word.start : word.end]
        assert re.sub(r"[\xad\s\u2010\u2011-]", "", place) == re.sub(r"[\xad\s\u2010\u2011-]", "", word.form)
        assert place == word.form or re.search(r"\xad|[\u2010\u2011-]\s", place)


def test_a_word_with_the_mark_of_a_note_is_found_without_it() -> None:
    assert [word.form for word in split_words("volgens Maduro3 en F16")] == [
        "volgens",
        "Maduro3",
        "Maduro",
        "en",
        "F16",
    ]


def test_words_that_are_broken_over_two_lines_become_whole() -> None:
    text = "Het ver-\nkeer in Noord-\n  Holland, te land, ter zee-\nen luchtzijde - \nDaar – stok-\n\nte."
    assert unhyphenated(text) == "Het verkeer in Noord-Holland, te land, ter zee-\nen luchtzijde - \nDaar – stokte."


def test_the_hyphen_of_a_word_that_is_broken_after_a_capital_or_a_figure_stays() -> None:
    assert unhyphenated("Het KNMI-\nrapport over 65-\nplussers in 1914-\n1918") == (
        "Het KNMI-rapport over 65-plussers in 1914-\n1918"
    )


def test_words_are_taken_from_the_slice_that_is_asked_for() -> None:
    assert [(word.form, word.start) for word in split_words("een twee drie", 4, 8)] == [("twee", 4)]


@pytest.mark.parametrize(
    ("form", "normal"),
    [
        ("Leger", "leger"),
        ("Nicolás", "nicolas"),
        ("Nicola\u0301s", "nicolas"),
        ("Oekraïne", "oekraine"),
        ("Trump's", "trump"),
        ("Trump’s", "trump"),
        ("zo’n", "zon"),
        ("F-16", "f16"),
        ("F\u201116", "f16"),
        ("1.500", "1500"),
        ("1,500", "1500"),
        ("3,5", "3,5"),
        ("19:45", "19:45"),
        ("1980-1981", "1980-1981"),
        ("m²", "m2"),
        ("CO₂", "co2"),
    ],
)
def test_spellings_of_one_word_are_compared_as_one(form: str, normal: str) -> None:
    assert normal_form(form) == normal


@pytest.mark.parametrize(("form", "expected"), [("F-16", True), ("2017", True), ("leger", False), ("", False)])
def test_a_word_with_a_digit_is_told(form: str, expected: bool) -> None:
    assert has_digit(form) is expected


@pytest.mark.parametrize(
    ("form", "language", "expected"),
    [
        ("Hoeveel", "nl", True),
        ("hoeveel", "en", False),
        ("The", "en", True),
        ("vóór", "nl", True),
        ("zo’n", "nl", True),
        ("Venezuela", "nl", False),
        ("niet", "nl", False),
        ("zon", "nl", False),  # the sun, not "zo’n"
        ("she’ll", "en", True),
        ("Shell", "en", False),
        ("well", "en", False),
        ("not", "en", False),
    ],
)
def test_function_words_are_stop_words_and_negations_are_not(form: str, language: Language, expected: bool) -> None:
    assert is_stop_word(form, language) is expected


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("generaal", "Generaals", "nl"),
        ("onderzeeboot", "onderzeeboten", "nl"),
        ("general", "generals", "en"),
        ("Flying", "fly", "en"),
        ("F-16", "F16", "nl"),
        ("F-16", "F‑16", "en"),
    ],
)
def test_forms_of_one_word_have_one_term(one: str, other: str, language: Language) -> None:
    assert term(one, language) == term(other, language)


@pytest.mark.parametrize(("one", "other"), [("2014", "2015"), ("1.500", "15.00"), ("leger", "legen")])
def test_different_words_have_different_terms(one: str, other: str) -> None:
    assert term(one, "nl") != term(other, "nl")


def test_terms_leave_out_stop_words_and_keep_their_places() -> None:
    text = "Hoeveel generaals heeft het leger?"
    found = list(terms(text, "nl"))
    assert [text[word.start : word.end] for _, word in found] == ["generaals", "leger"]
    assert [own for own, _ in found] == [term("generaals", "nl"), term("leger", "nl")]


def test_terms_are_taken_from_the_slice_that_is_asked_for() -> None:
    assert [word.form for _, word in terms("generaals leger olie", "nl", 10, 15)] == ["leger"]


@pytest.mark.parametrize(
    ("text", "language", "forms"),
    [
        ("Het OM en de ME gaan om hem heen.", "nl", ["OM", "ME", "heen"]),
        ("The WHO and the US know who it was.", "en", ["WHO", "US", "know"]),
        ("OM", "nl", ["OM"]),
        ("HET OM EIST DAT", "nl", ["EIST"]),
        ("het om", "nl", []),
    ],
)
def test_capitals_tell_an_acronym_from_a_function_word_unless_all_is_in_capitals(
    text: str, language: Language, forms: list[str]
) -> None:
    assert [word.form for _, word in terms(text, language)] == forms
    assert parse_question(text, language).content_words == tuple(forms)


def test_a_question_in_capitals_is_read_in_small_letters() -> None:
    assert parse_question("WIE IS DE MOLENAAR?", "nl").read_text == "wie is de molenaar?"
    assert parse_question("Wat doet het OM?", "nl").read_text == "Wat doet het OM?"
