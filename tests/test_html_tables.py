"""Tables of web pages and books: rows keep their columns, and layout is no table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chatbot.articles.formats import epub, html
from tests.documents import book

COUNTED = "De stad telt elk jaar in oktober hoeveel leerlingen er op alle scholen van de gemeente staan ingeschreven. "
ROWS = "<tr><td>Regenboog</td><td>45</td><td>45</td></tr><tr><td>Sint-Jan</td><td></td><td>38</td></tr>"
READ = "| Regenboog | 45 | 45 |\n| Sint-Jan |  | 38 |"


def read_page(content: str) -> str:
    page = f"<html><body><article><h1>Scholen</h1><p>{COUNTED * 2}</p>{content}<p>{COUNTED}</p></article></body></html>"
    return html.read(page.encode()).text.replace(" \n", "\n")


def read_chapter(content: str) -> str:
    return epub.read(book({"one.xhtml": f"<p>Vooraf.</p>{content}<p>Slot.</p>"})).text


@pytest.mark.parametrize("read", [read_page, read_chapter])
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            f"<table><caption>Leerlingen</caption><tr><th>School</th><th>2021</th><th>2022</th></tr>{ROWS}</table>",
            f"Leerlingen\n\n| School | 2021 | 2022 |\n|---|---|---|\n{READ}",
        ),
        (
            "<table><thead><tr><th rowspan=2>School</th><th colspan=2>Leerlingen</th></tr>"
            f"<tr><th>2021</th><th>2022</th></tr></thead><tbody>{ROWS}</tbody></table>",
            f"| School | Leerlingen 2021 | Leerlingen 2022 |\n|---|---|---|\n{READ}",
        ),
        (
            "<table><thead><tr><td>School</td><td>2021</td><td>2022</td></tr></thead>"
            "<tr><th>Regenboog</th><td>45</td><td>-</td></tr></table>",
            "| School | 2021 | 2022 |\n|---|---|---|\n| Regenboog | 45 | - |",
        ),
        (
            "<table><tr><td></td><th>Mannen</th><th>Vrouwen</th></tr><tr><th>Jan</th><td>ja</td><td>nee</td></tr></table>",
            "|  | Mannen | Vrouwen |\n|---|---|---|\n| Jan | ja | nee |",
        ),
        (f"<table>{ROWS}</table>", READ),
        ("<table><tr><th>Bouwjaar</th><td>1387</td></tr></table>", "| Bouwjaar | 1387 |"),
        (
            "<dl><div><dt>Poort</dt><dd>ingang</dd><dd>boog</dd></div><dt>Stee</dt><dd>hoeve</dd></dl>",
            "| Poort | ingang, boog |\n| Stee | hoeve |",
        ),
        ("<dl><dt>Bouwjaar</dt><dd>1387</dd><dt>Eigenaar</dt><dd>Kees</dd></dl>", "| Bouwjaar | 1387 |\n| Eigenaar |"),
        (
            "<table><tr><th>Type</th><td><p>Een</p><p>twee</p></td></tr><tr><th>Naam</th><td>Hoop</td></tr></table>",
            "| Type | Een",
        ),
        (
            "<table><tr><td>Spelers</td><td><ul><li>Jo</li><li>An</li></ul><p>en</p><div>Mia</div></td></tr>"
            "<tr><td>Plaats</td><td>Ede<br>Urk</td></tr></table>",
            "| Spelers | Jo, An en Mia |\n| Plaats | Ede Urk |",
        ),
        (
            "<table><tr><td rowspan=2>Noord</td><td>1</td><td rowspan=3>x</td></tr><tr><td>2</td></tr>"
            "<tr><td colspan=2>Zuid</td></tr></table>",
            "| Noord | 1 | x |\n| Noord | 2 | x |\n| Zuid |  | x |",
        ),
    ],
    ids=[
        "a caption",
        "two headers",
        "a head of plain cells",
        "an empty corner",
        "no header",
        "an infobox",
        "terms with several descriptions",
        "a list of terms",
        "paragraphs in a cell",
        "a list in a cell",
        "a cell over two rows",
    ],
)
def test_a_table_keeps_its_columns_under_one_header(read: Callable[[str], str], table: str, expected: str) -> None:
    assert expected in read(table).split("Slot")[0]


@pytest.mark.parametrize("read", [read_page, read_chapter])
def test_a_table_that_only_places_text_is_read_as_that_text(read: Callable[[str], str]) -> None:
    cell = (
        "<font size=4><b>De klok</b></font><br><br>In 1943 werd de grootste klok van de toren gestolen door de "
        "bezetter.<br><br>Na de oorlog kwam zij terug, met een barst die niemand ooit had gezien.<br><br>"
        "<b>De restauratie</b><br>In 1971 goot de firma Eiffelaar een nieuwe klok van 840 <b>kilo</b>."
    )
    text = read(f"<table><tr><td><a href='/'>Home</a></td><td>{cell}</td></tr></table>")
    lines = [line for line in text.split("\n") if line]
    assert "|" not in text
    assert {"## De klok", "## De restauratie"} <= set(lines)
    assert "In 1943 werd de grootste klok van de toren gestolen door de bezetter." in text


@pytest.mark.parametrize("read", [read_page, read_chapter])
def test_a_table_with_the_title_of_the_page_in_it_is_no_table(read: Callable[[str], str]) -> None:
    text = read("<table><tr><td><a href='/'>Home</a></td><td><h1>De klok</h1><p>Hij luidt.</p></td></tr></table>")
    assert "|" not in text
    assert "# De klok" in text.splitlines()


@pytest.mark.parametrize("read", [read_page, read_chapter])
def test_a_table_of_data_in_one_that_only_places_text_is_still_a_table(read: Callable[[str], str]) -> None:
    data = f"<table>{ROWS}</table>"
    assert READ in read(f"<table><tr><td><p>{COUNTED}</p><p>{COUNTED}</p>{data}</td></tr></table>")


def test_preformatted_text_in_a_cell_does_not_break_its_row() -> None:
    assert "| a b | c |" in read_chapter("<table><tr><td><pre>a\nb</pre></td><td>c</td></tr></table>")


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999", "²"])
def test_a_cell_over_an_impossible_number_of_columns_does_no_harm(span: str) -> None:
    assert "| b |" in read_chapter(f"<table><tr><td colspan='{span}'>a</td><td>b</td></tr></table>")
