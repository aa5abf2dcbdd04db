"""Quantities: what a question wants the amount of, and where a text gives an amount."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.amounts import Measure, amounts, has_measure, is_date
from chatbot.text.language_code import Language
from chatbot.text.quantity import Quantity, asked_quantity, counts_people


@pytest.mark.parametrize(
    ("question", "language", "things"),
    [
        ("Hoeveel generaals heeft het leger?", "nl", ("generaals",)),
        ("Hoeveel Venezolaanse generaals zijn er?", "nl", ("generaals",)),
        ("En hoeveel schepen?", "nl", ("schepen",)),
        ("aantal gemeenten Vlaams-Brabant", "nl", ("gemeenten",)),
        ("How many generals are there?", "en", ("generals",)),
        ("How many US naval vessels lie there?", "en", ("vessels",)),
        ("How many exiles landed at the bay?", "en", ("exiles",)),
        ("number of league titles", "en", ("titles",)),
        ("How many sheep does he keep?", "en", ("sheep",)),
    ],
)
def test_a_question_for_a_number_names_what_is_counted(
    question: str, language: Language, things: tuple[str, ...]
) -> None:
    assert asked_quantity(question, language) == Quantity(things=things)


@pytest.mark.parametrize(
    ("question", "language", "measures"),
    [
        ("Hoe diep is het kanaal?", "nl", {"length"}),
        ("hoogte van de toren", "nl", {"length"}),
        ("Hoe hoog is de schuld?", "nl", {"length", "money", "percentage"}),
        ("Hoeveel kilometer is het kanaal?", "nl", {"length", "area"}),
        ("Wat is de oppervlakte van België?", "nl", {"area"}),
        ("Hoe oud is hij?", "nl", {"age"}),
        ("Hoeveel jaar zat hij vast?", "nl", {"time"}),
        ("Hoelang duurde de reis?", "nl", {"time"}),
        ("Hoe snel is de boot?", "nl", {"speed"}),
        ("Hoe warm was het water?", "nl", {"temperature"}),
        ("Wat verdient een kapitein?", "nl", {"money"}),
        ("Hoe zwaar is de steen?", "nl", {"weight"}),
        ("Wat kost een straaljager?", "nl", {"money"}),
        ("Hoeveel heeft de bouw gekost?", "nl", {"money"}),
        ("Hoeveel moet de eigenaar van de boot aan de stad betalen?", "nl", {"money"}),
        ("Voor hoeveel werd de boot verkocht?", "nl", {"money"}),
        ("How much will the captain pay?", "en", {"money"}),
        ("Hoeveel procent stemde voor?", "nl", {"share"}),
        ("How tall is the tower?", "en", {"length"}),
        ("How long was the voyage?", "en", {"length", "time"}),
        ("How old was the captain?", "en", {"age"}),
        ("How fast was the boat?", "en", {"speed"}),
        ("What is the top speed of the boat?", "en", {"speed"}),
        ("How cold was the water?", "en", {"temperature"}),
        ("How much does the stone weigh?", "en", {"weight"}),
        ("How much did it cost to build?", "en", {"money"}),
        ("What share of the vote did he get?", "en", {"share"}),
    ],
)
def test_or_in_what_the_amount_is_measured(question: str, language: Language, measures: set[Measure]) -> None:
    quantity = asked_quantity(question, language)
    assert quantity is not None
    assert (set(quantity.measures), quantity.things) == (measures, ())


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hoeveel mensen kwamen om?", "nl"),
        ("Hoeveel Britten sneuvelden er?", "nl"),
        ("How many people were killed?", "en"),
        ("What is the population of Venezuela?", "en"),
        ("inwonertal Venezuela", "nl"),
    ],
)
def test_people_are_counted_by_any_name(question: str, language: Language) -> None:
    assert asked_quantity(question, language) == Quantity()


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Waarom is er geen vliegtuig te zien?", "nl"),
        ("Hoeveel steun krijgt hij?", "nl"),
        ("Hoeveel weten we van het kartel?", "nl"),
        ("Hoeveel bedragen de kosten?", "nl"),
        ("Hoeveel krijgen de vissers voor een kilo?", "nl"),
        ("Hoeveel zitten er op die zolder?", "nl"),
        ("Hoeveel zijn er omgekomen?", "nl"),
        ("Hoeveel keer won hij?", "nl"),
        ("Hoe groot is de kans op oorlog?", "nl"),
        ("How often does it happen?", "en"),
        ("How many of them?", "en"),
        ("How long has the paper been around?", "en"),
        ("How many?", "en"),
        ("", "en"),
    ],
)
def test_other_questions_ask_for_no_amount_that_a_text_shows(question: str, language: Language) -> None:
    assert asked_quantity(question, language) is None


@given(st.text(), st.sampled_from(["nl", "en"]))
def test_any_text_may_be_asked(question: str, language: Language) -> None:
    quantity = asked_quantity(question, language)
    assert quantity is None or not (quantity.measures and quantity.things)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tussen de 400.000 en 900.000 boekrollen", ["400.000", "900.000"]),
        ("ruim tweeduizend generaals", ["tweeduizend"]),
        ("forty thousand troops, both generals and no admirals", ["forty", "thousand", "both", "no"]),
        ("de vijfjarige en een zesjarig kind", ["vijf", "zes"]),
        ("Bijna geen vliegtuig in 2025", ["geen", "2025"]),
        ("3 mln euro, 2 bn dollars", ["3", "mln", "2", "bn"]),
        ("medeplichtig, voorzichtig, seventeen", ["seventeen"]),
        ("de F-16 en de X10", []),
    ],
)
def test_amounts_are_numbers_in_digits_or_in_words(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in amounts(text, 0, len(text))] == found


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_amounts_lie_within_the_part_of_the_text_that_is_looked_at(text: str, start: int, length: int) -> None:
    for first, last in amounts(text, start, start + length):
        assert start <= first < last <= min(len(text), start + length)


@pytest.mark.parametrize(
    ("text", "amount", "expected"),
    [("in 1944 kwam", "1944", True), ("op 2 september", "2", True), ("19440 schepen", "19440", False)],
)
def test_a_year_and_the_day_of_a_month_are_dates(text: str, amount: str, expected: bool) -> None:
    start = text.index(amount)
    assert is_date(text, (start, start + len(amount))) is expected


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("De toren is 40 meter hoog.", {"length"}),
        ("The mast is 30 ft. high.", {"length"}),
        ("De provincie meet 2106 km².", {"area"}),
        ("An area of 76,000 square kilometres.", {"area"}),
        ("Op achtjarige leeftijd begon hij.", {"time", "age"}),
        ("Hij was 40 jaar oud.", {"time", "age"}),
        ("Agnes Thorne, 63, is the captain.", {"age"}),
        ("De kapitein (54) woont op het eiland.", {"age"}),
        ("The captain, aged 45, went home.", {"age"}),
        ("Op zijn 45e ging hij met pensioen.", {"age"}),
        ("De bouw duurde een eeuw.", {"time", "age"}),
        ("The crossing takes an hour.", {"time"}),
        ("Hij was senator (1974-1985).", {"time", "age"}),
        ("De prijs bestaat sinds 1941.", {"time", "age"}),
        ("De reis duurde 14 uur.", {"time"}),
        ("De lezing begint om 14.00 uur.", set()),
        ("The slab weighs about 760 kilograms.", {"weight"}),
        ("The anchor weighs 90 lbs.", {"weight"}),
        ("De boot vaart 20 knopen.", {"speed"}),
        ("Het water was 12 graden.", {"temperature"}),
        ("It was sold for $ 40 million.", {"money"}),
        ("De krant kostte 2 centiemen.", {"money"}),
        ("Een knipbeurt kostte een gulden.", {"money"}),
        ("The toll is 50p.", {"money"}),
        ("De bouw kwam op 1.250.000,- uit.", {"money"}),
        ("Het paard kostte fl. 8,75.", {"money"}),
        ("Voor f 725,- was het van hem.", {"money"}),
        ("De toegang is gratis.", {"money"}),
        ("De kiesdrempel van 5% bleef.", {"percentage", "share"}),
        ("De helft bleef thuis.", {"share"}),
        ("Nine out of ten are not.", {"share"}),
        ("In 1944 zonk het schip.", set()),
        ("Er kwamen 40 schepen.", set()),
        ("Er kwamen veel schepen, zei hij (lachend).", set()),
    ],
)
def test_an_amount_is_of_a_measure_by_its_unit(text: str, measures: set[Measure]) -> None:
    assert {measure for measure in get_args(Measure) if has_measure(text, 0, len(text), [measure])} == measures


@pytest.mark.parametrize("word", ["gevangenen", "opvarenden", "Amerikanen", "inwoners", "prisoners", "people", "dead"])
def test_people_are_told_by_their_words(word: str) -> None:
    assert counts_people(word)


@pytest.mark.parametrize("word", ["schepen", "ships", "maanden", "percent"])
def test_things_are_not_people(word: str) -> None:
    assert not counts_people(word)
