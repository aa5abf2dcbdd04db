"""Markdown: what a reader sees of a file, which is what is searched and cited."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.markdown import seen_text
from tests.articles import article_of, article_texts, write_articles
from tests.small_chatbot import small_chatbot


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('A [queen bee](https://example.org/bees_(wild)?id=1 "Title") lives.', "A queen bee lives."),
        ("[![The old hive](a.png)](https://example.org) ![hive|300](hive-2.png)", "The old hive"),
        ("See [the hive][ref] here.\n[ref]: https://example.org/hive\n", "See the hive here."),
        ("[Ann]: Bees, is it not?", "[Ann]: Bees, is it not?"),
        ("[Ann]: ja/nee", "[Ann]: ja/nee"),
        ("if n <k holds\n\nand m> 3, <y and z> too", "if n <k holds\n\nand m> 3, <y and z> too"),
        ("50%% of A\n\n30%% of B", "50%% of A\n\n30%% of B"),
        ("A <script> tag ends at </script>.", "A <script> tag ends at </script>."),
        (
            "It is **very** *old* and `dry*`, __so__ _light_, snake_case.",
            "It is very old and dry*, so light, snake_case.",
        ),
        ("**a *b* c** *a **b** c* ***x*** __a _b_ c__ **Ot**to", "a b c a b c x a b c Otto"),
        ("**over two\nlines**, 2 * 3 * 4, 2*3*4, \\*no\\*, *open", "over two\nlines, 2 * 3 * 4, 2*3*4, *no*, *open"),
        ("* an *old* hive\n* a hive", "* an old hive\n* a hive"),
        ("A hive of ~~wood~~ ==straw==, if a == b.", "A hive of straw, if a == b."),
        (
            "Mail <https://example.org/a> or<br>wait <!-- a secret --> there.",
            "Mail https://example.org/a or wait there.",
        ),
        ("Wait <!-- if a < b --> here %%or\n\nnot%% there.", "Wait here there."),
        ("<aside>\nA bee &amp; a &lt;wasp&gt;\n</aside><style>p { color: red }</style>", "A bee & a <wasp>"),
        ("```\n%%d **%s**\n```\n\n~~~\n# more", "```\n%%d **%s**\n```\n\n~~~\n# more"),
        ("```dataview\nTABLE FROM #bees\n```\nBees.", "Bees."),
        ("## Meet [[Ann Lee|Ann]] of [[Lab]] ![[map.png]]", "## Meet Ann of Lab"),
        ("The hive ^hive-1\nis old, 2 ^2", "The hive\nis old, 2 ^2"),
        ("> [!note]- The bees\n> dance.\n>> Twice.", "The bees\n\ndance.\nTwice."),
        ("The bees[^1] dance.[2][3] They<sup>4</sup> rest.\\[5\\]", "The bees dance.[2][3] They⁴ rest.[5]"),
        ("Bees.[^b]\n\n[^1]: They dance.\n[^b]: They rest.", "Bees.\n\n\nThey dance.\n\nThey rest."),
        ("CO<sub>2</sub> on 2 m<sup>2</sup>, if a < b and c > d.", "CO2 on 2 m², if a < b and c > d."),
        ("::: {.note}\n# Bees {#bees .x}\n:::\n{% include ad %} A {b}.", "# Bees\n\n A {b}."),
        ("A ![hive of straw](a.png){width=50%}\n- ## Bees", "A hive of straw\n## Bees"),
        (
            "<table>\n<tr>\n<th>Hive</th>\n<th>Bees</th>\n</tr>\n<tr><td>One</td><td>40</td></tr></table>",
            "| Hive | Bees | \n | One | 40 |",
        ),
        ("- [ ] a hive\n- [x] a bee", "- a hive\n- a bee"),
        ("| a | b |\n|---|---|\n| [[T\\|one]] | **x** \\| y |", "| a | b |\n|---|---|\n| one | x \\| y |"),
        ("A [bracket] and (parentheses) stay.", "A [bracket] and (parentheses) stay."),
    ],
)
def test_a_text_is_what_a_reader_sees(markdown: str, text: str) -> None:
    assert seen_text(markdown).strip() == text


@given(article_texts)
def test_any_text_can_be_read(markdown: str) -> None:
    assert len(seen_text(markdown)) <= 3 * len(markdown)


@given(st.text(st.sampled_from(f"{string.ascii_letters} .,;:?’“”é\n")))
def test_text_without_signs_stays_as_it_is(text: str) -> None:
    assert seen_text(text) == text


@pytest.mark.parametrize("signs", ["*a ", "_a ", "[", "[[a", "![a", "<a ", "<!--", "<script>", "`a`` ", "~~a", "> "])
def test_signs_that_are_never_closed_do_not_hold_up_a_reader(signs: str) -> None:
    seen_text(signs * 20_000)


def test_the_text_that_a_reader_sees_is_cited_and_searched(tmp_path: Path) -> None:
    written = "---\ntitle: __init__\n---\n## On *bees*\n\nThe **bees** [dance](https://example.org/wikipedia)."
    index = small_chatbot(write_articles(tmp_path, {"a.md": written})).index
    (passage,) = index.passages
    assert (passage.article.title, passage.section, passage.text) == ("__init__", "On bees", "The bees dance.")
    assert passage.article.text.startswith("---\ntitle: __init__\n---\n## On bees\n")
    assert not any("wikipedia" in term for term in index.bm25.terms)


def test_in_plain_text_every_sign_is_its_own_but_the_marks_of_notes(tmp_path: Path) -> None:
    text = "A <b> [c](d) *e* %%f%%.[1]"
    (passage,) = small_chatbot(write_articles(tmp_path, {"a.txt": text})).index.passages
    assert passage.text == text
    assert article_of("a.txt", text).plain == "A <b> [c](d) *e* %%f%%.   "
