"""The paragraphs of a Word document: what each is by its style, its numbering and its letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.html.builder import E

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tbl
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from lxml.html import HtmlElement

STYLE_LIMIT = 20  # the most styles that one is based on in turn; in a damaged file they may go round in a circle

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre|título|titolo) ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc ?\d", re.IGNORECASE)
_SIGN = re.compile(r"([\n\t])")
_BODY_LEVEL = 9  # the outline level that is no heading's; those of headings begin with 0


Numbering = tuple[int, int]  # which list an item is in, by its id, and at which level


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says: the tag of its paragraphs, None for the table of contents; sizes are in points."""

    tag: str | None
    numbering: Numbering | None
    is_title: bool
    is_bold: bool
    size: float


class _Letters(NamedTuple):
    """How the letters of a run look: how many they are, and their size in points."""

    length: int
    size: float
    is_bold: bool
    is_underlined: bool


class ParagraphReader:
    """Reads the paragraphs of one document, whose styles are looked up once each."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles: dict[str | None, _Style] = {}
        sizes = document.styles.element.xpath("w:docDefaults//w:sz/@w:val")
        self._default_size = int(sizes[0]) / 2 if sizes else 10.0
        self._usual_size = self._most_common_size()
        self._numbers = _Numbers(document)

    def html(self, element: CT_P) -> HtmlElement:
        """A paragraph as HTML has it: a heading, the item of a list or a paragraph; an empty one for a contents entry.

        The number of an item, where it has one, is its value.
        Its class is "title" where it has the style of titles. Where no style makes it a heading, it is "large" if its
        letters are larger than most of the document, and "set-off" if all are bold, underlined or capitals.
        """
        text = Paragraph(element, self._document).text
        style = self._style(element)
        if style.tag is None:
            return E.p()
        own = _own_tag(element)
        tag = style.tag if style.tag.startswith("h") and not own.startswith("h") else own or style.tag or "p"
        made = E(tag, *({"\n": E.br, "\t": E.tab}.get(part, part) for part in _SIGN.split(text)))
        number = self._numbers.next(_numbering(element) or style.numbering) if tag == "li" else None
        if number is not None:
            made.set("value", str(number))
        letters = list(self._letters(element))
        if style.is_title:
            made.set("class", "title")
        elif letters and all(one.size > self._usual_size for one in letters) and not tag.startswith("h"):
            made.set("class", "large")
        elif _are_bold(letters) or (letters and all(one.is_underlined for one in letters)) or text.isupper():
            made.set("class", "set-off")
        return made

    def has_bold_header(self, table: CT_Tbl) -> bool:
        """Whether the first of several rows is in bold: itself, unlike the next, or by the style of the table."""
        rows = [row.xpath("w:tc/w:p[w:r/w:t]") for row in table.tr_lst[:2]]
        are_bold = [_are_bold([one for paragraph in row for one in self._letters(paragraph)]) for row in rows]
        names = table.xpath("w:tblPr[w:tblLook[@w:firstRow='1' or @w:firstRow='true']]/w:tblStyle/@w:val")
        styles = (style for style in self._document.styles.element.style_lst if style.styleId in names)
        is_styled = any(style.xpath("w:tblStylePr[@w:type='firstRow']/w:rPr/w:b") for style in styles)
        return are_bold == [True, False] or is_styled

    def _letters(self, element: CT_P) -> Iterator[_Letters]:
        """The runs of a paragraph that have text."""
        style = self._style(element)
        for run in Paragraph(element, self._document).runs:
            if length := len(run.text.strip()):
                is_bold = style.is_bold if run.bold is None else run.bold
                size = run.font.size.pt if run.font.size else style.size
                yield _Letters(length, size, is_bold, bool(run.underline))

    def _most_common_size(self) -> float:
        lengths: Counter[float] = Counter()
        for element in self._document.element.body.iter(qn("w:p")):
            for run in self._letters(element):
                lengths[run.size] += run.length
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
        tags = filter(None, (_own_tag(one.element) for one in chain))
        headings = (f"h{min(6, int(found[1]) + 1)}" for name in names if (found := _HEADING.fullmatch(name)))
        is_title = "Title" in names
        tag = "h1" if is_title else next(headings, None) or next(tags, "")
        bold = (one.font.bold for one in chain if one.font.bold is not None)
        sizes = (one.font.size.pt for one in chain if one.font.size)
        is_contents = any(map(_CONTENTS.fullmatch, names))
        numbering = next(filter(None, (_numbering(one.element) for one in chain)), None)
        size = next(sizes, self._default_size)
        return _Style(None if is_contents else tag, numbering, is_title, next(bold, False), size)


class _Numbers:
    """Counts the items of the numbered lists of a document; those with a mark or a letter have no number."""

    def __init__(self, document: Document) -> None:
        self._next: dict[Numbering, int] = {}
        self._first: dict[Numbering, int] = {}
        with suppress(KeyError):
            part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
            root = parse_xml(part.blob)
            for one in root.num_lst:
                levels = f"w:abstractNum[@w:abstractNumId='{one.abstractNumId.val}']/w:lvl[w:numFmt/@w:val='decimal']"
                for level in root.xpath(levels):
                    first = level.find(qn("w:start"))
                    number = 1 if first is None else int(first.get(qn("w:val")))
                    self._first[one.numId, int(level.get(qn("w:ilvl")))] = number

    def next(self, numbering: Numbering | None) -> int | None:
        """The number of the next item of a list; those of its lower levels begin anew below it."""
        if numbering not in self._first:
            return None
        number = self._next.get(numbering, self._first[numbering])
        self._next = {key: count for key, count in self._next.items() if key[0] != numbering[0] or key < numbering}
        self._next[numbering] = number + 1
        return number


def _are_bold(letters: Sequence[_Letters]) -> bool:
    return bool(letters) and all(one.is_bold for one in letters)


def _own_tag(element: BaseOxmlElement) -> str:
    """The tag that the properties of a paragraph or a style ask for: of a heading by its level, or of a list item."""
    levels = element.xpath("w:pPr/w:outlineLvl/@w:val")
    if levels and int(levels[0]) < _BODY_LEVEL:
        return f"h{min(6, int(levels[0]) + 2)}"
    return "li" if _numbering(element) else ""


def _numbering(element: BaseOxmlElement) -> Numbering | None:
    for numbering in element.xpath("w:pPr/w:numPr[w:numId/@w:val != '0']"):
        return numbering.numId.val, numbering.ilvl.val if numbering.ilvl is not None else 0
    return None
