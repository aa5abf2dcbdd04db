"""Text encodings: what articles were saved in is found out, and what is no text is told apart."""

from __future__ import annotations

import codecs
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.folder import bundled_folder
from chatbot.articles.text_encoding import decode
from chatbot.passages.corpus import read_corpus
from tests.articles import BEES, LIGHTHOUSE, WINDMILLS

DUTCH = [
    "Één keer.",
    "Hé, dát is pas één geïnteresseerde! Vóór alles: crème brûlée à la carte.",
    "De coördinatie van zeeën en knieën: officiële categorieën, geïnd en beëindigd.",
    "Het café zit vol. De financiële crisis is één van de oorzaken.",
]
ENGLISH = [
    "It cost £5 at the café in Zürich, on a day of 20°.",
    "A naïve fiancée ate a soufflé.",
    "The soupçon of garlic was, à propos, the chef’s own idea.".replace("’", "'"),
]
TYPOGRAPHIC = [
    "De prijs is € 20 – een koopje, zo’n “aanbieding”.",
    "The Queen’s “speech” was long – too long. It’s naïve.",
    "She said it’s fine. The tower was built in 1824.",
    "Zo’n driehonderd foto’s…",
]
BUNDLED = [article.text for article in read_corpus(bundled_folder()).articles]

any_text = pytest.mark.parametrize("text", [*DUTCH, *ENGLISH, *TYPOGRAPHIC, BEES, WINDMILLS, *BUNDLED])


@any_text
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_tells_the_encoding_and_stays_in_the_text(text: str, encoding: str) -> None:
    assert decode(("\ufeff" + text).encode(encoding)) == ("\ufeff" + text, encoding)


@any_text
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_unicode_needs_no_byte_order_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@any_text
def test_text_of_windows_is_read_as_it_was_written(text: str) -> None:
    encoding = "utf-8" if text.isascii() else "cp1252"
    assert decode(text.encode("cp1252")) == (text, encoding)


@pytest.mark.parametrize("text", [*DUTCH, *ENGLISH])
def test_latin_1_is_read_as_windows_1252_which_has_all_its_letters(text: str) -> None:
    assert decode(text.encode("latin-1")) == (text, "cp1252")


@pytest.mark.parametrize("paragraph", [p for text in BUNDLED for p in text.split("\n\n") if not p.isascii()])
def test_one_paragraph_is_enough(paragraph: str) -> None:
    assert decode(paragraph.encode("cp1252")) == (paragraph, "cp1252")


@pytest.mark.parametrize("text", [*DUTCH[1:], *ENGLISH, *TYPOGRAPHIC[:2]])
def test_text_of_the_mac_is_read_as_it_was_written(text: str) -> None:
    assert decode(text.encode("mac-roman")) == (text, "mac-roman")


@pytest.mark.parametrize("text", [*DUTCH[1:], *ENGLISH[1:]])
def test_text_of_dos_is_read_as_it_was_written(text: str) -> None:
    assert decode(text.encode("cp850")) == (text, "cp850")
    assert decode(text.encode("cp437", "ignore")) == (text.encode("cp437", "ignore").decode("cp437"), "cp850")


@pytest.mark.parametrize("text", [BEES + DUTCH[1], WINDMILLS + "Één reünie: zo’n café.", *BUNDLED])
@pytest.mark.parametrize("wrong", [b"\xff", b"\xe9", b"\xc3", b"\x92"])
def test_a_wrong_byte_leaves_the_other_letters_of_utf_8_as_they_are(text: str, wrong: bytes) -> None:
    half = len(text) // 2
    data = text[:half].encode() + wrong + b" " + text[half:].encode()
    assert decode(data) == (f"{text[:half]}\ufffd {text[half:]}", "utf-8")
    assert decode(codecs.BOM_UTF8 + data) == (f"\ufeff{text[:half]}\ufffd {text[half:]}", "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_text_that_is_cut_in_the_middle_of_a_letter_is_read_up_to_it(encoding: str) -> None:
    text = LIGHTHOUSE + "Het café serveert één crème brûlée"
    decoded = decode(f"{text}é".encode(encoding)[:-1])
    assert decoded is not None
    assert decoded.text.removeprefix("\ufeff") == f"{text}\ufffd"


def test_one_letter_far_into_a_long_text_is_enough() -> None:
    text = LIGHTHOUSE * 1000 + "Het café.\n" + LIGHTHOUSE * 1000
    assert decode(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_every_line_end_becomes_a_line_feed(line_end: str, encoding: str) -> None:
    lines = ["Het café.", "", "Één regel."]
    decoded = decode(line_end.join(lines).encode(encoding))
    assert decoded is not None
    assert decoded.text.removeprefix("\ufeff") == "\n".join(lines)


def test_soft_hyphens_are_left_out_with_the_line_ends_that_they_make() -> None:
    assert decode("De scha\xadde\xad\r\n  vergoeding.\n".encode()) == ("De schadevergoeding.\n", "utf-8")
    assert decode("De schade¬\n vergoeding is\u200bniet\u2060.\nA ¬\nb".encode()) == (
        "De schadevergoeding\nisniet.\nA ¬\nb",
        "utf-8",
    )


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
        b"\x7fELF\x02\x01\x01" + bytes(9),
        zlib.compress("\n".join(BUNDLED).encode()),
        bytes(1000),
        bytes(range(256)) * 100,
        bytes(range(32)) * 100,
        codecs.BOM_UTF8 + b"caf\xe9",
        codecs.BOM_UTF16_LE + b"t",
        codecs.BOM_UTF16_LE + b"\x00\xd8",
        codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff",
    ],
    ids=["picture", "archive", "program", "compressed", "zeros", "bytes", "controls", "utf-8 with a broken letter",
         "half a letter", "half a pair", "no code point"],
)  # fmt: skip
def test_what_is_no_text_is_not_read(data: bytes) -> None:
    assert decode(data) is None


def test_a_few_control_characters_make_a_text_no_less_a_text() -> None:
    text = "A \x1b[1mbold\x1b[0m claim, and a \x00 in the middle of a sentence of some length."
    assert decode(text.encode()) == (text.replace("\0", ""), "utf-8")


def test_letters_that_were_taken_for_others_are_read_once_more() -> None:
    assert decode("ZoÃ« zegt: â€œÃ\u00a0 la carte, BÃ«elerâ€\x9d in ÃŽle.".encode()) == (
        *("Zoë zegt: “à la carte, Bëeler” in Île.", "utf-8"),
    )


@pytest.mark.parametrize("text", ["120 Å³ and 45 Å²", "2 Å–3 Å", "Ã©→x"])
def test_letters_that_are_right_stay(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@given(st.text(st.sampled_from("aei éëïàçÉ “”‘’–…€½")))
def test_any_letters_that_were_taken_for_others_come_back(text: str) -> None:
    misread = "".join(
        bytes((byte,)).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1") for byte in text.encode()
    )
    assert decode(f"Zo: {misread}".encode()) == (f"Zo: {text}", "utf-8")


@given(st.binary())
def test_any_bytes_are_a_text_that_can_be_written_again_or_none(data: bytes) -> None:
    decoded = decode(data)
    if decoded:
        assert "\r" not in decoded.text
        assert decoded.text.encode("utf-8").decode() == decoded.text
