"""Small articles to ask about, and generated texts of every shape that a folder may hold."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle, islice
from pathlib import Path

from hypothesis import strategies as st

from chatbot.articles.article import Article, parse_article
from chatbot.articles.source_text import SourceText

LIGHTHOUSE = """The lighthouse of Skerry Point

Why the tower was built

In the winter of 1822 three ships ran aground on the rocks below the headland. The
merchants of the town paid for a tower, and its lamp was first lit in 1824. Since then
no ship has been lost there.

The climb

A spiral staircase of 199 steps leads to the lantern room. Visitors may climb it on Sundays.
"""

BEES = """# Keeping honey bees

## The queen

A colony has a single queen. She lives for four years and lays two thousand eggs a day in spring.

## The harvest

Beekeepers take the honey in August, when the cells are sealed with wax.
"""

WINDMILLS = """De molens van Kinderdijk

Waarom staan er negentien molens?

De negentien windmolens maalden het overtollige water uit de polder naar de rivier.
Zonder de molens stond het land elke winter onder water.

De molenaar

De molenaar woonde met zijn gezin in de molen en zette de wieken naar de wind.
"""

ENGLISH = {"lighthouse.txt": LIGHTHOUSE, "nature/bees.md": BEES}
MIXED = {**ENGLISH, "kinderdijk.txt": WINDMILLS}


def section_at(article: Article, offset: int) -> str | None:
    """The heading above that offset (code points), or None where none stands above it."""
    return next((block.section for block in reversed(article.blocks) if block.start <= offset), None)


def write_articles(folder: Path, articles: Mapping[str, str]) -> Path:
    """Write each text to the file of its name, line ends as they are, and return the folder."""
    for name, text in articles.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def _repeated(words: list[str], count: int) -> str:
    return " ".join(islice(cycle(words), count))


_ANY_CHARACTER = st.characters(exclude_categories=["Cs"], exclude_characters="\r")
_WORD = st.sampled_from(
    "de het Venezuela leger olie, wapens; (zie dr. F-16 zo’n Etc.The e\u0301e\u0301n 𝔊𝔯𝔬𝔰𝔰 🦊 日本 — – ) …".split()
) | st.text(_ANY_CHARACTER, min_size=1, max_size=8)
_WORDS = st.lists(_WORD, min_size=1, max_size=8)
_SENTENCE = st.builds(
    lambda words, count, end: _repeated(words, count) + end,
    _WORDS,
    st.integers(1, 60) | st.integers(110, 300),  # the second kind is longer than a passage may be
    st.sampled_from(["", ".", "?", "!”", "...", ".)"]),
)
_PARAGRAPH = st.lists(_SENTENCE, min_size=1, max_size=5).map(" ".join)
_HEADING = st.builds(
    lambda mark, words, end: f"{mark}{_repeated(words, 5)}{end}",
    st.sampled_from(["", "# ", "## ", "3. "]),
    _WORDS,
    st.sampled_from(["", "?", " #"]),
)
_ITEM = st.builds(lambda mark, sentence: mark + sentence, st.sampled_from(["- ", "• ", "12) "]), _SENTENCE)
_TABLE = st.lists(st.lists(_WORD, min_size=2, max_size=2), min_size=2, max_size=8).map(
    lambda rows: "\n".join(["| Name | Price |", "|---|---|", *(f"| {name} | {price} |" for name, price in rows)])
)

article_texts = st.lists(
    st.tuples(_HEADING | _PARAGRAPH | _ITEM | _TABLE, st.sampled_from(["\n", "\n\n", "\n \t\n"])), max_size=6
).map(lambda parts: "".join(part + line_end for part, line_end in parts)) | st.text(_ANY_CHARACTER)
"""Headings, paragraphs, list items and tables in any order, and texts of any characters at all; no carriage returns,
which reading a file turns into line ends."""


def source_of(name: str, text: str) -> SourceText:
    """The text of a file of that name, in UTF-8."""
    return SourceText(text, encoding="utf-8", is_markdown=name.endswith((".md", ".markdown", ".html", ".pdf", ".docx")))


def article_of(name: str, text: str) -> Article:
    """The article in a file of that name, in UTF-8, with that text."""
    return parse_article(name, source_of(name, text))
