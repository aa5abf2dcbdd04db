"""PDF: lines are put together as a reader reads them, and every sentence keeps its page."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from chatbot.articles.article import Article, parse_article
from chatbot.articles.formats.pdf import read
from tests.documents import Shown, typeset

LEFT, TOP, LEADING = 72, 740, 14


def lines(*texts: str, left: float = LEFT, top: float = TOP, size: float = 11) -> list[Shown]:
    """Lines below each other; an empty text leaves a line free."""
    return [(left, top - LEADING * number, size, text) for number, text in enumerate(texts) if text]


def article(*pages: Sequence[Shown], title: str = "", roman_pages: int = 0, bold: Sequence[str] = ()) -> Article:
    return parse_article("a.pdf", read(typeset(pages, title, roman_pages=roman_pages, bold=bold)))


def paragraphs(read_: Article) -> list[str]:
    return [read_.text[block.start : block.end] for block in read_.blocks if not block.is_heading]


def headings(read_: Article) -> list[str]:
    return [block.label(read_.text) for block in read_.blocks if block.is_heading]


def test_the_lines_of_a_paragraph_are_joined_and_a_wider_distance_or_an_indent_begins_another() -> None:
    spaced = lines(
        "The mill of Ardenholt was built in 1642 by the carpenter Adam",
        "Dekker, and it ground corn for three villages.",
        "",
        "It burned down in 1714.",
    )
    indented = [
        *lines("The mill was built in 1642 by the carpenter Adam Dekker of", "the town of Ardenholt, and it stands."),
        *lines("It burned down in the winter of 1714, and was built again", left=LEFT + 15, top=TOP - 28),
        *lines("in stone."),
    ][:3] + lines("in stone.", top=TOP - 42)
    assert paragraphs(article(spaced)) == [
        "The mill of Ardenholt was built in 1642 by the carpenter Adam Dekker, and it ground corn for three villages.",
        "It burned down in 1714.",
    ]
    assert [text.split()[0] for text in paragraphs(article(indented))] == ["The", "It"]


def test_short_lines_stay_lines() -> None:
    names = [
        "Present:",
        "Ann Coldwell",
        "Jan de Wit",
        "Mies Bos",
        "Apologies: none, though the mayor came late and left",
    ]
    assert paragraphs(article(lines(*names))) == names


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("They measured the noise of the con-", "crete plant.", "the concrete plant."),
        ("They measured the noise of the con\xad", "crete plant.", "the concrete plant."),
        ("They measured the noise in Noord-", "Holland.", "in Noord-Holland."),
        ("They measured the noise of in-", "en uitgaande treinen.", "of in- en uitgaande treinen."),
        ("They measured it in 1914-", "1918, and later.", "in 1914- 1918, and later."),
    ],
    ids=["hyphen", "soft hyphen", "before a capital", "before a conjunction", "between years"],
)
def test_a_word_that_is_broken_at_the_end_of_a_line_is_whole(first: str, second: str, joined: str) -> None:
    (paragraph,) = paragraphs(article(lines(first, second)))
    assert paragraph.endswith(joined)


def test_soft_hyphens_within_words_are_left_out() -> None:
    assert article(lines("The allot\xadment garden moves to the far side of the village.")).text.startswith(
        "The allotment"
    )


HEAD, FOOT = "Annual report of the Lighthouse Trust", "www.lighthouse.example"


def test_running_heads_feet_and_page_numbers_are_left_out_and_a_sentence_goes_on_over_the_page() -> None:
    pages = [
        [*lines(HEAD, top=780, size=9), *lines(*texts), (290, 40, 9, str(number)), (380, 40, 9, FOOT)]
        for number, texts in enumerate(
            (["The trust received a grant for the lamp of"], ["ninety thousand pounds.", "", "It was paid at once."]),
            12,
        )
    ]
    read_ = article(*pages)
    assert paragraphs(read_) == [
        "The trust received a grant for the lamp of ninety thousand pounds.",
        "It was paid at once.",
    ]
    first, second = read_.text.index("The trust"), read_.text.index("ninety")
    assert [read_.page_at(offset) for offset in (first, second - 1, second)] == [1, 1, 2]


def test_a_running_head_may_differ_but_for_the_number_of_the_page() -> None:
    heads = ["Chapter 2 The bridge 13", "Chapter 3 The road 14", "Chapter 4 The ferry 15"]
    bodies = ["The bridge was built in a year.", "The road was built in two years.", "The ferry came last of all."]
    read_ = article(*([*lines(head, top=800), *lines(body)] for head, body in zip(heads, bodies, strict=True)))
    assert paragraphs(read_) == bodies


def test_a_numbered_heading_at_the_top_of_a_page_is_no_running_head() -> None:
    texts = ["The trust received a grant for it.", "A ship ran aground in the mist.", "Three families lived below it."]
    bodies = [lines(text, top=TOP - 40) for text in texts]
    chapters = ["1 The lamp", "2 The foghorn", "3 The keepers"]
    pages = [
        [*lines(HEAD, top=780, size=9), *lines(chapter, size=16), *body, (290, 40, 9, f"Page {number} of 3")]
        for number, (chapter, body) in enumerate(zip(chapters, bodies, strict=True), 1)
    ]
    read_ = article(*pages)
    assert (headings(read_), paragraphs(read_), read_.title) == (chapters[1:], texts, chapters[0])
    parts = article(*([*lines(f"Part {number}", size=16), *body] for number, body in enumerate(bodies, 1)))
    assert headings(parts) == ["Part 2", "Part 3"]


def test_a_note_at_the_foot_of_a_page_does_not_stand_in_a_sentence_that_goes_on_over_it() -> None:
    body = ["The trust received a grant for the lamp, and for the foghorn", "it was given by the government a sum of"]
    note = lines("* Paid in three parts.", top=100, size=8)
    read_ = article([*lines(*body), *note], lines("ninety thousand pounds, to be spent within the year."))
    note_text, sentence = paragraphs(read_)
    assert note_text == "* Paid in three parts."
    assert sentence.endswith("within the year.")
    assert [read_.page_at(read_.text.index(text)) for text in ("* Paid", "The trust", "ninety")] == [1, 1, 2]


def test_a_paragraph_that_fills_a_page_keeps_its_pages_though_that_page_has_notes() -> None:
    pages = [
        lines("The trust received a grant for the lamp, and for the horn", "it was given a sum of the"),
        [
            *lines("public money of the town, and then of the county,", "which gave"),
            *lines("* Twice.", top=100, size=8),
        ],
        lines("ninety thousand pounds, to be spent within the year."),
    ]
    read_ = article(*pages)
    found = [read_.page_at(read_.text.index(text)) for text in ("The trust", "public", "ninety")]
    assert (found, "* Twice." in paragraphs(read_)) == ([1, 2, 3], True)


LEFT_COLUMN = [
    "The committee of the valley",
    "met on 4 May to talk about",
    "the old dairy. Ann Coldwell",
    "proposed to turn it into a",
    "hostel with thirty-two beds.",
]
RIGHT_COLUMN = [
    "In other news, the swimming",
    "pool stays closed. A leak in",
    "the basement was found by",
    "the plumber in January, and",
    "repairs take until October.",
]


@pytest.mark.parametrize("is_drawn_by_rows", [True, False])
def test_columns_are_read_one_after_the_other_however_they_are_drawn(is_drawn_by_rows: bool) -> None:
    left, right = lines(*LEFT_COLUMN), lines(*RIGHT_COLUMN, left=320)
    rows = [text for row in zip(left, right, strict=True) for text in row]
    page = [*lines("Two decisions in the valley", top=770, size=18), *(rows if is_drawn_by_rows else [*left, *right])]
    assert paragraphs(article(page)) == [" ".join(LEFT_COLUMN), " ".join(RIGHT_COLUMN)]


def test_a_table_below_columns_is_whole() -> None:
    rows = [("Station", "Calls", "Hurt in a year"), ("Hengelsum", "212", "four people"), ("Terapel", "341", "nobody")]
    table = [
        (left, 600 - LEADING * row, 11, cell)
        for row, cells in enumerate(rows)
        for left, cell in zip((72, 180, 320), cells, strict=True)
    ]
    text = article([*lines(*LEFT_COLUMN), *lines(*RIGHT_COLUMN, left=320), *table]).text
    assert text.split("\n\n") == [
        *(" ".join(LEFT_COLUMN), " ".join(RIGHT_COLUMN)),
        "| Station | Calls | Hurt in a year |\n| Hengelsum | 212 | four people |\n| Terapel | 341 | nobody |",
    ]


def test_three_columns_are_read_one_after_the_other() -> None:
    columns = [LEFT_COLUMN, RIGHT_COLUMN, LEFT_COLUMN]
    page = [line for number, column in enumerate(columns) for line in lines(*column, left=50 + 170 * number, size=9)]
    assert paragraphs(article(page)) == [" ".join(column) for column in columns]


def test_lines_of_uneven_size_as_below_a_scanned_page_are_one_text() -> None:
    texts = [
        "The horse market was well attended.",
        "Jelle Sytsma bought a horse",
        "of Mr Boelens in Norg.",
        "It was black.",
    ]
    sizes = [10.1, 9.6, 10.3, 9.9]
    page = [
        line
        for text, top, size in zip(texts, (760, 740, 726, 706), sizes, strict=True)
        for line in lines(text, top=top, size=size)
    ]
    assert paragraphs(article(page)) == [texts[0], f"{texts[1]} {texts[2]}", texts[3]]


def test_a_table_is_read_by_rows() -> None:
    rows = [("Station", "Calls", "Injured"), ("Hengelsum", "212", "14"), ("Terapel", "341", "22")]
    table = [text for row, cells in enumerate(rows) for text in (
        (LEFT + 120 * column, TOP - 60 - LEADING * row, 11, cell) for column, cell in enumerate(cells)
    )]  # fmt: skip
    text = article([*lines("The brigade was called out more often in 2023 than ever before."), *table]).text
    assert text.endswith("| Station | Calls | Injured |\n| Hengelsum | 212 | 14 |\n| Terapel | 341 | 22 |")


def test_rows_of_other_columns_farther_down_are_another_table() -> None:
    rows: dict[float, tuple[str, ...]] = {
        0: ("Station", "Calls", "Injured"),
        1: ("Hengelsum", "212", "14"),
        2: ("Terapel", "341", "22"),
    }
    rows |= {4.2: ("Asked by:", "The brigade of Terapel"), 5.2: ("Asked on:", "4 May")}
    table = [
        (LEFT + 110 * column, TOP - 18 * row, 11, cell)
        for row, cells in rows.items()
        for column, cell in enumerate(cells)
    ]
    assert article(table).text.split("\n\n")[1:] == ["| Asked by: | The brigade of Terapel |\n| Asked on: | 4 May |"]


def test_a_table_that_goes_on_on_the_next_page_keeps_all_its_rows_and_one_header() -> None:
    def page(posts: range, top: float) -> list[Shown]:
        rows = [("Station", "Calls"), *((f"Post {post}", str(200 + post)) for post in posts)]
        return [
            (LEFT + 120 * column, top - 18 * row, 10, cell)
            for row, cells in enumerate(rows)
            for column, cell in enumerate(cells)
        ]

    rows = [f"| Post {post} | {200 + post} |" for post in range(1, 35)]
    text = article(page(range(1, 31), TOP), page(range(31, 35), 780)).text
    assert text.splitlines() == ["| Station | Calls |", *rows]


def test_a_title_that_is_set_as_the_headings_are_is_the_title() -> None:
    page = [
        *lines("Living in Korenbeek", top=780, size=16),
        *lines("Rents", size=16),
        *lines("Rents rose by 4.1 percent last year, says the landlord.", top=TOP - 20),
    ]
    assert (article(page).title, headings(article(page))) == ("Living in Korenbeek", ["Rents"])


def test_headings_are_told_by_larger_type_or_by_bold_and_the_largest_is_the_title() -> None:
    page = [
        *lines("Living in Korenbeek", top=770, size=20),
        *lines("Ann Coldwell", top=750, size=11),
        *lines("Rents", size=12),
        *lines("Rents rose by 4.1 percent last year, says the landlord.", top=TOP - 16),
        *lines("Empty houses", top=TOP - 32),
        *lines("In the centre 57 houses stand empty, and owners are fined.", top=TOP - 48),
    ]
    read_ = article(page, bold=["Empty houses"])
    assert (read_.title, headings(read_)) == ("Living in Korenbeek", ["Rents", "Empty houses"])
    assert "Ann Coldwell" in paragraphs(read_)


def test_a_title_in_the_properties_of_one_word_that_is_in_the_text_only_is_not_believed() -> None:
    page = [*lines("Living in Korenbeek", top=770, size=20), *lines("This report tells how people live there now.")]
    assert article(page, title="Report").title == "Living in Korenbeek"
    assert article(page, title="living in Korenbeek").title == "living in Korenbeek"


def test_in_a_text_of_one_type_a_short_line_above_a_paragraph_is_a_heading_and_so_is_a_numbered_one() -> None:
    plain = article(lines("Housing", "", "The village has a waiting list of 212 families for a council house."))
    numbered = article(
        lines(
            "The council published its plans for the village on Monday.",
            "",
            "2.1 Roads",
            "",
            "The ring road of the village was laid anew.",
        )
    )
    assert (plain.title, headings(numbered)) == ("Housing", ["2.1 Roads"])


def test_a_page_is_called_what_a_viewer_calls_it() -> None:
    read_ = article(*(lines(f"This is what page number {n} of the report says.") for n in range(4)), roman_pages=2)
    offsets = [read_.text.index(f"number {n}") for n in range(4)]
    assert [read_.page_at(offset) for offset in offsets] == [1, 2, 3, 4]
    assert [read_.page_label_at(offset) for offset in offsets] == ["i", "ii", "1", "2"]
    assert article(lines("A page.")).page_label_at(0) == "1"


def test_raised_figures_are_raised_and_lowered_ones_are_lowered() -> None:
    shown = [(0, 0, 10, "An area of 40 m"), (71.5, 4, 7, "2"), (75.4, 0, 10, " of the CO"), (121.2, -2, 7, "2")]
    text = article([(LEFT + x, TOP + y, size, part) for x, y, size, part in [*shown, (125.1, 0, 10, " works.")]]).text
    assert text == "An area of 40 m² of the CO₂ works."


def test_the_number_that_is_printed_on_a_page_is_what_it_is_called() -> None:
    texts = [f"The {animal} was seen at the mouth of the river in spring." for animal in ("otter", "heron", "beaver")]
    journal = article(*([*lines(text), (290, 40, 9, str(n))] for n, text in enumerate(texts, 233)))
    assert [journal.page_label_at(journal.text.index(text)) for text in texts] == ["233", "234", "235"]
    cover = [*lines("The animals of the river, seen from a small boat.")]
    report = article(cover, *([*lines(text), (290, 40, 9, str(n))] for n, text in enumerate(texts, 1)))
    assert [report.page_label_at(report.text.index(text)) for text in ["The animals", *texts]] == ["[1]", "1", "2", "3"]


def test_lines_that_a_table_breaks_stay_in_their_cell_and_empty_cells_stay_empty() -> None:
    rows = [
        ("Programme", "Budget", "Spent"),
        ("Schools and the", "4,100", "4,900"),
        ("houses around them",),
        ("Roads", "", "75"),
    ]
    table = [
        (LEFT + 150 * column, TOP - LEADING * row, 11, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell
    ]
    assert article(table).text.splitlines() == [
        "| Programme | Budget | Spent |",
        "| Schools and the houses around them | 4,100 | 4,900 |",
        "| Roads |  | 75 |",
    ]


def test_a_cell_of_a_ruled_table_is_whole_wherever_the_others_of_its_row_stand() -> None:
    long = lines("A school for the children who", "now go to town, a long way.", left=220, top=TOP - 20)
    others = [(80, TOP - 27, 11, "North"), (150, TOP - 27, 11, "120")]
    heads = [(80, TOP, 11, "Ward"), (150, TOP, 11, "Families"), (220, TOP, 11, "Remark")]
    below = [(80, TOP - 54, 11, "South"), (150, TOP - 54, 11, "90"), (220, TOP - 54, 11, "none")]
    across = [(75, y, 400, y) for y in (TOP + 15, TOP - 5, TOP - 40, TOP - 60)]
    upright = [(x, TOP - 60, x, TOP + 15) for x in (75, 145, 215, 400)]
    data = typeset([[*heads, *long, *others, *below]], rules=[*across, *upright])
    assert read(data).text.splitlines() == [
        "| Ward | Families | Remark |",
        "| North | 120 | A school for the children who now go to town, a long way. |",
        "| South | 90 | none |",
    ]


def test_justified_lines_with_wide_gaps_are_no_table() -> None:
    wide = [(LEFT, TOP, 11, "the"), (LEFT + 40, TOP, 11, "council"), (LEFT + 100, TOP, 11, "paved")]
    wide += [
        (LEFT, TOP - LEADING, 11, "all"),
        (LEFT + 42, TOP - LEADING, 11, "streets"),
        (LEFT + 101, TOP - LEADING, 11, "again"),
    ]
    assert paragraphs(article([*wide, *lines("in the spring of 1990.", top=TOP - 2 * LEADING)])) == [
        "the council paved all streets again in the spring of 1990."
    ]


def test_an_initial_over_several_lines_belongs_to_its_word() -> None:
    beside = lines(
        "he mill of Ardenholt was built in 1642 by the", "carpenter Adam Dekker, and it ground corn for the", left=96
    )
    below = lines("three villages.", top=TOP - 2 * LEADING)
    (paragraph,) = paragraphs(article([(LEFT, TOP - LEADING, 36, "T"), *beside, *below]))
    assert paragraph.startswith("The mill of Ardenholt was built")


def test_a_caption_does_not_stand_in_a_sentence_that_goes_on_below_it() -> None:
    read_ = article(
        lines(
            "The trust received a grant for the lamp, and for the foghorn", "it was given by the government a sum of"
        ),
        [*lines("The lamp, drawn by its maker", size=8), *lines("ninety thousand pounds in the spring.", top=TOP - 40)],
    )
    sentence, caption = paragraphs(read_)
    assert sentence.endswith("a sum of ninety thousand pounds in the spring.")
    assert (read_.page_at(read_.text.index(caption)), read_.page_at(read_.text.index("ninety"))) == (2, 2)


def test_a_page_that_is_turned_is_read_and_a_stamp_across_it_is_not() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(typeset([lines("The mill was built in 1642.")])))
    stream = DecodedStreamObject()
    stream.set_data(
        b"BT /F1 11 Tf 0 1 -1 0 100 72 Tm (The mill was built in 1642.) Tj ET "
        b"BT /F1 60 Tf .7 .7 -.7 .7 200 200 Tm (DRAFT) Tj ET"
    )
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    data = io.BytesIO()
    writer.write(data)
    assert read(data.getvalue()).text == "The mill was built in 1642."


WORDS = st.text("abcdefghij", min_size=2, max_size=8)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=30), min_size=1, max_size=5))
def test_every_word_of_a_page_is_in_the_text_of_that_page(pages: list[list[str]]) -> None:
    named = [[f"{word}{page}x" for word in words] for page, words in enumerate(pages)]
    read_ = read(typeset([lines(*(" ".join(words[n : n + 6]) for n in range(0, len(words), 6))) for words in named]))
    ends = [*read_.page_starts[1:], len(read_.text)]
    for start, end, words in zip(read_.page_starts, ends, named, strict=True):
        assert [word for word in read_.text[start:end].split() if word not in {"#", "##"}] == words
