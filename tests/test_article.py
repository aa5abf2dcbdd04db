"""Articles: where the title comes from, and what stands under which section."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.article import readable_file_name
from tests.articles import BEES, LIGHTHOUSE, article_of, article_texts

BODY = "Het leger van Venezuela telt ruim tweeduizend generaals. Dat is veel meer dan het Amerikaanse leger er heeft."


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.txt", f"Het leger\n\n{BODY}", "Het leger"),
        ("a.txt", f"\n\n  Het leger \n\n{BODY}", "Het leger"),
        ("a.txt", f"Hoe groot is het leger van Venezuela?\n{BODY}", "Hoe groot is het leger van Venezuela?"),
        ("a.md", f"# Het  leger #\n\n{BODY}", "Het leger"),
        ("a.md", f"---\ntitle: Het leger\ndate: 2025-12-01\n---\n\n{BODY}", "Het leger"),
        ("a.md", f'---\ndate: 2025-12-01\nTitle: "Het leger"\n...\n{BODY}', "Het leger"),
        ("a.md", f"---\ntitle: Het leger\n---\n# De kop\n\n{BODY}", "Het leger"),
        ("a.md", f"---\ndate: 2025-12-01\n---\n# De kop\n\n{BODY}", "De kop"),
        ("a.md", f"---\n---\n# De kop\n\n{BODY}", "De kop"),
        ("a.md", f"---\ntitle:\n---\n{BODY}", "A"),
        ("a.txt", f"\ufeffHet leger\n\n{BODY}", "Het leger"),
        ("a.md", f"\ufeff---\ntitle: Het leger\n---\n{BODY}", "Het leger"),
        ("het-leger.txt", BODY, "Het leger"),
        ("het-leger.txt", "Het leger", "Het leger"),
    ],
)
def test_the_title_comes_from_the_text_or_else_from_the_file_name(name: str, text: str, title: str) -> None:
    assert article_of(name, text).title == title


def test_a_long_first_line_is_running_text() -> None:
    line = "1. Waarom is het dat een eerste regel van zo veel woorden geen titel meer is?"
    article = article_of("het-leger.txt", f"{line}\n\n{BODY}")
    assert article.title == "Het leger"
    assert {block.section for block in article.blocks} == {line}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("het-leger_van  venezuela.txt", "Het leger van venezuela"),
        ("map/onder/f-16.MD", "F 16"),
        ("versie.2.txt", "Versie.2"),
        ("Éclair.md", "Éclair"),
        ("---.txt", "---.txt"),
    ],
)
def test_a_file_name_reads_as_a_title(name: str, title: str) -> None:
    assert readable_file_name(name) == title


@pytest.mark.parametrize(("name", "text"), [("lighthouse.txt", LIGHTHOUSE), ("bees.md", BEES)])
def test_the_title_is_no_section(name: str, text: str) -> None:
    article = article_of(name, text)
    assert article.title not in {block.section for block in article.blocks}


def test_what_stands_under_the_title_alone_stands_under_no_section() -> None:
    text = f"Het leger\n\nEen inleiding.\n\nDe generaals\n\n{BODY}"
    article = article_of("a.txt", text)
    assert [(text[block.start : block.end], block.section) for block in article.blocks] == [
        ("Een inleiding.", None),
        ("De generaals", "De generaals"),
        (BODY, "De generaals"),
    ]


def test_the_section_at_an_offset_is_the_heading_above_it() -> None:
    article = article_of("lighthouse.txt", LIGHTHOUSE)
    assert article.section_at(0) is None
    assert article.section_at(LIGHTHOUSE.index("three ships")) == "Why the tower was built"
    assert article.section_at(LIGHTHOUSE.index("The climb")) == "The climb"
    assert article.section_at(len(LIGHTHOUSE)) == "The climb"


def test_front_matter_is_text_of_the_article_but_no_block() -> None:
    text = f"---\ntitle: Het leger\n---\n{BODY}\n"
    article = article_of("a.md", text)
    assert article.text == text
    assert [text[block.start : block.end] for block in article.blocks] == [BODY]


def test_a_rule_of_dashes_further_on_begins_no_front_matter() -> None:
    text = f"{BODY}\n\n---\ntitle: Iets anders\n---\n\n{BODY}"
    assert article_of("het-leger.md", text).title == "Het leger"


@pytest.mark.parametrize(("text", "language"), [(f"The army\n\n{BODY}", "nl"), (LIGHTHOUSE, "en"), (BEES, "en")])
def test_the_language_is_that_of_the_whole_text(text: str, language: str) -> None:
    assert article_of("a.txt", text).language == language


@given(article_texts, st.sampled_from(["a.txt", "a.md"]))
def test_any_text_is_an_article_with_a_title_and_its_own_text(text: str, name: str) -> None:
    article = article_of(name, text)
    assert article.text == text
    assert article.title.strip() == article.title != ""
    assert "\n" not in article.title
