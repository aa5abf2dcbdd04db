"""Glosses: the words of a sentence with their meanings in the other language, as far as that is sure."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.reading_help.gloss import Gloss, Glosser, gloss_line
from chatbot.storage.store import Store
from chatbot.text.language_code import LANGUAGES, Language
from tests.command import Run
from tests.dictd_files import DUTCH_ENGLISH, write_dictionary
from tests.test_dictionaries import cut_packed

PROMISES = "Ondanks de beloften van China en Rusland, blijft het budget voor militaire modernisering beperkt."


@pytest.fixture(scope="module", autouse=True)
def fewer_words() -> Iterator[None]:
    """The commoner half of the words that may be meanings, which takes half the time to embed."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("chatbot.reading_help.readings.LEAST_MEANING_COUNT", {"nl": 2_000, "en": 4_000})
        yield


@pytest.fixture(scope="module")
def alone(encoder: Encoder, store: Store) -> Glosser:
    """Without any dictionary."""
    return Glosser(encoder, store, [])


@pytest.fixture(scope="module")
def with_dictionary(encoder: Encoder, store: Store, tmp_path_factory: pytest.TempPathFactory) -> Glosser:
    folder = tmp_path_factory.mktemp("dictd")
    write_dictionary(folder, DUTCH_ENGLISH)
    return Glosser(encoder, store, [folder])


def meanings(glosser: Glosser, text: str, language: Language = "nl", known: Container[str] = ()) -> dict[str, str]:
    """The sure meanings, by the words as they stand in the text."""
    return {text[g.start : g.end]: g.text for g in glosser.glosses(text, language, known) if g.sure}


def unsure(glosser: Glosser, text: str, language: Language = "nl") -> dict[str, str]:
    return {text[g.start : g.end]: g.text for g in glosser.glosses(text, language) if not g.sure}


def test_common_words_get_their_meaning_without_any_dictionary(alone: Glosser) -> None:
    found = meanings(alone, "De regering van het land wil een nieuwe brug bouwen, zegt de minister.")
    assert found["regering"] == "government"
    assert found["land"] == "country / land"
    assert found["nieuwe"] == "new"
    assert found["brug"] == "bridge"


def test_where_two_words_are_as_near_both_stand_and_never_two_forms_of_one(alone: Glosser) -> None:
    assert meanings(alone, "Het huis is bijna klaar.")["bijna"] == "almost / nearly"
    assert meanings(alone, "Zij schreef een bekende roman.")["schreef"] == "wrote"


def test_it_serves_readers_of_dutch_as_well(with_dictionary: Glosser) -> None:
    assert meanings(with_dictionary, "The army stays in the room.", "en")["army"] == "leger"


def test_a_dictionary_makes_more_meanings_sure(alone: Glosser, with_dictionary: Glosser) -> None:
    assert "beloften" not in meanings(alone, PROMISES) or meanings(alone, PROMISES)["beloften"].startswith("promise")
    found = meanings(with_dictionary, PROMISES)
    assert (found["beloften"], found["blijft"]) == ("promise", "remain / stay")


def test_of_two_meanings_that_are_as_likely_both_stand(with_dictionary: Glosser) -> None:
    assert set(meanings(with_dictionary, "Elke stem telt.")["stem"].split(" / ")) == {"vote", "voice"}


def test_of_several_meanings_the_nearest_is_chosen(with_dictionary: Glosser) -> None:
    (gloss, *_) = [gloss for gloss in with_dictionary.glosses("leiding", "nl") if gloss.start == 0]
    assert gloss.text.split(" / ")[0] == "guidance"


def test_names_and_numbers_are_left_out_and_what_is_made_of_a_name_is_not(with_dictionary: Glosser) -> None:
    text = "In 1992 sprak de Amerikaanse minister Visser met Jan Kamer over 45 boten in Rusland."
    glossed = [text[g.start : g.end] for g in with_dictionary.glosses(text, "nl")]
    assert {"Amerikaanse", "minister", "boten"} <= set(glossed)
    assert not {"1992", "45", "Visser", "Jan", "Kamer", "Rusland"} & set(glossed)


