"""Articles: where the title comes from, and what stands under which section."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.article import MADE_UP_TITLE_LENGTH, parse_article
from chatbot.articles.source_text import SourceText
from chatbot.passages.passage import split_passages
from tests.articles import BEES, LIGHTHOUSE, article_of, article_texts, section_at, source_of

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
        ("het-leger.md", f"---\ntitle:\n---\n{BODY}", "Het leger"),
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


FIRST_WORDS = "Het leger van Venezuela telt ruim tweeduizend generaals."


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("us-venezuela.txt", "Us venezuela"),
        ("covid19-cijfers.md", "Covid19 cijfers"),
        ("2024-03-05 notulen.txt", "2024 03 05 notulen"),
        ("20240305T1200 notulen.txt", "20240305T1200 notulen"),
        ("map/onder/het-leger_van  venezuela.MD", "Het leger van venezuela"),
        ("Éclair.md", "Éclair"),
        ("NAVO.txt", "NAVO"),
    ],
)
def test_a_file_name_that_is_made_of_words_reads_as_a_title(name: str, title: str) -> None:
    article = article_of(name, BODY)
    assert (article.title, article.has_own_title) == (title, False)


@pytest.mark.parametrize(
    "name",
    ["000_e2e4897f0e122d04.txt", "notulen e2e4897f0e122d04.txt", "IMG_1234.txt", "DSC0042.txt", "f-16.md", "---.txt"],
)
def test_an_article_under_any_other_name_is_named_by_its_first_words(name: str) -> None:
    article = article_of(name, BODY)
    assert (article.title, article.has_own_title) == (FIRST_WORDS, False)


def test_the_first_words_are_those_of_one_sentence_on_one_line_cut_at_a_word() -> None:
    assert article_of("1.txt", BODY).title == FIRST_WORDS
    assert article_of("1.txt", "het leger van Venezuela\ntelt er velen. En meer.").title == (
        "het leger van Venezuela telt er velen."
    )
    assert article_of("1.txt", "Het Amerikaanse leger heeft er, " + BODY.lower()).title == (
        "Het Amerikaanse leger heeft er, het leger van venezuela…"
    )
    assert article_of("1.txt", "a" * 99).title == "a" * (MADE_UP_TITLE_LENGTH - 1) + "…"


@pytest.mark.parametrize(
    ("name", "text", "source_title", "heading"),
    [
        ("het-leger.txt", BODY, None, ""),
        ("1.txt", BODY, None, ""),
        ("het-leger.txt", f"De krijgsmacht\n\n{BODY}", None, "De krijgsmacht"),
        ("het-leger.md", f"---\ntitle: De krijgsmacht\n---\n{BODY}", None, "De krijgsmacht"),
        ("het-leger.pdf", BODY, "De krijgsmacht", "De krijgsmacht"),
        ("het-leger.txt", f"Wat vooraf ging.\n\nDe generaals\n\n{BODY}", None, "De generaals"),
        ("het-leger.md", f"# De krijgsmacht\n\n## De generaals\n\n{BODY}", None, "De krijgsmacht. De generaals"),
    ],
)
def test_only_a_title_that_the_article_itself_has_stands_before_what_is_embedded(
    name: str, text: str, source_title: str | None, heading: str
) -> None:
    *_, passage = split_passages(parse_article(name, replace(source_of(name, text), title=source_title)))
    assert passage.heading == heading
    assert passage.embedded_text == (f"{heading}. {BODY}" if heading else BODY)


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
    assert section_at(article, 0) is None
    assert section_at(article, LIGHTHOUSE.index("three ships")) == "Why the tower was built"
    assert section_at(article, LIGHTHOUSE.index("The climb")) == "The climb"
    assert section_at(article, len(LIGHTHOUSE)) == "The climb"


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


@pytest.mark.parametrize(
    ("name", "text", "date"),
    [
        ("2024-05-01-ferry.md", "---\ndate: 2024-05-02\n---\n\nThe ferry sails.", "2024-05-02"),
        ("2024-05-01-ferry.md", "---\ntitle: The ferry\n---\n\nThe ferry sails.", "2024-05-01"),
        ("2023-01-01/ferry 20240501.txt", "The ferry sails.", "2024-05-01"),
        ("2023-01-01/ferry 12345678.txt", "The ferry sails.", None),
    ],
)
def test_the_date_is_that_of_the_text_or_else_of_the_file_name(name: str, text: str, date: str | None) -> None:
    assert article_of(name, text).date == date


def test_a_heading_that_is_not_the_title_of_the_front_matter_is_a_section() -> None:
    article = article_of("a.md", f"---\ntitle: Het leger\n---\n# De generaals\n\n{BODY}")
    assert (article.title, article.blocks[-1].section) == ("Het leger", "De generaals")


@pytest.mark.parametrize(
    ("name", "head", "byline"),
    [
        ("leger.docx", "", "Eva Slot · 2020-05-07"),
        ("2020-05-06 leger.docx", "", "Eva Slot · 2020-05-06"),
        ("2020-05-06 leger.docx", "Auteur: Jan Bos\nDatum: 5 mei 2020\n\n", "Jan Bos · 2020-05-05"),
    ],
)
def test_what_a_format_tells_comes_after_what_somebody_wrote(name: str, head: str, byline: str) -> None:
    article = parse_article(name, SourceText(head + BODY, author="Eva Slot", date="2020-05-07"))
    assert article.byline == byline
