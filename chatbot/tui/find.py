"""Finding a piece of text in an article, however its letters are cased, accented or quoted there."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from chatbot.tui.page import shown_span

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.text.spans import Span

_AS_TYPED = str.maketrans("‘’‚‛′“”„‟″‐‑‒–—―", "'''''\"\"\"\"\"------")
"""Quotes and dashes of books, which few keyboards have, and what is typed for them."""

_ACCENTS = "[\u0300-\u036f]*"  # those that are code points of their own, after the letter that has them


def find(query: str, article: Article) -> tuple[Span, ...]:
    """The places of `query` in an article, in order and without overlap, in code points.

    Only headings and paragraphs are searched, as far as they are shown: a hit is always on the page, within one block.
    The query is taken to the letter; white space in it stands for any white space.
    """
    words = [re.sub(_ACCENTS, "", folded(word)) for word in query.split()]
    patterns = ["".join(re.escape(letter) + _ACCENTS for letter in word) for word in words if word]
    if not patterns:
        return ()
    pattern = re.compile(r"\s+".join(patterns))
    text = folded(article.text)
    spans = (shown_span(article, block) for block in article.blocks)
    return tuple(hit.span() for span in spans for hit in pattern.finditer(text, *span))


@lru_cache(maxsize=8)
def folded(text: str) -> str:
    """A text as it is compared, each code point in its place: without case, accents and the quotes of books."""
    return "".join(map(_fold, text))


@cache
def _fold(character: str) -> str:
    """What a character is compared as, or its first letter where it is a ligature."""
    return unicodedata.normalize("NFKD", character.translate(_AS_TYPED).casefold())[0]
