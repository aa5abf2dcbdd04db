"""The paragraphs of a Word document: what each is by its style, its numbering and its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from chatbot.articles.formats.line_breaks import broken_lines

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tbl
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle

STYLE_LIMIT = 20
"""The most styles that one is based on in turn; in a damaged file they may go round in a circle."""

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre|título|titolo) ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc ?\d", re.IGNORECASE)
_BODY_LEVEL = 9
"""The outline level that is no heading's; those of headings begin with 0."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, and the sign that Markdown puts before it.

    Where that does not make it a heading, `is_set_off` says that all of it is bold, underlined or in capitals, and
    `is_large` that its letters are larger than most of the document.
    """

    text: str
    mark: str = ""
    is_title: bool = False
    is_set_off: bool = False
    is_large: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says: the mark of its paragraphs, None for the table of contents; sizes are in points."""

    mark: str | None
    is_title: bool
    is_bold: bool
    size: float


class ParagraphReader:
    """Reads the paragraphs of one document, whose styles are looked up once each."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles: dict[str | None, _Style] = {}
        sizes = document.styles.element.xpath("w:docDefaults//w:sz/@w:val")
        self._default_size = int(sizes[0]) / 2 if sizes else 10.0
        self._usual_size = self._most_common_size()

    def line(self, element: CT_P) -> Line:
        """The text of a paragraph, its lines apart as paragraphs are, and what it is; a heading is one line."""
        lines = broken_lines(Paragraph(element, self._document).text)
        text = "\n\n".join(lines)
        style = self._style(element)
        if not text or style.mark is None:
            return Line("")
        own = _own_mark(element)
        mark = style.mark if style.mark.startswith("#") and not own.startswith("#") else own or style.mark
        if mark.startswith("#"):
            return Line(" ".join(lines), mark, style.is_title)
        is_set_off = self.is_bold(element) or self._is_underlined(element) or text.isupper()
        return Line(text, mark, is_set_off=is_set_off, is_large=self._is_large(element))

    def has_bold_first_row(self, table: CT_Tbl) -> bool:
        """Whether the style of a table sets its first row in bold, and the table has that switched on."""
        names = table.xpath("w:tblPr[w:tblLook[@w:firstRow='1' or @w:firstRow='true']]/w:tblStyle/@w:val")
        styles = (style for style in self._document.styles.element.style_lst if style.styleId in names)
        return any(style.xpath("w:tblStylePr[@w:type='firstRow']/w:rPr/w:b") for style in styles)

    def is_bold(self, element: CT_P) -> bool:
        """Whether all letters of a paragraph are bold."""
        looks = [look for look, _ in self._letters(element)]
        return bool(looks) and all(bold for bold, _ in looks)

    def _is_underlined(self, element: CT_P) -> bool:
        runs = [run for run in Paragraph(element, self._document).runs if run.text.strip()]
        return bool(runs) and all(run.underline for run in runs)

    def _is_large(self, element: CT_P) -> bool:
        """Whether all letters are larger than most letters of the document."""
        looks = [look for look, _ in self._letters(element)]
        return bool(looks) and all(size > self._usual_size for _, size in looks)

    def _letters(self, element: CT_P) -> Iterator[tuple[tuple[bool, float], int]]:
        """Of each run with text whether it is bold, its size and its length."""
        style = self._style(element)
        for run in Paragraph(element, self._document).runs:
            if length := len(run.text.strip()):
                bold, size = run.bold, run.font.size
                yield (style.is_bold if bold is None else bold, size.pt if size else style.size), length

    def _most_common_size(self) -> float:
        lengths: dict[float, int] = {}
        for element in self._document.element.body.iter(qn("w:p")):
            for (_, size), length in self._letters(element):
                lengths[size] = lengths.get(size, 0) + length
        return max(lengths, key=lambda size: lengths[size], default=self._default_size)

    def _style(self, element: CT_P) -> _Style:
        if element.style not in self._styles:
            self._styles[element.style] = self._read_style(Paragraph(element, self._document).style)
        return self._styles[element.style]

    def _read_style(self, style: ParagraphStyle | None) -> _Style:
        chain: list[ParagraphStyle] = []
        while style is not None and len(chain) < STYLE_LIMIT:
            chain.append(style)
            style = style.base_style
        names = [name for one in chain for name in (one.name or "", one.style_id)]
        marks = filter(None, (_own_mark(one.element) for one in chain))
        headings = (f"{'#' * min(6, int(found[1]) + 1)} " for name in names if (found := _HEADING.fullmatch(name)))
        is_title = "Title" in names
        mark = "# " if is_title else next(headings, None) or next(marks, "")
        bold = (one.font.bold for one in chain if one.font.bold is not None)
        sizes = (one.font.size.pt for one in chain if one.font.size)
        is_contents = any(map(_CONTENTS.fullmatch, names))
        return _Style(None if is_contents else mark, is_title, next(bold, False), next(sizes, self._default_size))


def _own_mark(element: BaseOxmlElement) -> str:
    """The mark that the properties of a paragraph or a style ask for: of a heading by its level, or of a list."""
    levels = element.xpath("w:pPr/w:outlineLvl/@w:val")
    if levels and int(levels[0]) < _BODY_LEVEL:
        return f"{'#' * min(6, int(levels[0]) + 2)} "
    numberings = element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    return "- " if numberings and numberings[0] != "0" else ""
