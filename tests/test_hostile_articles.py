"""Hostile articles: nothing in a text breaks the program, holds it up or reaches the terminal as a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.blocks import LONGEST_HEADING
from chatbot.encoders.encoder import Encoder
from chatbot.passages.passage import PASSAGE_WORD_LIMIT, split_passages
from chatbot.text.analysis import terms
from chatbot.text.words import LONGEST_WORD
from tests.articles import BEES, article_of, section_at, write_articles
from tests.command import Run
from tests.small_chatbot import small_chatbot

SIZE = 10_000
"""The code points of a long text: what takes the cube of its length takes hours here, the square seconds."""

UNITS = [
    "a", " ", "\n", "\t ", "#", "# ", "# #", "# a\n", "#  ", "- ", "* ", "> ", "(", "[", "](", "[a](b ", "<", "<!--",
    ".", ". ", ".\"", "!?", "1.", "1. ", "1,", "Dr. ", "a.b.", "e.g. ", "Aa. ", "aaaA. ", "etc.", "\"", "'a", "`", "_",
    "|a", "a ", "a\n", "Aaa bbb\n", "a, ", " - ", "a-", "1-a", "A.-", "---\n", "a: b\n", "title: ", "\u0301", "a\u0301",
    "\u200b", "\u202e", "\u2028", "\x00a", "\U0001d50a", "&amp;", "{{", "\\",
]  # fmt: skip
"""What a text is made of, to find out a regular expression that takes the square of that."""

WRAPPED = [
    "# a{}b\n\nText.",
    "---\ntitle: a{}b\n---\nText.",
    "---\n{}",
    "A. {}A",
    "a{}.",
    "A\n{}\nb",
    "[{}](b)",
    "1. {}?",
]
"""What some expressions need around such a text before they look at it at all."""

FILLINGS = ["a", " ", "#", "# ", ".", "[", '"', "A ", "*", "a\n"]

HOSTILE = {
    "markup.txt": "The [bold]bees[/bold] of [@click=app.quit]the hive[/] dance. [link=file:///etc/passwd]Honey[/link].",
    "escapes.txt": "The \x1b[31mbees\x1b[0m of \x1b]0;owned\x07the hive \x1b[2J dance. \x1b]52;c;b3duZWQ=\x07 \x9b31m",
    "direction.txt": "The bees \u202eof the \u2066hive\u2069 dance in \u200fthe \u061cspring.",
    "hidden.txt": "The b\u200bee\u200ds of \ufeffthe hi\u00adve dan\u2060ce.\U000e0041",
    "nulls.txt": "The bees of the hive dance\x00 in eights, \x08\x08and \x7fthe others follow them to spring.",
    "separators.txt": "The bees\u2028of the\u2029hive\x85 dance\x0b in\x0c spring.",
    "controls.md": "---\ntitle: \"\x1b[5mThe hive\u202e\"\n---\n# The \x1b[31mqueen\n\nThe queen bee \x1b[8mlays eggs.",
}  # fmt: skip


def passages(name: str, text: str) -> int:
    """How many passages the text has, all of them read to their terms, and none larger than one may be."""
    article = article_of(name, text)
    count = 0
    for passage in split_passages(article):
        count += 1
        assert passage.text == text[passage.start : passage.end]
        assert len(passage.text.split()) <= PASSAGE_WORD_LIMIT
        assert len(passage.section or "") <= LONGEST_HEADING
        assert (
            max((len(word.form) for _, word in terms(text, "en", passage.start, passage.end)), default=0)
            <= LONGEST_WORD
        )
    return count


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("unit", UNITS)
def test_a_text_of_one_thing_over_and_over_is_read_in_time(name: str, unit: str) -> None:
    passages(name, (unit * (SIZE // len(unit) + 1))[:SIZE])


@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize("wrapped", WRAPPED)
def test_nor_does_what_stands_around_it_hold_up_the_reading(wrapped: str, filling: str) -> None:
    passages("a.md", wrapped.format(filling * (SIZE // len(filling))))


def test_a_thousand_headings_are_as_many_sections() -> None:
    text = "# Title\n\n" + "".join(f"## Part {number}\n\nThis is part {number}.\n\n" for number in range(1000))
    article = article_of("a.md", text)
    assert sum(block.is_heading for block in article.blocks) == 1000
    assert section_at(article, len(text)) == "Part 999"


@pytest.mark.parametrize("sign", ["> ", "- ", "* ", "  ", "1. ", "[", "("])
def test_text_that_is_deeply_nested_is_text(sign: str) -> None:
    text = "".join(f"{sign * depth}Level {depth} has a sentence of its own.\n" for depth in range(300))
    assert passages("a.md", text) > 0


def test_a_line_without_white_space_is_cited_in_parts(encoder: Encoder, tmp_path: Path) -> None:
    write_articles(tmp_path, {"line.txt": "The bees dance in spring. " + "x" * SIZE, "bees.md": BEES})
    answer = small_chatbot(tmp_path, encoder=encoder).ask("When do the bees dance?")
    assert answer.found
    assert max(len(citation.text) for citation in answer.citations) <= PASSAGE_WORD_LIMIT * (LONGEST_WORD + 1)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    "arguments", [["articles"], ["ask", "--passages", "--top", "9", "What do the bees of the hive do?"]]
)
def test_no_article_reaches_the_terminal_as_a_command(
    run: Run, tmp_path: Path, name: str, arguments: list[str]
) -> None:
    write_articles(tmp_path, {name: HOSTILE[name], "bees.md": BEES})
    status, output, errors = run(*arguments, "--corpus", str(tmp_path))
    assert (status, errors) == (0, "")
    assert all(line.isprintable() for line in output.split("\n"))
    assert name in output
    as_json = run(*arguments, "--json", "--corpus", str(tmp_path)).output
    assert as_json.isascii()
    assert all(line.isprintable() and json.loads(line) for line in as_json.splitlines())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_article_is_cited_to_the_letter_all_the_same(encoder: Encoder, tmp_path: Path, name: str) -> None:
    write_articles(tmp_path, {name: HOSTILE[name]})
    chatbot = small_chatbot(tmp_path, encoder=encoder)
    (citation, *_) = chatbot.ask("What do the bees of the hive do?").citations
    article = chatbot.corpus.article(name)
    assert article is not None
    assert citation.text == article.text[citation.start : citation.end]


@given(
    st.text(st.sampled_from("aA1 .\n#-*_[]()<>!\"'`|:,;?…\u0301\u200b\x1b\x00é"), max_size=300),
    st.sampled_from(["a.txt", "a.md"]),
)
def test_signs_in_any_order_are_read(text: str, name: str) -> None:
    passages(name, text)
