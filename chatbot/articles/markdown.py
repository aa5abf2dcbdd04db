"""Markdown: what of its signs is no word, so that an address of a link is not searched for a question's words."""

from __future__ import annotations

import re

from chatbot.text.note_marks import blank_note_marks

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

FENCED_CODE = r"(?P<fence>`{3,}|~{3,})[^`\n]*(?:\n.*)*?(?:\n[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
"""A block of code between fences, from its first fence on; one that is not closed goes on to the end of the text."""

_COMMENT_SIGNS = r"(?:<!--(?:(?!<!--|-->)[^\0])*+-->|%%(?:(?!%%)[^\0])++%%)"
_COMMENT = re.compile(
    rf"^[ \t]*(?P<code>{FENCED_CODE})|(?P<lines>^[ \t]*{_COMMENT_SIGNS}[ \t]*$)|{_COMMENT_SIGNS}", re.MULTILINE
)
"""A comment of HTML or Obsidian, which may take whole lines; in code there is none."""

_NOT_LINE_END = re.compile(r"[^\n]")

_WIKI_EMBED = re.compile(r"!\[\[[^\[\]\n]*\]\]")
_WIKI_TARGET = re.compile(r"\[\[[^\[\]|\n]*\|(?=[^\[\]\n]*\]\])")
_BLOCK_NAME = re.compile(r"(?<=\s)\^[\w-]+[ \t]*$", re.MULTILINE)
_LINK_END = re.compile(r"\]\([^()\n]*\)|\]\[[^\[\]\n]*\]")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[^\n]*$", re.MULTILINE)
_TAG = re.compile(r"<(?:!--|/?[A-Za-z]|https?:)[^<>]*>")
_SCRIPT = re.compile(r"(?<=\w)</?su[bp]>(?=\w)")
_QUOTE = re.compile(r"^[ \t]*>[> \t]*(?:\[![\w-]+\][-+]?)?", re.MULTILINE)
_HEADING_SIGNS = re.compile(r"^ {0,3}#{1,6}(?=[ \t])", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$|^[ \t]*:{3,}.*$", re.MULTILINE)
"""Names that Pandoc and Jekyll give to headings and blocks, and the fences of those blocks."""

_SHORTCODE = re.compile(r"\{\{[<%][^{}\n]*[>%]\}\}|\{%[^{}\n]*%\}")
_SIGNS = re.compile(r"!?\[|[*`~\]]|(?<![^\W_])_+|_+(?![^\W_])")
_MARKUP = (
    *(_WIKI_EMBED, _WIKI_TARGET, _BLOCK_NAME, _DEFINITION, _TAG, _LINK_END, _QUOTE, _HEADING_SIGNS),
    *(_ATTRIBUTES, _SHORTCODE, _SIGNS),
)


def without_comments(text: str) -> str:
    """`text` with white space for its comments, so that offsets hold; line ends for those that take whole lines."""

    def blank(found: re.Match[str]) -> str:
        if found["lines"]:
            return "\n" * len(found[0])
        return found[0] if found["code"] else _NOT_LINE_END.sub(" ", found[0])

    return _COMMENT.sub(blank, text)


def blank_markup(text: str) -> str:
    """`text` with a space for every code point of emphasis, link targets, tags and comments, so that offsets hold.

    A tag that raises or lowers a part of a word, as in CO<sub>2</sub>, becomes soft hyphens, which words are read over.
    """
    text = blank_note_marks(without_comments(text))
    text = _SCRIPT.sub(lambda found: SOFT_HYPHEN * len(found.group()), text)
    for pattern in _MARKUP:
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    return text


def without_markup(line: str) -> str:
    """The same with nothing in its place, for a line that is shown and not pointed into."""
    for pattern in _MARKUP:
        line = pattern.sub("", line)
    return line
