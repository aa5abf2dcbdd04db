"""Markdown: the text of a file as a reader sees it, so that what is quoted has no signs but of headings and lists."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from html import unescape

from chatbot.articles.tables import without_frames

FENCED_CODE = r"(?P<fence>`{3,}|~{3,})(?P<about>[^`\n]*)(?:\n.*)*?(?:\n[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
"""A block of code between fences, from its first fence on; one that is not closed goes on to the end of the text."""

_SET_ASIDE = {ord(sign): 0x10F000 + ord(sign) for sign in string.punctuation}
_PUT_BACK = {aside: sign for sign, aside in _SET_ASIDE.items()}
"""Signs of code and escaped ones are of a private plane until all others have been read."""

_VERBATIM = re.compile(
    rf"^[ \t]*(?P<block>{FENCED_CODE})|(?<!`)(?P<ticks>`+)(?!`)(?P<code>[^\n]{{1,500}}?)(?<!`)(?P=ticks)(?!`)"
    r"|\\(?P<escaped>[!-\"$-/:-@\[-`{}~])"  # a row of a table knows "\|", and "\#" begins no heading
    r"|(?P<unseen>(?<![ \t])[ \t]*+(?:<!--(?:(?!<!--|-->)[^\0])*+-->|(?<!\d)%%(?:(?!%%)[^\0])++%%"
    r"|(?:^|(?<=>))<(?P<tag>script|style)\b(?:(?!</?(?P=tag)\b)[^\0])*+</(?P=tag)>))",
    re.MULTILINE,
)
_PROGRAM = re.compile(r"\s*\{?(?:dataview\w*|tasks|query|mermaid|plantuml)\b")
"""Blocks that a program reads: the list or the drawing that it makes of one is not in the text."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "[]() ")
_SPACE = r"(?<![ \t])[ \t]*+"  # white space before what is left out
_ELEMENTS = (
    "a|abbr|article|aside|b|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em"
    "|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|kbd|li|link|main|mark|meta|nav|ol|p|pre|q"
    "|s|samp|section|small|source|span|strike|strong|style|su[bp]|summary|svg|table|tbody|td|tfoot|th|thead|time|title|tr"
    "|tt|u|ul|var|video"
)
_QUOTED = re.compile(r"(?:^>.*\n?){2,}", re.MULTILINE)
_ENTITY = r"&(?:#\w{1,7}|[A-Za-z]{2,8}\d?);"
_QUOTE_MARK = r"^[ \t]*>[> \t]*"
_URL = r"\((?:[^()\n]|\([^()\n]*\))*\)"

Replacement = str | Callable[[re.Match[str]], str]
_STEPS: tuple[tuple[re.Pattern[str], Replacement], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (rf"{_SPACE}!\[\[[^\[\]\n]*\]\]", ""),
        # A name is that of the picture's file, where a caption has several words.
        (rf"{_SPACE}!\[(?:[^\s\[\]]*|[^\[\]\n]*\.\w{{3,4}})(?:\|[\dx]+)?\](?:{_URL}|\[[^\[\]\n]*\])", ""),
        (r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]\n]*)\]\](?!\()", r"\1"),
        (r"^ {0,3}\[\^[^\[\]\n]+\]:[ \t]*", "\n"),
        (rf"{_SPACE}\[\^[^\[\]\n]+\]", ""),
        (r"^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*<?(?:\w+:/|mailto:|[/#.]|[\w-]+\.\w)\S*(?:[ \t]+[\"'(].*)?$", ""),
        (r"</t[dh]>\s*<t[dh]\b[^<>]*>|<tr\b[^<>]*>\s*<t[dh]\b[^<>]*>|</t[dh]>\s*</tr>", " | "),
        *((rf"!?\[((?:[^\[\]\n]|\[[^\[\]\n]*\]){{,500}})\](?:{_URL}|\[(?!\d{{1,3}}\])[^\[\]\n]*\])", r"\1"),) * 2,
        (r"<((?:https?:|mailto:)?[^\s<>@/]*[@/][^\s<>]*\.[^\s<>]*)>", r"\1"),
        (r"<sup>([^<>A-Za-z\n]{1,12})</sup>", lambda found: found[1].translate(RAISED)),
        (rf"{_SPACE}<br[ \t]*/?>[ \t]*", " "),
        (rf"</?(?:{_ELEMENTS})(?:\s(?:(?!\n[ \t]*\n)[^<>])*)?/?>", ""),
        (_ENTITY, lambda found: unescape(found[0])),
        (rf"{_QUOTE_MARK}\[![\w-]+\][-+]?[ \t]*(.*)$", r"\n\1\n"),
        (_QUOTE_MARK, ""),
        (r"^[ \t]*[-*+][ \t]+(?=#{1,6}[ \t])", ""),
        (r"^([ \t]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX-]\](?=[ \t])[ \t]*", r"\1"),
        (r"(?<![ \t])[ \t]++\^[\w-]*[A-Za-z][\w-]*[ \t]*$", ""),
        (rf"{_SPACE}\{{:?[ \t]*(?:[#.]|\w+=)[^{{}}\n]*\}}[ \t]*$|^[ \t]*:{{3,}}.*$", ""),  # of Pandoc and Jekyll
        (r"\{\{[<%][^{}\n]*[>%]\}\}|\{%[^{}\n]*%\}", ""),
        (rf"{_SPACE}~~(?=\S)[^~\n]{{1,500}}~~", ""),
        (r"==(?=[^\s=])([^=\n]{1,500}?)==", r"\1"),
        *((r"(?<![*\d])(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?![ \t]*\n)){1,500}?)(?<=\S)\1(?![*\d])", r"\2"),) * 2,
        *((r"(?<!\w)(_{1,3})(?=[^\s_])((?:[^_\n]|\n(?![ \t]*\n)|\b_\b){1,500}?)(?<=\S)\1(?!\w)", r"\2"),) * 2,
        (r"\\$", ""),
    )
)
"""What is written in place of each sign, in order; what may stand within another of its kind is looked for twice."""


def seen_text(markdown: str) -> str:
    """The text as a reader sees it: without emphasis, addresses, tags, comments, embedded files and marks of notes.

    The signs of headings, list items, tables and blocks of code stay, as other formats have them too. Struck text goes.
    """
    text = without_frames(_VERBATIM.sub(_set_aside, markdown))
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text.translate(_PUT_BACK)


def plain_text(text: str) -> str:
    """Text that is not Markdown without frames of tables and marks of quotations, with its entities read."""
    text = re.sub(_ENTITY, lambda found: unescape(found[0]), text)
    text = _QUOTED.sub(lambda found: f"\n{re.sub(_QUOTE_MARK, '', found[0], flags=re.MULTILINE)}\n", text)
    return without_frames(text)


def _set_aside(found: re.Match[str]) -> str:
    if found["unseen"] or _PROGRAM.match(found["about"] or ""):
        return ""
    return (found["block"] or (found["code"] or found["escaped"]).strip()).translate(_SET_ASIDE)
