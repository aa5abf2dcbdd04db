"""Documents in the formats that articles may have, made as they are needed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pypdf
from pypdf.constants import PageLabelStyle
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

HTML = """<!doctype html>
<html><head><title>Keeping honey bees</title><script>steal()</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Keeping honey bees</h1>
<h2>The queen</h2>
<p>A colony has a <b>single</b> queen. She lives for four years and lays <a href="http://example.org/eggs">two thousand
eggs</a> a day in spring, which is more than her own weight.</p>
<h2>The harvest</h2>
<p>Beekeepers take the honey in August, when the cells are sealed with wax. It is heavy work and takes a day.</p>
</article><footer>All rights reserved. Cookies.</footer></body></html>
"""

CHAPTERS = {
    "one.xhtml": "<h1>The queen</h1><p>She lives for <i>four years</i>.</p><ul><li><p>She lays eggs.</p></li></ul>",
    "two%20b.xhtml": "<h1>The harvest</h1><div>Smoke<br/>comes first. <!-- not this --><p>Beekeepers take the honey in "
    "August.</p>That is <b>heavy</b> work.</div>",
}


def word_document() -> bytes:
    document = docx.Document()
    document.add_paragraph("Keeping honey bees", style="Title")
    document.add_heading("The queen", level=1)
    document.add_paragraph("She lives for four years.")
    document.add_paragraph("She lays eggs.", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Weight", "A fifth of a gram."
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def archive(members: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as zip_file:
        for name, content in members.items():
            zip_file.writestr(name, content)
    return stream.getvalue()


def book(chapters: dict[str, str] = CHAPTERS, doctype: str = "", title: str = "Keeping honey bees") -> bytes:
    items = "".join(f'<item id="c{i}" href="text/{name}"/>' for i, name in enumerate(chapters))
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
    return archive(
        {
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": f'{doctype}<package xmlns="http://www.idpf.org/2007/opf"><metadata '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{
                f"OPS/text/{name.replace('%20', ' ')}": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}'
                "</body></html>"
                for name, body in chapters.items()
            },
        }
    )


Shown = tuple[float, float, float, str]
"""Text of a page: where it begins from the left and from the bottom, and the size of its type, all in points."""


Rule = tuple[float, float, float, float]
"""A line that is drawn: where it begins and where it ends, each from the left and from the bottom, in points."""


def pdf(pages: Sequence[Sequence[str]], title: str = "", password: str | None = None) -> bytes:
    """A PDF with these lines on its pages."""
    return typeset([[(50, 750 - 14 * n, 12, line) for n, line in enumerate(page)] for page in pages], title, password)


def typeset(
    pages: Sequence[Sequence[Shown]],
    title: str = "",
    password: str | None = None,
    roman_pages: int = 0,
    bold: Sequence[str] = (),
    rules: Sequence[Rule] = (),
) -> bytes:
    """A PDF with these texts on its pages, those of `bold` in bold, and these rules on each.

    Viewers call its first `roman_pages` i, ii, … and number the others from 1.
    """
    writer = pypdf.PdfWriter()
    fonts = DictionaryObject(
        {
            NameObject(name): DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Font"),
                    NameObject("/Subtype"): NameObject("/Type1"),
                    NameObject("/BaseFont"): NameObject(base),
                    NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
                }
            )
            for name, base in (("/F1", "/Helvetica"), ("/F2", "/Helvetica-Bold"))
        }
    )
    for texts in pages:
        page = writer.add_blank_page(600, 800)
        stream = DecodedStreamObject()
        shown = (
            f"BT /F{2 if text in bold else 1} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET" for x, y, size, text in texts
        )
        drawn = (f"{x} {y} m {to_x} {to_y} l S" for x, y, to_x, to_y in rules)
        stream.set_data("\n".join([*shown, *drawn]).encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if title:
        writer.add_metadata({"/Title": title})
    if roman_pages:
        writer.set_page_label(0, roman_pages - 1, PageLabelStyle.LOWERCASE_ROMAN)
        writer.set_page_label(roman_pages, len(pages) - 1, PageLabelStyle.DECIMAL, start=1)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream_out = io.BytesIO()
    writer.write(stream_out)
    return stream_out.getvalue()
