"""Dictionaries in dictd format: read where they are, and left out with a sentence where they are no good."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.errors import Trouble
from chatbot.reading_help.dictionaries import Dictionaries, find_dictionaries, read_dictd
from chatbot.text.language_code import LANGUAGES
from chatbot.text.word_lists import word_count
from tests.dictd_files import DUTCH_ENGLISH, write_dictionary


@pytest.mark.parametrize("packed", [True, False])
def test_the_meanings_of_all_senses_are_read_packed_or_not(tmp_path: Path, packed: bool) -> None:
    entries = read_dictd(write_dictionary(tmp_path, DUTCH_ENGLISH, packed=packed))
    assert entries["blijven"] == ("remain", "stay", "persist")
    assert entries["Amerikaans"] == ("American",)
    assert "00-database-short" not in entries


def test_the_order_of_the_index_does_not_matter(tmp_path: Path) -> None:
    base = write_dictionary(tmp_path, DUTCH_ENGLISH)
    index = base.with_suffix(".index")
    before = read_dictd(base)
    index.write_text("".join(reversed(index.read_text("utf-8").splitlines(keepends=True))), encoding="utf-8")
    assert dict(before) == dict(read_dictd(base))


@pytest.mark.parametrize(
    ("senses", "meanings"),
    [
        ("1. hop, hop (plant)", ("hop",)),
        ("hop [bot.], {zie} hops", ("hop", "hops")),
        ("feel...", ("feel",)),
        ("right\u2010angle", ("right-angle",)),
        ("one; two", ("one", "two")),
        ("<b>bold</b>, plain", ("plain",)),
        ("\x1b[31mred, blue", ("blue",)),
        ("a meaning that is far too long for a gloss of one word, short", ("short",)),
        ("", ()),
    ],
)
def test_only_what_is_a_meaning_is_taken(tmp_path: Path, senses: str, meanings: tuple[str, ...]) -> None:
    assert read_dictd(write_dictionary(tmp_path, {"woord": senses}))["woord"] == meanings


def test_the_ligature_of_dutch_is_two_letters(tmp_path: Path) -> None:
    entries = read_dictd(write_dictionary(tmp_path, {"bl\u0133ven": "stay"}))
    assert entries == {"blijven": ("stay",)}


def cut_packed(base: Path) -> None:
    packed = base.with_name(f"{base.name}.dict.dz")
    packed.write_bytes(packed.read_bytes()[:-20])


def cut_plain(base: Path) -> None:
    base.with_name(f"{base.name}.dict.dz").unlink()
    base.with_name(f"{base.name}.dict").write_bytes(b"cut")


def not_packed(base: Path) -> None:
    base.with_name(f"{base.name}.dict.dz").write_bytes(b"no gzip at all")


def wrong_places(base: Path) -> None:
    index = base.with_suffix(".index")
    lines = [line.split("\t") for line in index.read_text("utf-8").splitlines()]
    places = [line[1:] for line in lines]
    moved = zip((line[0] for line in lines), places[1:] + places[:1], strict=True)
    index.write_text("".join("\t".join([word, *place]) + "\n" for word, place in moved), encoding="utf-8")


def no_index(base: Path) -> None:
    base.with_suffix(".index").write_bytes(b"\xff\xfe\x00")


def other_lines(base: Path) -> None:
    base.with_suffix(".index").write_text("one\ntwo\n", encoding="utf-8")


def other_headwords(base: Path) -> None:
    write_dictionary(base.parent, {"zzyx": "water", "qwrt": "room", "pfff": "boat"})


def other_meanings(base: Path) -> None:
    write_dictionary(base.parent, {"kamer": "zimmer", "boot": "schiff", "blijven": "bleiben", "leger": "heer"})


def nothing_in_it(base: Path) -> None:
    write_dictionary(base.parent, {})


SPOIL = [
    cut_packed, cut_plain, not_packed, wrong_places, no_index, other_lines, other_headwords, other_meanings,
    nothing_in_it,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOIL)
def test_a_dictionary_that_is_no_good_is_left_out_with_one_sentence(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    base = write_dictionary(tmp_path / "bad", DUTCH_ENGLISH)
    spoil(base)
    write_dictionary(tmp_path / "good", {"kamer": "room"})
    dictionaries = Dictionaries([tmp_path / "bad", tmp_path / "good"])
    assert dictionaries.meanings("kamer", "nl") == ("room",)
    assert not dictionaries.has("blijven", "nl")
    (trouble,) = dictionaries.troubles
    for language in LANGUAGES:
        assert str(base) in trouble.sentence(language)


def test_an_unpacked_bomb_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatbot.reading_help.dictionaries.DICTIONARY_LIMIT", 1_000)
    base = write_dictionary(tmp_path, {"kamer": "room"})
    base.with_name(f"{base.name}.dict.dz").write_bytes(gzip.compress(bytes(100_000)))
    with pytest.raises(Trouble):
        read_dictd(base)


def test_a_folder_offers_its_dutch_english_dictionaries_alone(tmp_path: Path) -> None:
    names = ("freedict-nld-eng", "nl-en", "freedict-eng-nld", "freedict-deu-eng", "wn")
    for name in names:
        write_dictionary(tmp_path, DUTCH_ENGLISH, name)
    found, troubles = find_dictionaries([tmp_path])
    assert [path.name for path in found] == ["freedict-nld-eng", "nl-en"]
    assert troubles == ()


@pytest.mark.parametrize("ending", ["", ".index", ".dict.dz"])
def test_a_file_may_have_any_name_and_be_named_by_any_of_its_parts(tmp_path: Path, ending: str) -> None:
    base = write_dictionary(tmp_path, DUTCH_ENGLISH, "woordenboek")
    assert find_dictionaries([base.with_name(base.name + ending)]) == ((base,), ())


def test_an_empty_folder_is_no_trouble_and_a_file_that_is_not_there_is_one(tmp_path: Path) -> None:
    assert find_dictionaries([tmp_path]) == ((), ())
    found, (trouble,) = find_dictionaries([tmp_path / "missing"])
    assert found == ()
    assert str(tmp_path / "missing") in trouble.sentence("nl")


def test_a_dictionary_turned_round_serves_the_other_language(tmp_path: Path) -> None:
    write_dictionary(tmp_path, {"kamer": "room, chamber", "vertrek": "room", "lopen": "to walk", "huis": "house"})
    dictionaries = Dictionaries([tmp_path])
    assert dictionaries.meanings("room", "en") == ("kamer", "vertrek")
    assert dictionaries.meanings("walk", "en") == ("lopen",)
    assert dictionaries.meanings("kamer", "en") == ()


def test_meanings_are_spelt_as_english_mostly_is(tmp_path: Path) -> None:
    write_dictionary(tmp_path, {"bewind": "régime"})
    dictionaries = Dictionaries([tmp_path])
    assert dictionaries.meanings("bewind", "nl") == ("regime",)
    assert dictionaries.meanings("regime", "en") == ("bewind",)


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("fightagainst, combat", ("combat",)),
        ("fightagainst", ("fightagainst",)),
        ("rainyseason, rain-season, rainy season", ("rain-season", "rainy season")),
    ],
)
def test_meanings_that_stand_run_together_are_left_out_beside_others(
    tmp_path: Path, given: str, left: tuple[str, ...]
) -> None:
    write_dictionary(tmp_path, {"woord": given, "kamer": "room", "huis": "house", "boot": "boat"})
    assert Dictionaries([tmp_path]).meanings("woord", "nl") == left


@pytest.mark.parametrize(("british", "american"), [("kilometre", "kilometer"), ("neighbouring", "neighboring")])
def test_british_words_are_as_common_as_american_ones(british: str, american: str) -> None:
    assert word_count(british, "en") == word_count(american, "en") > 0
    assert word_count("xqzvbk", "en") == 0
