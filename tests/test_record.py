"""The record of an article: what analysis finds in it, which is found again without another analysis."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.articles.article import parse_article
from chatbot.articles.folder import SourceFile, bundled_folder, read_folder
from chatbot.articles.source_text import SourceText
from chatbot.passages.corpus import read_corpus
from chatbot.passages.passage import split_passages
from chatbot.passages.record import article_record
from chatbot.storage.store import Store, analysis_version
from chatbot.text.analysis import terms
from tests.articles import BEES, MIXED, WINDMILLS, article_texts, source_of, write_articles

NAMES = ["a.txt", "a.md", "twee woorden.txt"]
BEES_FILE = SourceFile("bees.md", source_of("bees.md", BEES))

files = st.builds(lambda name, text: SourceFile(name, source_of(name, text)), st.sampled_from(NAMES), article_texts)


def no_article_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every attempt to parse an article fail."""

    def fail(name: str, _source: SourceText) -> None:
        raise AssertionError(name)

    monkeypatch.setattr("chatbot.passages.record.parse_article", fail)


def all_files() -> Sequence[SourceFile]:
    some = (SourceFile(name, source_of(name, text)) for name, text in MIXED.items())
    return [*some, *read_folder(bundled_folder()).files]


@settings(max_examples=40)
@given(files)
def test_a_record_comes_back_from_the_store_unchanged(file: SourceFile) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = article_record(file, Store(Path(folder)))
        with pytest.MonkeyPatch.context() as monkeypatch:
            no_article_is_parsed(monkeypatch)
            assert article_record(file, Store(Path(folder))) == record
    assert record == article_record(file)


def test_the_name_of_a_file_need_not_be_unicode(tmp_path: Path) -> None:
    file = SourceFile("oude m\udcffolens.txt", SourceText("Daar staan er negentien van."))
    record = article_record(file, Store(tmp_path))
    assert article_record(file, Store(tmp_path)) == record == article_record(file)


@given(files)
def test_an_article_and_its_passages_are_made_from_its_record(file: SourceFile) -> None:
    record, parsed = article_record(file), parse_article(file.name, file.source)
    article = record.article(file)
    assert article == parsed
    assert list(record.passages_of(article)) == list(split_passages(parsed))


@pytest.mark.parametrize("file", all_files(), ids=lambda file: str(file.name))
def test_a_passage_has_the_terms_of_its_text_its_section_and_its_title(file: SourceFile) -> None:
    record = article_record(file)
    article = record.article(file)
    for passage, found in zip(record.passages_of(article), record.passage_terms(), strict=True):
        text = f"{article.plain[passage.start : passage.end]} {article.title} {passage.section or ''}"
        assert found == [term for term, _ in terms(text, article.language)]


@pytest.mark.parametrize(("name", "is_own"), [("de molens.txt", False), ("a.md", True)])
def test_only_a_title_that_the_article_has_itself_is_searched(name: str, is_own: bool) -> None:
    text = "# De molens\n\nDaar staan er negentien van." if is_own else "Daar staan er negentien van."
    record = article_record(SourceFile(name, source_of(name, text)))
    assert (record.title, record.has_own_title) == ("De molens", is_own)
    assert ("molen@nl" in record.terms) == is_own


def test_each_form_of_a_word_is_counted_with_its_term() -> None:
    text = "The bee sees a bee. All the bees of the hive are Bees."
    record = article_record(SourceFile("a.txt", SourceText(text)))
    counts = {form: (record.terms[number], count) for form, number, count in record.forms}
    assert counts == {
        "bee": ("bee@en", 2),
        "sees": ("see@en", 1),
        "bees": ("bee@en", 1),
        "hive": ("hive@en", 1),
        "Bees": ("bee@en", 1),
    }
    assert [list(found) for found in record.passage_terms()] == [
        ["bee@en", "see@en", "bee@en", "bee@en", "hive@en", "bee@en"]
    ]


def test_nothing_is_analysed_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_articles(tmp_path / "articles", MIXED)
    corpus = read_corpus(folder, store=Store(tmp_path / "cache"))
    no_article_is_parsed(monkeypatch)
    assert read_corpus(folder, store=Store(tmp_path / "cache")) == corpus
    write_articles(folder, {"nature/bees.md": BEES + "They dance.\n"})
    with pytest.raises(AssertionError, match=r"bees\.md"):
        read_corpus(folder, store=Store(tmp_path / "cache"))


@pytest.mark.parametrize(
    "other",
    [
        SourceFile("wasps.md", BEES_FILE.source),
        SourceFile("bees.md", source_of("bees.md", WINDMILLS)),
        SourceFile("bees.md", replace(BEES_FILE.source, title="On bees")),
        SourceFile("bees.md", replace(BEES_FILE.source, is_markdown=False)),
    ],
    ids=["name", "text", "title", "syntax"],
)
def test_an_article_of_another_name_text_title_or_syntax_is_another(tmp_path: Path, other: SourceFile) -> None:
    store = Store(tmp_path)
    article_record(BEES_FILE, store)
    assert article_record(other, store) == article_record(other)


def test_another_version_of_the_program_analyses_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    article_record(BEES_FILE, store)
    monkeypatch.setattr("chatbot.passages.record.analysis_version", lambda: "another")
    no_article_is_parsed(monkeypatch)
    with pytest.raises(AssertionError, match=r"bees\.md"):
        article_record(BEES_FILE, store)


def test_the_version_of_the_analysis_names_the_libraries_that_have_a_say_in_it() -> None:
    assert all(f" {library} " in analysis_version() for library in ("PyStemmer", "langdetect", "rank-bm25"))


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    read_corpus(write_articles(tmp_path, MIXED), report=lambda *progress: told.append(progress))
    stages = ("reading", "analysing")
    assert told == [(stage, number, len(MIXED)) for stage in stages for number in range(len(MIXED))]
