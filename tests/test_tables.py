"""Tables: rows are read and quoted whole, each with the names of its columns beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.tables import cell_spans, find_tables, labelled, pipe_rows, without_frames
from chatbot.passages.passage import PASSAGE_WORD_LIMIT, Passage, split_passages
from tests.articles import article_of

PIPED = "| School | 2021 | 2022 |\n|---|---:|---:|\n| De Regenboog | 45 | 45 |\n| Sint-Jan | | 38 |"

_WORD = st.text("abcdefgh0123456789", min_size=1, max_size=8)
_CELL = st.lists(_WORD, max_size=3).map(" ".join)
grids = st.integers(2, 5).flatmap(lambda columns: st.lists(st.lists(_CELL, min_size=columns, max_size=columns)))


def shown(text: str) -> list[str]:
    """The rows of the tables of a text as they are shown."""
    return [
        labelled(text[slice(*row)], text[slice(*table.header)] if table.header else None)
        for table in find_tables(text, 0)
        for row in table.rows
    ]


def passages_of(text: str, name: str = "a.md") -> list[Passage]:
    return list(split_passages(article_of(name, text)))


@pytest.mark.parametrize(
    "text",
    [
        PIPED,
        PIPED.replace("\n| ", "\n").replace(" |\n", "\n").removeprefix("| "),
        "School\t2021\t2022\nDe Regenboog\t45\t45\nSint-Jan\t\t38",
        "+---+---+---+\n| School | 2021 | 2022 |\n+===+===+===+\n| De Regenboog | 45 | 45 |\n+---+---+---+\n"
        "| Sint-Jan | | 38 |\n+---+---+---+",
    ],
    ids=["pipes", "pipes between cells only", "tabs", "a drawn frame"],
)
def test_every_figure_stands_beside_the_name_of_its_column(text: str) -> None:
    assert shown(text)[1:] == ["School: De Regenboog; 2021: 45; 2022: 45", "School: Sint-Jan; 2022: 38"]


@pytest.mark.parametrize(
    "text",
    [
        "Name              Wages\nAlbert Finch  12 pounds\nOwen Pryce     4 pounds",
        "Name          Wages\n------------  ---------\nAlbert Finch  12 pounds\nOwen Pryce    4 pounds",
        "Name          Wages\n-----------------------\nAlbert Finch  12 pounds\nOwen Pryce    4 pounds",
    ],
    ids=["at the end", "rules", "a rule"],
)
def test_cells_that_spaces_line_up_are_told_apart(text: str) -> None:
    assert shown(text)[1:] == ["Name: Albert Finch; Wages: 12 pounds", "Name: Owen Pryce; Wages: 4 pounds"]


@pytest.mark.parametrize(
    "framed",
    [
        "+------+------+\n| Hive | Bees |\n+======+======+\n| The  | 40   |\n| old  |      |\n+------+------+\n"
        "| New  | 9    |\n+------+------+",
        "+---------+------+\n| Hive    | Bees |\n+---------+------+\n| The old | 40   |\n| New     | 9    |\n"
        "+---------+------+",
        "+---------+------+\n| Hive    | Bees |\n|---------+------|\n| The old | 40   |\n| New     | 9    |\n"
        "+---------+------+",
        "┌─────────┬──────┐\n│ Hive    │ Bees │\n├─────────┼──────┤\n│ The old │ 40   │\n│ New     │ 9    │\n"
        "└─────────┴──────┘",
        "╒═════════╤══════╕\n│ Hive    │ Bees │\n╞═════════╪══════╡\n│ The old │ 40   │\n├─────────┼──────┤\n"
        "│ New     │ 9    │\n╘═════════╧══════╛",
        "┏━━━━━━━━━┳━━━━━━┓\n┃ Hive    ┃ Bees ┃\n┡━━━━━━━━━╇━━━━━━┩\n│ The old │ 40   │\n│ New     │ 9    │\n"
        "└─────────┴──────┘",
    ],
    ids=["grid", "rules", "pipes at the ends of a rule", "box", "grid of a box", "heavy header"],
)
@pytest.mark.parametrize("indent", ["", "  "])
def test_a_table_in_a_frame_is_read_without_it(framed: str, indent: str) -> None:
    plain = "| Hive | Bees |\n|---|---|\n| The old | 40 |\n| New | 9 |\n"
    text = indent + framed.replace("\n", f"\n{indent}")
    assert without_frames(f"Before.\n{text}\n\nAfter.") == f"Before.\n{plain}\nAfter."


@pytest.mark.parametrize(
    ("framed", "plain"),
    [
        (
            "+-----+---+\n| Hive| n |\n+-----+---+\n| Old | 1 |\n| New | 2 |\n+-----+---+\n| Sum | 3 |\n+-----+---+\n",
            "| Hive | n |\n| Old | 1 |\n| New | 2 |\n| Sum | 3 |\n",
        ),
        ("+-----+---+\n| Old | 1 |\n| New | 2 |\n+-----+---+\n", "| Old | 1 |\n| New | 2 |\n"),
    ],
    ids=["with a total", "without a header"],
)
def test_lines_of_a_frame_without_gaps_are_rows(framed: str, plain: str) -> None:
    assert without_frames(framed) == plain


def test_lines_between_rules_that_are_no_frame_stay() -> None:
    text = "+---\nno row\n+---\n\n-----\n| a | b |\n-----\n+--+\n"
    assert without_frames(text) == text


def test_numbers_that_spaces_line_up_at_their_end_are_cells() -> None:
    assert shown(" 9  Jan de Boer  35.12\n10  Kees         41.05\n") == ["9; Jan de Boer; 35.12", "10; Kees; 41.05"]


def test_dots_lead_to_the_price_of_something() -> None:
    assert shown("Koffie ........ 2,50\nVerse jus.......4,75") == ["Koffie: 2,50", "Verse jus: 4,75"]


def test_semicolons_part_what_a_spreadsheet_exports() -> None:
    assert shown("Naam;Jaar\nPost; Jo;1988\nKat;2003")[1:] == ["Naam: Post; Jo; Jaar: 1988", "Naam: Kat; Jaar: 2003"]
    assert passages_of("Naam;Jaar\nPost;1988\n\nZo ging dat.", "leden.txt")[0].article.title == "Leden"


@pytest.mark.parametrize("line", ["Personeel\t212.000", "Personeel     212.000", "Koffie ..... 2,50"])
def test_a_row_on_its_own_is_no_heading(line: str) -> None:
    (passage,) = passages_of(f"Begroting\n\n{line}\n\nHet bestuur vraagt een bijdrage.", "a.txt")
    assert line in passage.text


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Post\tBedrag\nGas\t97.500 euro", "Post: Gas; Bedrag: 97.500 euro"),
        ("Post\tBedrag\nGas\t\t\t97.500 euro", "Post: Gas; Bedrag: 97.500 euro"),
        ("Dorp\tInwoners 2020\tInwoners 2023\nDal\t12\t14", "Dorp: Dal; Inwoners 2020: 12; Inwoners 2023: 14"),
        ("Dorp\t2020\t2021\t2022\nDal\t12\t14\t", "Dorp: Dal; 2020: 12; 2021: 14"),
        ("Kerk\tsinds 1921\nToren\tsinds 1954", "Toren: sinds 1954"),
        ("Kerk\t1921\nToren\t1954", "Toren: 1954"),
        ("Jan\tvoorzitter\nPiet\tpenningmeester", "Piet: penningmeester"),
        ("| Bouwjaar | 1387 |\n| Eigenaar | Stichting Kastelen |", "Eigenaar: Stichting Kastelen"),
        ("| | |\n|---|---|\n| Bouwjaar | 1387 |", "Bouwjaar: 1387"),
        (r"| A\|B | C |" + "\n|---|---|\n| 1 | 2 |", "A|B: 1; C: 2"),
        ("| A | B |\n|---|---|\n| 1 | 2 | 3 |", "A: 1; B: 2; 3"),
    ],
    ids=[
        "words above figures",
        "lined up",
        "names with years",
        "an empty column",
        "since years",
        "years",
        "words",
        "no rule",
        "no names",
        "a pipe in a cell",
        "a cell more",
    ],
)
def test_a_first_row_that_names_no_columns_is_a_row_like_any_other(text: str, row: str) -> None:
    assert shown(text)[-1] == row


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Sport\nWeather | Traffic",
        "1.\tTwee offertes\n2.\tEen tekening",
        "Naam:\tJan",
        f"Vraag\t{'woord ' * 70}\nAntwoord\t{'woord ' * 70}",
        "Een zin.\n\n---\n\nNog een zin.",
        "Een zin.  Nog een zin die\nhier doorgaat.  Slot.",
        "1.  Twee offertes\n2.  Een tekening",
        "·\tTwee offertes\n·\tEen tekening",
        "Hij kwam;zij niet.\nHij bleef; zij ook.",
    ],
    ids=[
        "links",
        "a list",
        "one line",
        "a transcript",
        "a line across",
        "wide spaces",
        "a list with spaces",
        "bullets",
        "sentences",
    ],
)
def test_lines_that_have_the_signs_by_chance_are_no_table(text: str) -> None:
    assert list(find_tables(text, 0)) == []


@given(grids, st.booleans())
def test_what_is_written_as_a_table_is_read_as_it_was(grid: list[list[str]], has_header: bool) -> None:
    text = pipe_rows(grid, has_header=has_header) if grid else ""
    rows = [text[slice(*row)] for table in find_tables(text, 0) for row in table.rows]
    assert [[row[start:end] for start, end in cell_spans(row)] for row in rows] == [row for row in grid if any(row)]


@given(st.lists(_WORD, min_size=3, max_size=3), grids.filter(bool), st.integers(0, 60))
def test_a_passage_holds_whole_rows_and_every_row_is_in_one(words: list[str], grid: list[list[str]], more: int) -> None:
    text = f"# Titel\n\n{' '.join(words)}.\n\n{pipe_rows(grid + grid[:1] * more, has_header=True)}\n\nSlot."
    article = article_of("a.md", text)
    passages = list(split_passages(article))
    rows = {(block.start, block.end) for block in article.blocks if block.row}
    assert rows <= {sentence for passage in passages for sentence in passage.sentences}
    for passage in passages:
        assert passage.words <= PASSAGE_WORD_LIMIT
        assert all(
            end <= passage.start or start >= passage.end or (start, end) in passage.sentences for start, end in rows
        )


def test_every_passage_of_a_long_table_has_the_header_beside_its_rows() -> None:
    rows = "\n".join(f"| Dorp{number} | {number} |" for number in range(300))
    passages = passages_of(f"# Bouw\n\n| Gemeente | Woningen |\n|---|---|\n{rows}")
    assert len(passages) > 10
    for passage in passages:
        assert "Woningen" in passage.embedded_text
        assert "|---" not in passage.embedded_text
        assert passage.sentence_text(len(passage.sentences) - 1).startswith("Gemeente: Dorp")
    assert [len(passage.headers_above) for passage in passages] == [0, *[1] * (len(passages) - 1)]


def test_a_table_between_paragraphs_is_part_of_their_section() -> None:
    (passage,) = passages_of(f"# Scholen\n\n## Cijfers\n\nDe tabel:\n{PIPED}\nDat is alles.")
    assert passage.section == "Cijfers"
    assert [passage.sentence_text(number) for number in range(5)] == [
        "De tabel:",
        "School; 2021; 2022",
        "School: De Regenboog; 2021: 45; 2022: 45",
        "School: Sint-Jan; 2022: 38",
        "Dat is alles.",
    ]