def test_a_word_that_the_articles_have_in_lower_case_is_no_name(alone: Glosser) -> None:
    text = "Gisteren kwam de Regering bijeen."
    assert "Regering" not in meanings(alone, text)
    assert meanings(alone, text, known={"regering"})["Regering"] == "government"


@pytest.mark.parametrize("text", ["Regering valt", "Ja. Regering valt", "REGERING VALT", "“Regering valt”"])
def test_a_capital_that_anything_would_have_there_makes_no_name(alone: Glosser, text: str) -> None:
    assert "government" in meanings(alone, text).values()


def test_false_friends_are_told_and_never_look_like_themselves(alone: Glosser, with_dictionary: Glosser) -> None:
    for glosser in (alone, with_dictionary):
        assert meanings(glosser, "De mest valt in een put.")["put"] == "pit / well"
        assert meanings(glosser, "The brand is well known.", "en")["brand"] == "merk"


def test_number_words_have_their_meaning(alone: Glosser) -> None:
    assert meanings(alone, "Er liggen elf schepen.")["elf"] == "eleven"
    assert meanings(alone, "Twelve ships came.", "en")["Twelve"] == "twaalf"


def test_function_words_stand_in_the_full_gloss_alone_with_both_readings(alone: Glosser) -> None:
    assert unsure(alone, "Zij zijn al thuis.")["zijn"] == "are / his"
    assert "zijn" not in meanings(alone, "Zij zijn al thuis.")


def test_compounds_are_shown_in_parts_and_are_never_sure(with_dictionary: Glosser) -> None:
    assert unsure(with_dictionary, "De legerkamer is leeg.")["legerkamer"] == "army-room"


def test_the_line_has_the_words_with_their_meanings_and_the_unsure_ones_where_asked_for() -> None:
    glosses = (Gloss(0, 3, "promise", sure=True), Gloss(4, 7, "this / that", sure=False))
    assert gloss_line("abc def", glosses) == "abc promise"
    assert gloss_line("abc def", glosses, unsure=True) == "abc promise · def this / that?"


def test_the_line_has_each_word_with_a_meaning_once() -> None:
    assert gloss_line("nat nat", (Gloss(0, 3, "wet", sure=True), Gloss(4, 7, "wet", sure=True))) == "nat wet"


def test_the_line_leaves_out_what_is_spelt_the_same() -> None:
    assert gloss_line("Water is nat", (Gloss(0, 5, "water", sure=True), Gloss(9, 12, "wet", sure=True))) == "nat wet"


def test_the_line_holds_nothing_that_a_terminal_obeys() -> None:
    assert "\x1b" not in gloss_line("a\x1bb", (Gloss(0, 3, "x\x1by", sure=True),))


@settings(max_examples=40)
@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_every_gloss_is_a_slice_of_the_text_and_they_stand_in_order(
    alone: Glosser, text: str, language: Language
) -> None:
    glosses = alone.glosses(text, language)
    ends = [0, *(gloss.end for gloss in glosses)]
    for gloss, before in zip(glosses, ends, strict=False):
        assert before <= gloss.start < gloss.end <= len(text)
        assert gloss.text


def test_five_hundred_words_are_glossed_as_each_alone(alone: Glosser) -> None:
    text = "de brug over het water " * 100
    glosses = [gloss for gloss in alone.glosses(text, "nl") if text[gloss.start : gloss.end] == "brug"]
    assert len(glosses) == 100
    assert {gloss.text for gloss in glosses} == {"bridge"}


@pytest.mark.parametrize("text", ["", " ", "…", "\ud800", "\0", "a" * 5_000, "1 2 3", "-"])
def test_a_text_without_words_has_no_glosses(alone: Glosser, text: str) -> None:
    assert alone.glosses(text, "nl") == ()


