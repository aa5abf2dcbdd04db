"""Documents in the formats that articles may have, made as they are needed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pypdf

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


def pdf(pages: Sequence[Sequence[str]], title: str = "", password: str | None = None) -> bytes:
    """A PDF with these lines on its pages."""
    writer = pypdf.PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = pypdf.generic.DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 50 750 Td {shown} ET".encode("latin-1"))
        page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
        font = pypdf.generic.DictionaryObject(
            {
                pypdf.generic.NameObject(key): pypdf.generic.NameObject(value)
                for key, value in {
                    "/Type": "/Font",
                    "/Subtype": "/Type1",
                    "/BaseFont": "/Helvetica",
                    "/Encoding": "/WinAnsiEncoding",
                }.items()
            }
        )
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream_out = io.BytesIO()
    writer.write(stream_out)
    return stream_out.getvalue()
