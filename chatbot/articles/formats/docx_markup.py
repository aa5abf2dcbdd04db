"""What stands around the text of a Word document: tracked changes, content controls, text boxes and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from lxml import etree

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_LEFT_OUT = tuple(map(qn, ("w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr")))
_WRAPPERS = tuple(
    qn(f"w:{name}") for name in "ins moveTo sdt sdtContent smartTag customXml hyperlink fldSimple bdo dir".split()
)
_UNSEEN = etree.XPath(
    ".//w:tr[w:trPr/w:del] | .//w:sdt[w:sdtPr/w:showingPlcHdr]"
    " | .//w:r[w:rPr/w:vanish[not(@w:val) or (@w:val != '0' and @w:val != 'false')]]",
    namespaces=nsmap,
)
"""Rows that were deleted, what a form says where nothing was filled in, and hidden text."""

_JOINED = etree.XPath(".//w:p[w:pPr/w:rPr/w:del or w:pPr/w:framePr/@w:dropCap != 'none']", namespaces=nsmap)
"""Paragraphs whose end was deleted, and initials that are set into the lines of the next one."""

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _CHOICE = f"{_COMPATIBILITY}AlternateContent", f"{_COMPATIBILITY}Choice"

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MATHS_SIGNS = {f"{_MATHS}den": "/", f"{_MATHS}sup": "^"}


def resolve(root: BaseOxmlElement) -> None:
    """Leave in the tree what a reader of the document sees, as paragraphs, runs, tables, rows and cells only.

    Changes are taken as accepted, and a text box stands below the paragraph that it is anchored in.
    """
    for unseen in _UNSEEN(root):
        unseen.getparent().remove(unseen)
    for paragraph in _JOINED(root):
        _join_with_next(paragraph)
    etree.strip_elements(root, *_LEFT_OUT, with_tail=False)
    etree.strip_tags(root, *_WRAPPERS)
    for alternatives in list(root.iter(_ALTERNATIVES)):
        del alternatives[1:]  # the same once more, for programs that cannot show the first
    etree.strip_tags(root, _ALTERNATIVES, _CHOICE)
    for formula in root.iter(f"{_MATHS}oMath"):
        _write_out(formula)
    etree.strip_tags(root, f"{_MATHS}oMathPara", f"{_MATHS}oMath")
    for box in reversed(list(root.iter(qn("w:txbxContent")))):
        anchor = next(box.iterancestors(qn("w:p")), None)
        if anchor is not None:
            for child in reversed(box):
                anchor.addnext(child)


def _write_out(formula: BaseOxmlElement) -> None:
    """Make a run of text of all that is in a formula."""
    run = OxmlElement("w:r")
    run.text = "".join(_MATHS_SIGNS.get(part.tag) or part.text or "" for part in formula.iter())
    formula[:] = [run]


def _join_with_next(paragraph: BaseOxmlElement) -> None:
    """Put what is in a paragraph before what is in the next one."""
    following = paragraph.getnext()
    if following is not None and following.tag == paragraph.tag:
        place = sum(child.tag == qn("w:pPr") for child in following)
        following[place:place] = [child for child in paragraph if child.tag != qn("w:pPr")]
