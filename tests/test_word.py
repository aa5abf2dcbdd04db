"""Word documents: what a reader of the document sees is read, once and in its order."""

from __future__ import annotations

import io
import re
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from chatbot.articles.formats.docx import read
from chatbot.articles.source_text import SourceText
from chatbot.passages.corpus import read_corpus

SPACES = (
    f'{nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
USUAL = rb"http://schemas.openxmlformats.org/(\w+)/2006/(main|relationships)"
STRICT = rb"http://purl.oclc.org/ooxml/\1/\2"
BOX = "<w:txbxContent><w:p><w:r><w:t>Kaartjes kosten vijf euro.</w:t></w:r></w:p></w:txbxContent>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, properties: str = "", letters: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text, letters))}</w:tc>"


def saved(document: docx.document.Document, members: dict[str, str] | None = None) -> SourceText:
    stream = io.BytesIO()
    document.save(stream)
    with ZipFile(stream, "a") as archive:
        for name, content in (members or {}).items():
            archive.writestr(name, content)
    return read(stream.getvalue())


def read_body(*elements: str, **members: str) -> list[str]:
    """What is read of a document of these elements, a line each; `members` are its notes by their part."""
    document = docx.Document()
    body = document.element.body
    for element in parse_xml(f"<w:body {SPACES}>{''.join(elements)}</w:body>"):
        body.insert(len(body) - 1, element)
    parts = {f"word/{name}.xml": f"<w:{name} {SPACES}>{content}</w:{name}>" for name, content in members.items()}
    return saved(document, parts).text.split("\n\n")


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_stands_below_the_paragraph_that_refers_to_it(kind: str) -> None:
    reference = f'<w:r><w:{kind}Reference w:id="7"/></w:r>'
    note = f'<w:{kind} w:id="7">{paragraph(run("Door kortsluiting."))}{paragraph(run("In de lift."))}</w:{kind}>'
    lines = read_body(
        paragraph(run("De winkel"), reference, run(" brandde af.")),
        paragraph(run("Daarna kwam er een bioscoop.")),
        **{f"{kind}s": note},
    )
    assert lines == ["De winkel brandde af.", "[1] Door kortsluiting. In de lift.", "Daarna kwam er een bioscoop."]


def test_a_note_that_is_not_there_costs_nothing() -> None:
    assert read_body(paragraph(run("Tekst."), '<w:r><w:footnoteReference w:id="7"/></w:r>')) == ["Tekst."]


def test_tracked_changes_are_read_as_accepted() -> None:
    lines = read_body(
        paragraph(
            run("De hal krijgt "),
            f"<w:del>{run('tweehonderd').replace('w:t', 'w:delText')}</w:del><w:ins>{run('vierhonderd')}</w:ins>",
            run(" plaatsen."),
        ),
        paragraph(f"<w:moveFrom>{run('Verplaatst.')}</w:moveFrom>", run("Gebleven.")),
        paragraph(f"<w:moveTo>{run('Verplaatst.')}</w:moveTo>", properties="<w:rPr><w:ins/></w:rPr>"),
        paragraph(run("Een zin die "), properties="<w:rPr><w:del/></w:rPr>"),
        paragraph(run("doorgaat.")),
        table(cell("a") + cell("1"), f"<w:trPr><w:del/></w:trPr>{cell('b') + cell('2')}"),
    )
    assert lines == [
        "De hal krijgt vierhonderd plaatsen.",
        "Gebleven.",
        "Verplaatst.",
        "Een zin die doorgaat.",
        "| a | 1 |",
    ]


def test_what_is_in_content_controls_fields_and_links_is_read_in_its_place() -> None:
    def control(content: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    lines = read_body(
        control(paragraph(run("Een heel blok."))),
        paragraph(run("Op "), control(run("9 april")), run(" om "), f"<w:hyperlink>{run('negen uur')}</w:hyperlink>"),
        paragraph(run("Tabel "), f'<w:fldSimple w:instr="SEQ">{run("3")}</w:fldSimple>', run(" toont.")),
        control(paragraph(run("Klik om tekst in te voeren.")), "<w:showingPlcHdr/>"),
        table(cell("a") + cell("1"))
        .replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>")
        .replace("</w:tr>", f"{control(cell('x'))}</w:tr></w:sdtContent></w:sdt>"),
    )
    assert lines == ["Een heel blok.", "Op 9 april om negen uur", "Tabel 3 toont.", "| a | 1 | x |"]


def test_a_formula_is_read_in_its_line() -> None:
    maths = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    power = "<m:sSup><m:e><m:r><m:t>v</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    formula = f"<m:oMath {maths}><m:r><m:t>E=</m:t></m:r>{half}<m:r><m:t>m</m:t></m:r>{power}</m:oMath>"
    assert read_body(paragraph(run("De energie is "), formula, run(" joule."))) == ["De energie is E=1/2mv^2 joule."]


def test_hidden_text_is_not_read() -> None:
    hidden, shown = run(" dit niet", "<w:vanish/>"), run(" en dit", '<w:vanish w:val="0"/>')
    assert read_body(paragraph(run("Dit wel,"), hidden, f"<w:bdo>{shown}</w:bdo>")) == ["Dit wel, en dit"]


@pytest.mark.parametrize(
    "shape",
    [
        f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>",
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
        f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>",
    ],
    ids=["old", "both", "new"],
)
def test_a_text_box_is_read_once_below_the_paragraph_that_it_belongs_to(shape: str) -> None:
    lines = read_body(paragraph(run("Open dag."), f"<w:r>{shape}</w:r>"), paragraph(run("Tot zondag.")))
    assert lines == ["Open dag.", "Kaartjes kosten vijf euro.", "Tot zondag."]


def test_a_table_keeps_its_columns_where_cells_are_equal_empty_or_merged() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    lines = read_body(
        table(
            "<w:trPr><w:tblHeader/></w:trPr>" + cell("School") + cell("Leerlingen", wide),
            "<w:trPr><w:tblHeader/></w:trPr>" + cell("") + cell("2021") + cell("2022"),
            cell("Kompas", '<w:vMerge w:val="restart"/>') + cell("45") + cell("45"),
            cell("Kompas", "<w:vMerge/>") + cell("") + cell("38"),
            cell("Samen", wide) + cell("83"),
        )
    )
    assert lines == [
        "| School | Leerlingen 2021 | Leerlingen 2022 |\n|---|---|---|\n"
        "| Kompas | 45 | 45 |\n| Kompas |  | 38 |\n| Samen |  | 83 |"
    ]


def test_a_cell_with_paragraphs_is_one_cell() -> None:
    long = cell(" ".join(["woord"] * 20)).replace("</w:tc>", f"{paragraph(run(' '.join(['daarna'] * 20)))}</w:tc>")
    (line,) = read_body(table(cell("Doel") + long))
    assert line == f"| Doel | {' '.join([*['woord'] * 20, *['daarna'] * 20])} |"


def test_a_first_row_in_bold_names_the_columns() -> None:
    bold = "<w:b/>"
    names = cell("Naam", letters=bold) + cell("Functie", letters=bold)
    assert read_body(table(names, cell("Jan") + cell("voorzitter"))) == [
        "| Naam | Functie |\n|---|---|\n| Jan | voorzitter |"
    ]


def test_a_style_with_a_bold_first_row_names_the_columns() -> None:
    document = docx.Document()
    shown = document.add_table(3, 2, "Light Grid Accent 1")
    for place, text in enumerate(["Taak", "Wie", "Bar", "Sietske", "Toezicht", "Oege"]):
        shown.cell(*divmod(place, 2)).text = text
    assert saved(document).text == "| Taak | Wie |\n|---|---|\n| Bar | Sietske |\n| Toezicht | Oege |"


def test_a_table_in_a_table_stands_below_it() -> None:
    inner = table(cell("c") + cell("d"))
    outer = table(cell("a") + cell("b").replace("</w:tc>", f"{inner}{paragraph()}</w:tc>"))
    assert read_body(outer, paragraph(run("Slot."))) == ["| a | b |", "| c | d |", "Slot."]


def test_a_table_that_only_places_text_on_the_page_is_read_as_that_text() -> None:
    article = " ".join(["Woord"] * 100)
    assert read_body(table(cell("Menu") + cell(article)), table(cell("Kader."))) == ["Menu", article, "Kader."]


def test_two_cells_of_paragraphs_beside_each_other_only_place_them() -> None:
    left, right = (cell(text).replace("</w:tc>", f"{paragraph(run('Meer'))}</w:tc>") for text in ("Naam", "Werk"))
    assert read_body(table(cell("") + left + right)) == ["Naam", "Meer", "Werk", "Meer"]


def test_raised_figures_are_written_as_such() -> None:
    raised = run("23", "<w:vertAlign w:val='superscript'/>")
    assert read_body(paragraph(run("De poort is hersteld."), raised, run(" Hij is open."))) == [
        "De poort is hersteld.²³ Hij is open."
    ]


def test_authors_and_dates_in_the_style_of_the_title_head_nothing(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("De dijk", "Piet Boon", "5 maart 2024"):
        document.add_paragraph(text, "Title")
    document.add_paragraph("De dijk is hersteld.")
    document.save(str(tmp_path / "dijk.docx"))
    (article,) = read_corpus(tmp_path).articles
    assert (article.title, article.author, article.date) == ("De dijk", "Piet Boon", "2024-03-05")
    assert [block.is_heading for block in article.blocks] == [False]


def test_lines_broken_by_hand_are_lines_unless_a_sentence_goes_on() -> None:
    broken = "Meeuwen boven de kade</w:t><w:br/><w:t>Een schipper zonder lading</w:t><w:br/><w:t>die geen haven weet"
    assert read_body(paragraph(run(broken))) == [
        "Meeuwen boven de kade",
        "Een schipper zonder lading die geen haven weet",
    ]


def test_lines_with_tabs_stand_together_as_rows() -> None:
    tab = "<w:r><w:tab/></w:r>"
    lines = read_body(*(paragraph(run(one), tab, run(two)) for one, two in (("Post", "Bedrag"), ("Gas", "12"))))
    assert lines == ["Post\tBedrag\nGas\t12"]


def test_short_lines_in_bold_or_in_large_letters_are_headings_where_nobody_used_styles() -> None:
    source = "<w:sz w:val='40'/>"
    lines = read_body(
        paragraph(run("De baan blijft open", source)),
        paragraph(run("De schaatsbaan blijft toch open.")),
        paragraph(run("Kaartjes ", "<w:b/>"), run("duurder", "<w:b/>")),
        paragraph(run("Een kaartje kost "), run("acht euro", "<w:b/>"), run(".")),
        paragraph(run("Let op: dit is belangrijk.", "<w:b/>")),
        paragraph(run("Vervoer:", "<w:b/>")),
        paragraph(run("De bus rijdt elk uur.")),
        paragraph(run("Jan Jansen", "<w:b/>")),
        paragraph(run("Piet Pietersen", "<w:b/>")),
    )
    assert lines == [
        "# De baan blijft open",
        "De schaatsbaan blijft toch open.",
        "## Kaartjes duurder",
        "Een kaartje kost acht euro.",
        "Let op: dit is belangrijk.",
        "## Vervoer:",
        "De bus rijdt elk uur.",
        "Jan Jansen",
        "Piet Pietersen",
    ]


def test_lines_in_capitals_or_underlined_are_headings_too_and_an_initial_belongs_to_its_word() -> None:
    lines = read_body(
        paragraph(run("INLEIDING")),
        paragraph(run("D"), properties='<w:framePr w:dropCap="drop" w:lines="3"/>'),
        paragraph(run("e baan blijft open.")),
        paragraph(run("Kaartjes", '<w:u w:val="single"/>')),
        paragraph(run("Een kaartje kost "), run("acht", '<w:u w:val="single"/>'), run(" euro.")),
    )
    assert lines == ["# INLEIDING", "De baan blijft open.", "## Kaartjes", "Een kaartje kost acht euro."]


@pytest.mark.parametrize(("name", "level"), [("Kop 2", None), ("Eigen kop", "1"), ("Kop2", None)])
def test_a_heading_is_told_by_its_level_or_by_the_name_of_its_style_in_other_languages(
    name: str, level: str | None
) -> None:
    document = docx.Document()
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if level:
        style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>'))
    based = document.styles.add_style("Daarop", WD_STYLE_TYPE.PARAGRAPH)
    based.base_style = style
    document.add_paragraph("Het begin", style="Daarop")
    document.add_paragraph("Een zin.")
    assert saved(document).text == "### Het begin\n\nEen zin."


def test_a_heading_with_a_tab_is_no_row_of_a_table() -> None:
    document = docx.Document()
    document.add_heading("1\tDoel", level=1)
    document.add_heading("1.1\tKosten", level=2)
    document.add_paragraph("Een zin.")
    assert saved(document).text.split("\n\n") == ["## 1 Doel", "### 1.1 Kosten", "Een zin."]


def test_a_style_in_bold_and_numbered_paragraphs_are_told_by_what_they_are() -> None:
    document = docx.Document()
    style = document.styles.add_style("Tussenkop", WD_STYLE_TYPE.PARAGRAPH)
    style.font.bold, style.font.size = True, Pt(16)
    document.add_paragraph("Vooraf gaat een zin.")
    document.add_paragraph("Het begin", style="Tussenkop")
    document.add_paragraph("Een zin.")
    for text in ("Twee offertes", "Een tekening"):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'))
    expected = "Vooraf gaat een zin.\n\n## Het begin\n\nEen zin.\n\n- Twee offertes\n\n- Een tekening"
    assert saved(document).text == expected


def test_numbered_items_have_their_numbers() -> None:
    document = docx.Document()
    for text in ("Kook water.", "Zet thee."):
        document.add_paragraph(text, style="List Number")
    assert saved(document).text.split("\n\n") == ["1. Kook water.", "2. Zet thee."]


def test_a_document_of_the_strict_standard_is_read() -> None:
    document = docx.Document()
    document.add_heading("Het begin", 1)
    stream, strict = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with ZipFile(stream) as archive, ZipFile(strict, "w") as other:
        for name in archive.namelist():
            data = re.sub(
                rb"http://schemas.openxmlformats.org/(\w+)/2006/(main|relationships)", STRICT, archive.read(name)
            )
            other.writestr(name, data)
    assert read(strict.getvalue()).text == "## Het begin"


@pytest.mark.parametrize(
    ("opening", "title"), [("Krant blijft open", None), ("De baan blijft open.", None), ("De Krant blijft.", "Krant")]
)
def test_the_title_of_the_properties_counts_where_the_text_has_it_and_no_heading_opens_it(
    opening: str, title: str | None
) -> None:
    document = docx.Document()
    document.core_properties.title = "Krant"
    document.add_paragraph().add_run(opening).bold = True
    document.add_paragraph("Een zin.")
    assert saved(document).title == title


@pytest.mark.parametrize(
    ("told", "title"), [("De baan in het dorp", "De baan in het dorp"), ("Microsoft Word - de baan.doc", None)]
)
def test_the_title_of_the_properties_counts_where_the_text_begins_with_a_sentence(told: str, title: str | None) -> None:
    document = docx.Document()
    document.core_properties.title = told
    document.add_paragraph("De schaatsbaan van Ronddeel blijft toch open, zegt de wethouder.")
    assert saved(document).title == title


def test_the_title_may_stand_below_short_lines_in_larger_letters() -> None:
    document = docx.Document()
    document.add_paragraph("Regio, 3 mei 2024")
    document.add_paragraph().add_run("De schaatsbaan blijft open").font.size = Pt(20)
    document.add_paragraph("De schaatsbaan van Ronddeel blijft toch open, zegt de wethouder.")
    assert saved(document).title == "De schaatsbaan blijft open"


def test_a_heading_that_is_numbered_is_no_item_of_a_list() -> None:
    document = docx.Document()
    document.add_paragraph("Vooraf gaat een zin.")
    document.add_heading("Het begin", 1)
    document.add_paragraph("Een zin.")
    document.add_paragraph().add_run("Het slot").bold = True
    document.add_paragraph("Nog een zin.")
    for place in (1, 3):
        properties = document.paragraphs[place]._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="3"/></w:numPr>'))
    expected = "Vooraf gaat een zin.\n\n## Het begin\n\nEen zin.\n\n## Het slot\n\nNog een zin."
    assert saved(document).text == expected


def test_the_table_of_contents_is_left_out() -> None:
    document = docx.Document()
    style = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Inleiding\t3", style=style)
    document.add_paragraph("Een zin.")
    assert saved(document).text == "Een zin."


def test_styles_that_are_based_on_each_other_do_no_harm() -> None:
    document = docx.Document()
    one, other = (document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) for name in ("Een", "Twee"))
    one.base_style, other.base_style = other, one
    document.add_paragraph("Een zin.", style=one)
    assert saved(document).text == "Een zin."
