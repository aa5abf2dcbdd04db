"""Markdown: what is not searched of it, and that it is cited to the letter all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from chatbot.articles.markdown import SOFT_HYPHEN, blank_markup, without_markup
from chatbot.text.words import split_words
from tests.articles import article_of, article_texts, section_at, write_articles
from tests.small_chatbot import small_chatbot


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('A [queen bee](https://example.org/pages/bees?id=1 "Title") lives.', "A queen bee lives"),
        ("An ![old hive](hive-2.png) stands.", "An old hive stands"),
        ("See [the hive][ref] here.\n\n[ref]: https://example.org/hive\n", "See the hive here"),
        (
            "It is **very** *old* and `dry`, __so__ _light_ and ~~wet~~ snake_case.",
            "It is very old and dry so light and wet snake case",
        ),
        ("Mail <https://example.org/a> or<br>wait <!-- a secret --> there.", "Mail or wait there"),
        ("Wait <!-- if a < b --> here %%or\n\nnot%% there.", "Wait here there"),
        ("```\n%%d and %%s\n```\n\n~~~\n# more", "d and s more"),
        ("## Meet [[Ann Lee|Ann]] of [[Lab]] ![[map.png]]", "Meet Ann of Lab"),
        ("The hive ^hive-1\nis ==old== 2^8.", "The hive is old 2 8"),
        ("> [!note]- The bees\n> dance.\n>> Twice.", "The bees dance Twice"),
        ("[^1]: The bees dance.\n\n[a]: https://example.org", "The bees dance"),
        ("The bees[^1] dance.[2][3] They<sup>4</sup> rest.\\[5\\]", "The bees dance They rest"),
        ("CO<sub>2</sub> and NO<sub>x</sub> on 2 m<sup>2</sup>.", "CO2 and NOx on 2 m2"),
        ("If a < b and c > d.", "If a b and c d"),
        ("::: {.note}\nThe {{< pic src=a >}} bees.\n:::\n{: .wide}\n{% include ad %} A {b}.", "The bees A b"),
        ("A [bracket] and (parentheses) stay.", "A bracket and parentheses stay"),
    ],
)
def test_addresses_and_tags_are_no_words(text: str, words: str) -> None:
    plain = blank_markup(text)
    assert len(plain) == len(text)
    assert [word.form for word in split_words(plain)] == words.split()


@given(article_texts)
def test_what_is_left_stands_where_it_stood(text: str) -> None:
    plain = blank_markup(text)
    assert len(plain) == len(text)
    assert all(left in (" ", SOFT_HYPHEN, character) for character, left in zip(text, plain, strict=True))


def test_a_heading_is_named_without_its_signs() -> None:
    article = article_of("a.md", "# The **old** hive\n\n## On [bees](https://example.org)\n\nThey dance.")
    assert (article.title, section_at(article, 50)) == ("The old hive", "On bees")
    assert article_of("a.md", "# Bees {#bees .x}\n\nThey dance.").title == "Bees"
    assert without_markup("*Bees* and _wasps_") == "Bees and wasps"


def test_an_address_is_not_searched_but_cited(tmp_path: Path) -> None:
    text = "The bees [dance](https://example.org/wikipedia) in spring."
    index = small_chatbot(write_articles(tmp_path, {"a.md": text})).index
    assert [passage.text for passage in index.passages] == [text]
    assert not any("wikipedia" in term for term in index.bm25.terms)
    assert any(term.startswith("bee") for term in index.bm25.terms)


def test_in_plain_text_every_sign_is_its_own_but_the_marks_of_notes() -> None:
    assert article_of("a.txt", "A <b> [c](d) *e*.[1]").plain == "A <b> [c](d) *e*.   "