def test_a_bad_dictionary_costs_a_sentence_and_changes_nothing(
    encoder: Encoder, store: Store, alone: Glosser, tmp_path: Path
) -> None:
    base = write_dictionary(tmp_path, DUTCH_ENGLISH)
    cut_packed(base)
    glosser = Glosser(encoder, store, [tmp_path])
    assert glosser.glosses(PROMISES, "nl") == alone.glosses(PROMISES, "nl")
    (warning,) = glosser.warnings("nl")
    assert str(base) in warning


class CountingEncoder:
    """Counts the texts that are embedded."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.identity = encoder.identity
        self.count = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.count += len(texts)
        return self._encoder.encode(texts)


def test_the_words_of_the_other_language_are_embedded_once_and_then_come_from_the_store(
    encoder: Encoder, store: Store, alone: Glosser
) -> None:
    alone.prepare("nl")
    counting = CountingEncoder(encoder)
    assert Glosser(counting, store, []).glosses(PROMISES, "nl") == alone.glosses(PROMISES, "nl")
    assert counting.count < 100


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, store: Store, tmp_path: Path) -> Path:
    """The store of these tests for the command, and a folder for dictionaries, empty yet."""
    monkeypatch.setattr("chatbot.answers.engine.Store", lambda: store)
    monkeypatch.setenv("CHATBOT_DICTIONARIES", str(tmp_path))
    return tmp_path


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_the_command_prints_a_line_of_words(run: Run, kept: Path) -> None:
    write_dictionary(kept, DUTCH_ENGLISH)
    status, output, errors = run("gloss", PROMISES)
    assert (status, errors) == (0, "")
    assert output.startswith("beloften promise · blijft remain / stay · ")


@pytest.mark.usefixtures("kept")
def test_the_command_takes_a_text_a_line_and_gives_an_object_a_line(run: Run) -> None:
    lines = [PROMISES, "", "The bridge 🌉 over the water"]
    status, output, errors = run("gloss", "--json", "-", standard_input="\n".join(lines).encode())
    assert (status, errors) == (0, "")
    found = objects(output)
    assert [list(line) for line in found] == [["text", "glosses"]] * 3
    assert [line["text"] for line in found] == lines
    assert all(list(gloss) == ["start", "end", "text", "sure"] for line in found for gloss in line["glosses"])
    glossed = {lines[2][gloss["start"] : gloss["end"]] for gloss in found[2]["glosses"]}
    assert {"bridge", "water"} <= glossed


@pytest.mark.usefixtures("kept")
def test_the_language_of_the_meanings_is_the_one_that_the_text_is_not_in(run: Run) -> None:
    assert "brug bridge" in run("gloss", "De brug over de rivier is gesloten.").output
    assert "bridge" not in run("gloss", "--to", "nl", "De brug over de rivier is gesloten.").output


@pytest.mark.usefixtures("kept")
def test_a_text_of_which_nothing_is_sure_has_status_one(run: Run) -> None:
    assert run("gloss", "xqzvb 12").status == 1


def test_a_language_that_there_is_not_is_bad_usage(run: Run) -> None:
    status, output, errors = run("gloss", "--to", "fr", "De brug")
    assert (status, output) == (2, "")
    assert "invalid choice: 'fr'" in errors


def test_the_command_tells_of_a_bad_dictionary_once(run: Run, kept: Path) -> None:
    cut_packed(write_dictionary(kept, DUTCH_ENGLISH))
    status, output, errors = run("gloss", "-", standard_input=f"{PROMISES}\n{PROMISES}\n".encode())
    assert status == 0
    assert output.count("\n") == 2
    assert errors.count("\n") == 1
    assert "is damaged and is not used" in errors


def test_the_settings_tell_which_dictionaries_there_are_and_how_to_get_one(run: Run, kept: Path) -> None:
    assert "sudo apt install dict-freedict-nld-eng installs one." in run("config").output
    base = write_dictionary(kept, DUTCH_ENGLISH)
    assert f"Dictionaries for the meanings of words: {base}\n" in run("config").output
