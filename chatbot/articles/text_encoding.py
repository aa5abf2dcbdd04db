"""Text encodings: from the bytes of a file to its text, and the name of the encoding they were in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from chatbot.text.printable import BROKEN

BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The marks that files begin with, and the encodings that they tell."""

CONTROL_SHARE = 0.05
"""Of a text, a smaller share is control characters; of compressed data, about 0.1, of random ASCII, 0.2."""

NULL_SHARE = 0.1  # of Dutch and English in UTF-16 almost half of the bytes are zero; of text in UTF-8 hardly any
BROKEN_SHARE = 0.02  # the most of a text that may be broken: a wrong byte, or the half of a letter where a file was cut
GUESS_LIMIT = 100_000  # the most bytes that an encoding is guessed from, which takes at most some tenths of a second

_ASCII = bytes(range(0x80))
_SMALL, _CAPITAL = "éèêëïöüàáóíúñôû", "ÉÈÊËÏÖÜÀÁÓÍÚÑÔÛ"
# Of Dutch and English the usual letters: ë and è of DOS are â and ä of the Mac, which are rarer.
_IN_PLACE = re.compile(
    rf"(?<=[A-Za-z])[{_SMALL}](?![A-Z])|[{_SMALL}](?=[a-z])|(?<!\S)à(?!\S)|ç(?=[aou])"
    rf"|(?<![a-z])[{_CAPITAL}](?=[A-Za-z{_SMALL}])|(?<=[A-Z])[{_CAPITAL}]"
    rf"|(?<=\w)’(?=[a-z])|(?<!\w)’(?=[A-Za-z])|(?<!\w)[“‘„£€§•](?=[\w ])|[”’…°½²³](?!\w)|(?<!\w)[–—](?!\w)"
)
_FOREIGN = re.compile(r"[\x00-\x7f\u0180-\u02ff]+")

_BROKEN_WORD = re.compile("(?<=[a-zà-ÿ])[\N{SOFT HYPHEN}¬]+[ \\t]*\\n[ \\t]*(?P<rest>[a-zà-ÿ]\\S*)[ \\t]*\\n?")
"""A word that a line end breaks: scanned text has the sign ¬ for a hyphen there. The line ends behind it instead."""

_SOFT_HYPHEN = re.compile("\N{SOFT HYPHEN}+(?:[ \\t]*\\n[ \\t]*)?|[\u200b\u2060]")
"""A place to break a word, or not to, with the break, if it was made."""

_MISREAD = re.compile(r"[ÂÃâ][^\x00-\x7f]+")
"""What a letter or a sign of UTF-8 looks like that was taken for Windows-1252 and written anew."""

_BREAK = re.compile(r"\n?[\f\v]")  # a line end or page end of another kind

# The log of a terminal is text, however many escape sequences it has.
_CONTROLS = bytes(control for control in range(0x20) if control not in b"\t\n\v\f\r\x1b")


class Decoded(NamedTuple):
    """A text, and the Python codec that it was decoded with."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded | None:
    """The text of `data`, or None where it is none; a byte order mark stays in the text.

    What a byte order mark tells, and what is UTF-8, needs no guess; a letter that is broken there becomes a replacement
    character. All else is taken for what puts its accents within words, of Windows, Mac and DOS, and in doubt for
    Windows-1252, which Latin-1 is too: that only lacks its quotes and dashes. Every line end becomes a line feed, NUL
    and soft hyphens are left out, a line end within a word comes behind it, and UTF-8 that was taken for Windows-1252
    is read once more.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    if b"\0" in data and data.count(0) > NULL_SHARE * len(data):
        return _decode_as(data, "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be")
    if _is_utf_8(data):
        return _decode_as(data, "utf-8")
    telling = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:GUESS_LIMIT]
    likeliest = max(("cp1252", "cp850", "mac-roman"), key=lambda encoding: _accents_in_place(telling, encoding))
    is_certain = 2 * _accents_in_place(telling, likeliest) >= len(telling.translate(None, _ASCII))
    return _decode_as(data, likeliest if is_certain else "cp1252")


def _is_utf_8(data: bytes) -> bool:
    """Whether more letters are those of UTF-8 than are broken; those beyond Latin-A are pairs of another encoding."""
    try:
        data.decode()
    except UnicodeDecodeError:
        text = data.decode(errors="replace")
        broken = text.count(BROKEN)
        return broken <= len(_FOREIGN.sub("", text)) - text.count(BROKEN)
    return True


def _accents_in_place(data: bytes, encoding: str) -> int:
    """How many letters and signs that are not ASCII stand where Dutch and English have such ones."""
    return len(_IN_PLACE.findall(data.decode(encoding, "replace")))


def _decode_as(data: bytes, encoding: str) -> Decoded | None:
    text = data.decode(encoding, "replace")
    if text.count(BROKEN) > BROKEN_SHARE * len(text):
        return None
    encoded = data if encoding == "utf-8" else text.encode("utf-8", "surrogatepass")
    if len(encoded) - len(encoded.translate(None, _CONTROLS)) > CONTROL_SHARE * len(text):
        return None
    if "\r" in text:  # which is found to be missing in a hundredth of the time that it takes to replace none
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _BREAK.sub("\n", text.replace("\0", ""))
    text = _SOFT_HYPHEN.sub("", _BROKEN_WORD.sub(r"\g<rest>\n", text))
    return Decoded(_MISREAD.sub(_as_written, text), encoding)


def _as_written(misread: re.Match[str]) -> str:
    """The letters that were taken for others, if those are UTF-8; of Windows-1252 five bytes are control characters."""
    signs = (bytes((ord(sign),)) if sign < "\xa0" else sign.encode("cp1252") for sign in misread[0])
    try:
        return b"".join(signs).decode()
    except UnicodeError:
        return misread[0]
