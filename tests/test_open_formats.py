"""OpenDocument, Rich Text Format, e-mails and pages in one file, and the properties of documents of any kind."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import docx
import pypdf
import pytest

from chatbot.articles.article import Article
from chatbot.passages.corpus import read_corpus
from tests.documents import HTML, archive, book, pdf

BODY = "Het zwembad in de Kerkstraat gaat dicht. De leidingen lekken al jaren."
NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{name.split("-")[0]}="{NAMES}{name}:1.0"'
    for name in ("office", "text", "table", "style", "meta", "drawing", "svg-compatible")
)
META = (
    f'<office:document-meta {SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
    "<meta:initial-creator>Piet Boon</meta:initial-creator><meta:creation-date>2024-03-05T09:12:00</meta:creation-date>"
    "<dc:title>Zwembad dicht</dc:title></office:meta></office:document-meta>"
)


def read(folder: Path, name: str, data: bytes) -> Article:
    (folder / name).write_bytes(data)
    (article,) = read_corpus(folder).articles
    return article


def odt(body: str, meta: str = META, manifest: str = "<manifest/>", doctype: str = "") -> bytes:
    raised = "<style:text-properties style:text-position='super 58%'/>"
    styles = (
        f"<office:automatic-styles><style:style style:name='T1'>{raised}</style:style>"
        "<text:list-level-style>van het jaar</text:list-level-style></office:automatic-styles>"
    )
    opening = f"{doctype}<office:document-content {SPACES}>{styles}"
    content = f"{opening}<office:body><office:text>{body}</office:text></office:body>"
    members = {
        "content.xml": f"{content}</office:document-content>",
        "meta.xml": meta,
        "META-INF/manifest.xml": manifest,
    }
    return archive({**members})


DOCUMENT = """
<text:tracked-changes><text:p>Nooit geschreven.</text:p></text:tracked-changes>
<text:p text:style-name="Title">Zwembad</text:p>
<text:h text:outline-level="1">De sluiting</text:h>
<text:p>Het bad<text:s/>gaat <text:span>dicht</text:span><text:note><text:note-citation>1</text:note-citation>
<text:note-body><text:p>Op 1 mei.</text:p></text:note-body></text:note>.</text:p>
<text:list><text:list-item><text:p>Geen geld.</text:p></text:list-item></text:list>
<table:table><table:table-row>
<table:table-cell><text:p>2023</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"><text:p>45</text:p></table:table-cell>
</table:table-row></table:table>
<text:p><drawing:frame><text:p>In een kader.</text:p></drawing:frame></text:p>
"""


def test_an_open_document_has_headings_lists_tables_notes_and_boxes(tmp_path: Path) -> None:
    article = read(tmp_path, "pool.odt", odt(DOCUMENT))
    assert (article.title, article.author, article.date) == ("Zwembad", "Piet Boon", "2024-03-05")
    assert article.text.split("\n\n") == [
        *(
            "# Zwembad",
            "## De sluiting",
            "Het bad gaat dicht.",
            "Op 1 mei.",
            "- Geen geld.",
            "| 2023 | 45 | 45 |",
            "In een kader.",
        ),
    ]


def test_a_paragraph_in_the_style_of_headings_is_a_heading(tmp_path: Path) -> None:
    document = odt('<text:p text:style-name="Heading_20_2">De sluiting</text:p><text:p>Het bad gaat dicht.</text:p>')
    assert "### De sluiting" in read(tmp_path, "pool.odt", document).text


def test_a_book_has_all_its_authors_and_its_marks_of_notes_are_raised(tmp_path: Path) -> None:
    authors = "Bad</dc:title><dc:creator>Piet Boon</dc:creator><dc:creator>Eva Slot</dc:creator><dc:title>"
    note = "<p>Het bad<a epub:type='noteref' href='#n'>1</a> is dicht.</p>"
    article = read(tmp_path, "a.epub", book({"one.xhtml": note}, title=authors))
    assert (article.author, article.text) == ("Piet Boon, Eva Slot", "Het bad¹ is dicht.")


def test_a_table_of_an_open_document_keeps_its_columns_under_its_header(tmp_path: Path) -> None:
    def cell(text: str, spans: str = "") -> str:
        return f"<table:table-cell {spans}><text:p>{text}</text:p></table:table-cell>"

    covered, inner = "<table:covered-table-cell/>", f"<table:table-row>{cell('Bad')}{cell('diep')}</table:table-row>"
    rows = (
        cell("Naam") + cell("Uren", 'table:number-columns-spanned="2"') + covered,
        cell("Kees", 'table:number-rows-spanned="2"') + cell("4") + cell("5"),
        f"{covered}{cell('6')}<table:table-cell><table:table>{inner}</table:table></table:table-cell>",
    )
    header, *body = (f"<table:table-row>{row}</table:table-row>" for row in rows)
    table = f"<table:table><table:table-header-rows>{header}</table:table-header-rows>{''.join(body)}</table:table>"
    assert read(tmp_path, "uren.odt", odt(table)).text.split("\n\n") == [
        "| Naam | Uren |  |\n|---|---|---|\n| Kees | 4 | 5 |\n| Kees | 6 |  |",
        "| Bad | diep |",
    ]


def test_lines_broken_by_hand_are_lines_unless_a_sentence_goes_on(tmp_path: Path) -> None:
    broken = "Meeuwen boven\n de kade{0}Een schipper zonder lading{0}die geen haven weet"
    expected = ["Meeuwen boven de kade", "Een schipper zonder lading die geen haven weet"]
    document = odt(f"<text:p>{broken.format('<text:line-break/>')}</text:p>")
    assert read(tmp_path, "gedicht.odt", document).text.split("\n\n") == expected
    (tmp_path / "gedicht.odt").unlink()
    chapter = book({"one.xhtml": f"<p>{broken.format('<br/>')}</p>"})
    assert read(tmp_path, "gedicht.epub", chapter).text.split("\n\n") == expected


def test_of_an_open_document_only_what_is_seen_is_read(tmp_path: Path) -> None:
    index = "<text:object-index-source>bladzij</text:object-index-source>"
    picture = "<drawing:image><office:binary-data>iVBOR</office:binary-data></drawing:image>"
    image = f"<drawing:frame>{picture}<svg:title>logo</svg:title><svg:desc>een molen</svg:desc></drawing:frame>"
    shape = "<drawing:custom-shape><text:p>In een ster.</text:p></drawing:custom-shape>"
    document = odt(f"{index}<text:p>Het {image}bad {shape}is dicht.</text:p>")
    assert read(tmp_path, "pool.odt", document).text.split("\n\n") == ["Het bad is dicht.", "In een ster."]


def test_the_title_of_an_open_document_is_that_of_its_properties_where_its_text_has_none(tmp_path: Path) -> None:
    assert read(tmp_path, "pool.odt", odt(f"<text:p>{BODY}</text:p>")).title == "Zwembad dicht"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (odt("", manifest="<encryption-data/>"), "it is protected by a password"),
        (archive({"content.xml": "<a/>"}), "the file is damaged"),
        (odt("&i;", doctype='<!DOCTYPE a [<!ENTITY i SYSTEM "file:///etc/passwd">]>'), "the file is damaged"),
        (b"x", "the file is damaged"),
    ],
    ids=["password", "no parts", "entities", "no archive"],
)
def test_an_open_document_that_cannot_be_read_is_named_with_the_reason(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    (tmp_path / "bad.odt").write_bytes(data)
    (tmp_path / "good.txt").write_text(BODY)
    (skipped,) = read_corpus(tmp_path).skipped
    assert reason in skipped.reason


def test_rich_text_is_read_with_its_properties(tmp_path: Path) -> None:
    rtf = (
        r"{\rtf1\ansi\ansicpg1252{\info{\title Zwembad \'e9n bad}{\author Piet Boon}{\creatim\yr2024\mo3\dy5}}"
        r"{\fonttbl{\f0 Arial;}}\pard Het \b zwembad\b0  kost \u8364?5.\par De baas lacht \u-10179?\u-8704?.\par "
        r"\trowd\cellx1 {\pard\intbl 2023\par}\cell 45\cell\row}"
    )
    article = read(tmp_path, "pool.rtf", rtf.encode())
    assert (article.title, article.author, article.date) == ("Zwembad én bad", "Piet Boon", "2024-03-05")
    assert article.text.splitlines() == ["Het zwembad kost €5.", "", "De baas lacht 😀.", "", "2023\t45"]


def test_notes_of_rich_text_stand_below_it(tmp_path: Path) -> None:
    note = r"{\super\chftn{\*\footnote\pard {\super\chftn}Van hout.\par}}"
    rtf = rf"{{\rtf1\ansi\pard De brug{note} is dicht.\par Verkeer\par Er rijdt geen bus.\par}}"
    article = read(tmp_path, "brug.rtf", rtf.encode())
    assert article.text.split("\n\n") == ["De brug is dicht.", "Verkeer", "Er rijdt geen bus.", "Van hout."]
    assert [block.section for block in article.blocks] == [None, "Verkeer", "Verkeer", "Verkeer"]


def test_the_navigation_of_a_book_is_left_out(tmp_path: Path) -> None:
    contents = f"<nav><ol><li>Een</li></ol></nav><p>{BODY}</p>"
    assert read(tmp_path, "a.epub", book({"one.xhtml": contents})).text == BODY


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_a_sentence_goes_on_over_the_marks_of_a_quotation(tmp_path: Path, name: str) -> None:
    head = "From: Piet Boon <p@post.example>\nSubject: Het zwembad\nDate: Tue, 5 Mar 2024 09:12:44 +0100\n\n"
    quoted = "> Wanneer gaat het zwembad in de Kerkstraat\n> weer open voor de kinderen?\n>> In mei.\n"
    texts = [article.text for article in [read(tmp_path, name, f"{head}Jo schreef:\n{quoted}Morgen.".encode())]]
    assert "Kerkstraat\nweer open voor de kinderen?\nIn mei.\n\nMorgen." in texts[0]


def test_an_e_mail_saved_as_text_is_read_as_an_e_mail(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Zoë Boon <z@post.example>", "Het café"
    mail.set_content(BODY.replace("dicht", "dicht, naar één bad"), cte="quoted-printable")
    article = read(tmp_path, "mail.txt", mail.as_bytes())
    assert article.title == "Het café"
    assert "dicht, naar één bad" in article.text


def test_a_raised_figure_of_an_open_document_is_no_digit(tmp_path: Path) -> None:
    body = "<text:p>Het bad kost 640<text:span text:style-name='T1'>2</text:span> euro.</text:p>"
    assert read(tmp_path, "pool.odt", odt(body)).text == "Het bad kost 640² euro."


def word_file(author: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(BODY)
    document.core_properties.author = author
    document.core_properties.created = datetime(2024, 3, 5, tzinfo=UTC)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_file() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf([[BODY]])))
    writer.add_metadata({"/Author": "Piet Boon", "/CreationDate": "D:20240305091200+01'00'"})
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


CREATOR = "Bad</dc:title><dc:creator>Piet Boon</dc:creator><dc:date>2024-03-05</dc:date><dc:title>"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", word_file("Piet Boon")), ("a.pdf", pdf_file()), ("a.epub", book({"one.xhtml": BODY}, title=CREATOR))],
    ids=["docx", "pdf", "epub"],
)
def test_the_properties_of_a_document_tell_author_and_date(tmp_path: Path, name: str, data: bytes) -> None:
    article = read(tmp_path, name, data)
    assert (article.author, article.date) == ("Piet Boon", "2024-03-05")


@pytest.mark.parametrize(("told", "author"), [("Door Jo van Dam", "Jo van Dam"), ("Van Dam, J.", "Van Dam, J.")])
def test_an_author_is_a_name_without_by(tmp_path: Path, told: str, author: str) -> None:
    assert read(tmp_path, "a.docx", word_file(told)).author == author


@pytest.mark.parametrize("program", ["python-docx", "(anonymous)", "Microsoft Office-gebruiker"])
def test_a_document_that_a_program_made_has_no_author_or_date(tmp_path: Path, program: str) -> None:
    article = read(tmp_path, "a.docx", word_file(program))
    assert (article.author, article.date) == (None, None)


def mail(content: str, subtype: str) -> bytes:
    message = EmailMessage()
    message["From"] = "Piet Böon <p@post.example>"
    message["To"] = "a@post.example"
    message["Date"] = "Tue, 5 Mar 2024 09:12:44 +0100"
    message["Subject"] = "Het zwembad én de leidingen"
    message.set_content(content, subtype=subtype)
    message.add_attachment("Een bijlage.", filename="bijlage.txt")
    return bytes(message)


@pytest.mark.parametrize(
    ("content", "subtype"), [(BODY, "plain"), (f"<html><body><p>{BODY}</p></body></html>", "html")]
)
def test_an_e_mail_is_its_head_and_its_text(tmp_path: Path, content: str, subtype: str) -> None:
    article = read(tmp_path, "mail.eml", mail(content, subtype))
    assert (article.title, article.author) == ("Het zwembad én de leidingen", "Piet Böon")
    assert article.date == "2024-03-05"
    assert [article.text[block.start : block.end] for block in article.blocks] == [BODY, "bijlage.txt", "Een bijlage."]
    assert "a@post.example" in article.text


def test_all_of_a_page_that_is_an_e_mail_is_read_as_markdown(tmp_path: Path) -> None:
    article = read(tmp_path, "mail.eml", mail("<h2>Bad</h2><p>Tot <b>nu</b>.<ul><li>Muts mee</ul>", "html"))
    assert [block.label(article.text) for block in article.blocks if block.is_heading] == ["Bad"]
    assert article.text.split("\n\n")[1:4] == ["## Bad", "Tot nu.", "- Muts mee"]


def test_what_an_e_mail_hides_is_not_read_and_its_columns_are_text(tmp_path: Path) -> None:
    cells = f"<td><h3>Bad</h3>{BODY}</td><td><h3>Zaal</h3>De zaal blijft open.</td>"
    content = f"<div style='display:none'>Lees snel</div><table><tr>{cells}</tr></table>"
    lines = read(tmp_path, "a.eml", mail(content, "html")).text.split("\n\n")
    assert lines[1:5] == ["### Bad", BODY, "### Zaal", "De zaal blijft open."]


def test_an_e_mail_that_is_attached_to_another_is_read_with_it(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["From"] = "Eva Slot <e@post.example>"
    inner.set_content(f"{BODY}\n")
    outer = EmailMessage()
    outer["Subject"] = "Doorgestuurd"
    outer.add_attachment(inner)
    article = read(tmp_path, "mail.eml", bytes(outer))
    assert article.text.split("\n\n") == ["Subject: Doorgestuurd", "From: Eva Slot <e@post.example>", BODY]


def test_of_versions_of_an_e_mail_one_that_is_no_stub_is_read_and_all_else_with_it(tmp_path: Path) -> None:
    versions = EmailMessage()
    versions.set_content("Alleen in HTML te lezen.")
    versions.add_alternative(f"<p>{BODY}</p>", subtype="html")
    signed = EmailMessage()
    signed.make_mixed()
    signed.attach(versions)
    signed.add_attachment("De lijst van de mailgroep.", disposition="inline")
    outer = EmailMessage()
    outer["Subject"] = "Bad"
    outer.make_mixed()
    outer.attach(signed)
    article = read(tmp_path, "mail.eml", bytes(outer))
    assert article.text.split("\n\n") == ["Subject: Bad", BODY, "De lijst van de mailgroep."]


def test_the_head_of_an_e_mail_may_be_in_an_encoding_that_it_does_not_name(tmp_path: Path) -> None:
    head = "From: Zoë Naïm <z@post.example>\r\nSubject: Café op de reünie\r\n\r\n"
    article = read(tmp_path, "mail.eml", head.encode("cp1252") + BODY.encode())
    assert (article.title, article.author) == ("Café op de reünie", "Zoë Naïm")


@pytest.mark.parametrize("charset", ["x-unknown", "us-ascii", "windows-1252"])
def test_an_e_mail_that_names_the_wrong_encoding_is_read(tmp_path: Path, charset: str) -> None:
    head = f"Subject: Bad\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert (
        "Het café is één week dicht."
        in read(tmp_path, "mail.eml", head.encode() + "Het café is één week dicht.".encode("cp1252")).text
    )


def test_a_page_in_one_file_is_read_as_the_page_that_it_holds(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Opgeslagen"
    message.set_content(HTML, subtype="html")
    message.add_related(b"GIF", "image", "gif")
    article = read(tmp_path, "bees.mhtml", bytes(message))
    assert article.title == "Keeping honey bees"
    assert "A colony has a single queen" in article.text


def test_a_page_in_one_file_is_in_the_encoding_that_the_file_tells(tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content(HTML.replace("four years", "čtyři roky"), subtype="html", charset="iso-8859-2")
    assert "čtyři roky" in read(tmp_path, "bees.mhtml", bytes(message)).text


@pytest.mark.parametrize("name", ["a.text", "a.markdown", "A.TXT"])
def test_plain_text_goes_by_several_endings(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, name, BODY.encode()).text == BODY
