"""Blocks: how lines group into headings and paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.blocks import Block, heading_label, split_blocks
from tests.articles import article_texts

LONG = "Deze regel is met opzet langer dan de honderd tekens die een afgebroken regel hooguit telt, en eindigt gewoon."


def paragraphs(text: str, *, markdown: bool = False) -> list[str]:
    return [text[block.start : block.end] for block in split_blocks(text, markdown=markdown) if not block.is_heading]


def headings(text: str, *, markdown: bool = False) -> list[str]:
    return [block.label(text) for block in split_blocks(text, markdown=markdown) if block.is_heading]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert paragraphs("Een zin.\n\nNog een.\n \t\nDe laatste.\n") == ["Een zin.", "Nog een.", "De laatste."]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert paragraphs(f"{LONG}\n{LONG}") == [LONG, LONG]


@pytest.mark.parametrize(
    "text",
    [
        "Deze regel werd afgebroken omdat hij de rand van het scherm had\nbereikt en gaat hier dus gewoon door.",
        "Deze regel werd afgebroken omdat de rand bereikt was door\nVenezuela, en gaat hier dus gewoon door.",
        "De vergadering was in Noord-\nHolland. Zij duurde lang.",
        "De burgemeester loofde vijfentwin-\n\ntig gulden uit aan wie hem nog gezien had, en\n\ndat was niemand.",
    ],
)
def test_a_line_broken_in_the_middle_of_a_sentence_goes_on(text: str) -> None:
    assert paragraphs(f"Een titel\n\n{text}") == [text]


def test_the_first_line_of_a_paragraph_below_a_table_goes_on() -> None:
    paragraph = "De meeste bomen in het park aan de kade zijn nu van de\nHaarlemmer kwekerij."
    assert paragraphs(f"Soort  Aantal\nEik        3\nEs        12\n\n{paragraph}")[-1] == paragraph


def test_a_long_title_does_not_go_on_with_the_name_of_its_author() -> None:
    title = "Gemeenteraad van Oostermeer stemt tegen een nieuw zwembad"
    assert paragraphs(f"{title}\nMarieke Postma, Oostermeer\n\nEen zin.") == [
        title,
        "Marieke Postma, Oostermeer",
        "Een zin.",
    ]


def test_what_another_speaker_says_is_a_paragraph_of_its_own() -> None:
    turns = ["Jo: Ik kwam eerst alleen om de vloer te vegen. Na drie jaar mocht ik meer.", "An: Nu weer niet meer."]
    assert paragraphs("\n".join(turns)) == turns


def test_a_line_that_had_room_for_the_next_word_was_ended_on_purpose() -> None:
    assert paragraphs("De eerste regel.\nDe tweede regel.") == ["De eerste regel.", "De tweede regel."]


@pytest.mark.parametrize(
    "marks",
    [
        ("[3-4-2024 9:15:01] Jo: ", "[3-4-2024 9:16:22] An: "),
        ("[0:15] ", "[0:19] "),
        ("- ", "- "),
        ("• ", "• "),
        ("* ", "* "),
        ("1. ", "2. "),
        ("1) ", "2) "),
    ],
)
@pytest.mark.parametrize("markdown", [False, True])
def test_every_list_item_is_a_paragraph(marks: tuple[str, str], markdown: bool) -> None:
    items = [f"{mark}een ding dat in de winkel te koop is en dat niet duur is." for mark in marks]
    assert paragraphs("\n".join(items), markdown=markdown) == items


@pytest.mark.parametrize(
    "line",
    [
        "De kleinere vrienden",
        "China: steun met mate",
        "Waarom nu?",
        "2. Wat haalt Trumps dreigement over een gesloten luchtruim boven heel Venezuela en de zee uit?",
        "“Wij blijven”",
        "1984",
        "HOOFDSTUK II.",
    ],
)
def test_a_short_line_that_ends_no_sentence_is_a_heading(line: str) -> None:
    assert headings(f"{line}\n\nDaaronder staat een gewone zin.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Een zin die eindigt.",
        "Een zin die verdergaat:",
        "zonder hoofdletter",
        "- een lijst",
        "Elf woorden zonder een punt aan het eind zijn te veel",
        "De opkomst was laag. Lijsttrekker Bos van",
        "De brief van de",
        "* * *",
    ],
)
def test_any_other_line_is_text(line: str) -> None:
    assert headings(f"{line}\n\nDaaronder staat een gewone zin.") == []


def test_a_line_that_heads_nothing_is_text() -> None:
    assert headings("Daarboven staat een gewone zin.\n\nTot slot") == []


def test_a_short_heading_may_stand_above_another_but_a_long_one_is_a_list_item() -> None:
    assert headings("Deel een\n\nHet begin\n\nHier staat tekst.") == ["Deel een", "Het begin"]
    item = "Zeven woorden zijn er te veel voor"
    assert headings(f"Een zin.\n\n{item}\n\nHet begin\n\nHier staat tekst.") == ["Het begin"]


def test_the_first_line_may_be_a_long_heading_above_another() -> None:
    title = "Zeven woorden zijn er niet te veel"
    assert headings(f"{title}\n\nHet begin\n\nHier staat tekst.") == [title, "Het begin"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Aanwezig", "Berend Ooms", "Tine Vos", "Afwezig", "Ferdi Kat"],
        ["1. De tekening", "2. Twee offertes", "3. Een verklaring"],
        ["Bram Stoker", "9 mei 1897, Londen"],
        ["19.30 uur Inloop", "20.00 uur Lezing", "Napraten"],
        ["✅ Het dak is klaar", "✅ De muur staat"],
        ["3-4-2024 20:15 - Jo: Wie rijdt er", "Vanaf de haven", "3-4-2024 20:16 - An: Ik"],
        ["De zee is groot", "En diep en wijd", "Wij gaan op reis", "Voor lange tijd"],
    ],
)
@pytest.mark.parametrize("below", ["", "\n\nDaaronder staat een gewone zin."])
def test_lines_of_a_list_are_text(lines: list[str], below: str) -> None:
    text = "Vooraf een zin.\n\n" + "\n".join(lines) + below
    assert headings(text) == []
    assert paragraphs(text)[1 : len(lines) + 1] == lines


def test_items_with_white_lines_between_them_are_text_under_the_line_above_them() -> None:
    text = "Een zin.\n\nNodig zijn\n\n1. Een tekening\n\n2. Twee offertes\n\n3. Een verklaring\n\nDe rest is tekst."
    assert headings(text) == ["Nodig zijn"]


def test_a_numbered_line_above_text_is_a_heading() -> None:
    text = "Een zin.\n\n1. Het begin\n\nHier staat tekst.\n\n2. Het eind\n\nEn hier."
    assert headings(text) == ["1. Het begin", "2. Het eind"]


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize("line", ["===", "---------"])
def test_an_underlined_line_is_a_heading_and_the_line_below_it_in_no_block(line: str, markdown: bool) -> None:
    text = f"The old hive\n{line}\nThe bees of the hive.\n\nthe honey\n  {line} \n\nIt is sweet."
    assert headings(text, markdown=markdown) == ["The old hive", "the honey"]
    assert paragraphs(text, markdown=markdown) == ["The bees of the hive.", "It is sweet."]


@pytest.mark.parametrize(
    "text", ["- an item\n---\nText.", "> a quote\n---\nText.", "Text.\n\n---\n\nText.", "Bye,\n--\nJo"]
)
def test_other_rules_underline_nothing(text: str) -> None:
    assert headings(text, markdown=True) == []


def test_rules_are_no_text() -> None:
    assert paragraphs("Een zin.\n\n* * *\n\n----\nNog een.") == ["Een zin.", "Nog een."]


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_code_is_one_block_of_text(fence: str) -> None:
    code = f"{fence}sh\n# not a heading\n\n- <!-- no comment -->\n{fence}"
    assert paragraphs(f"Do this:\n{code}\nThen that.", markdown=True) == ["Do this:", code, "Then that."]
    assert headings(f"Do this:\n{code}\n# Then that", markdown=True) == ["Then that"]


def test_code_without_an_end_goes_on_to_the_end() -> None:
    assert headings("```\n# a\n\n# b", markdown=True) == []


def test_lines_of_a_narrow_column_go_on_before_a_capital_too() -> None:
    paragraph = (
        "The leak in the cellar was found by\n"
        "plumber Colin Rudge and both his sons\nEdwin and Harry, who came along\nthat day."
    )
    assert paragraphs(f"{paragraph}\nAll is well.") == [paragraph, "All is well."]


@pytest.mark.parametrize("markdown", [False, True])
def test_number_signs_make_a_heading_of_any_line(markdown: bool) -> None:
    text = "# De titel\nTekst.\n## Een zin die eindigt. ##\nTekst.\n### Het slot"
    assert headings(text, markdown=markdown) == ["De titel", "Een zin die eindigt.", "Het slot"]
    assert paragraphs(text, markdown=markdown) == ["Tekst.", "Tekst."]


def test_in_markdown_only_number_signs_or_a_question_make_a_heading() -> None:
    assert headings("De kleinere vrienden\n\nEen zin.", markdown=True) == []
    assert headings("Een zin.\n\nWie is dat?\n\nEen zin.", markdown=True) == ["Wie is dat?"]


def test_in_markdown_lines_run_on_until_a_blank_one() -> None:
    text = f"Kort.\n{LONG}\nKort."
    assert paragraphs(text, markdown=True) == [text]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("## De  vrienden ##", "De vrienden"),
        ("== De  vrienden ==", "De vrienden"),
        ("#hashtag", "#hashtag"),
        ("C#", "C#"),
    ],
)
def test_a_label_is_the_heading_without_signs_and_with_single_spaces(line: str, label: str) -> None:
    assert heading_label(line) == label


def test_number_signs_without_words_are_no_section() -> None:
    assert "" not in {block.section for block in split_blocks("# #\n\nEen zin.", markdown=True)}


def test_a_block_stands_under_the_nearest_heading_above_it() -> None:
    text = "Vooraf een zin.\n\nHet begin\n\nEen zin.\n\nNog een zin.\n\nHet eind\n\nDe laatste zin."
    assert [(block.is_heading, block.section) for block in split_blocks(text)] == [
        (False, None),
        (True, "Het begin"),
        (False, "Het begin"),
        (False, "Het begin"),
        (True, "Het eind"),
        (False, "Het eind"),
    ]


def test_blocks_begin_where_they_are_asked_to() -> None:
    text = "Weg ermee.\n\nDe rest."
    assert split_blocks(text, 10) == (Block(12, 20, is_heading=False, words=2),)


@given(article_texts, st.booleans())
def test_blocks_are_in_order_and_leave_out_no_letter(text: str, markdown: bool) -> None:
    blocks = split_blocks(text, markdown=markdown)
    for block in blocks:
        slice_ = text[block.start : block.end]
        assert slice_ == slice_.strip() != ""
        assert block.words == len(slice_.split())
    spans = [(0, 0), *((block.start, block.end) for block in blocks), (len(text), len(text))]
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
        assert not any(map(str.isalnum, text[end:start]))


@given(article_texts, st.booleans())
def test_a_heading_is_one_line(text: str, markdown: bool) -> None:
    for block in split_blocks(text, markdown=markdown):
        assert not block.is_heading or "\n" not in text[block.start : block.end]
