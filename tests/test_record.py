"""The record of an article: what analysis finds in it, which is found again without another analysis."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chatbot.articles.article import Article
from chatbot.articles.folder import bundled_folder
from chatbot.articles.source_text import SourceText, UnreadableFileError
from chatbot.passages.corpus import read_corpus
from chatbot.passages.passage import split_passages
from chatbot.passages.record import ArticleRecord, article_record, file_records
from chatbot.storage.store import Store, analysis_version
from chatbot.text.analysis import terms
from chatbot.worker_process import WorkerProcess
from tests.articles import BEES, MIXED, WINDMILLS, article_of, article_texts, write_articles


def no_article_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every attempt to parse an article fail."""

    def fail(name: str, _source: SourceText) -> None:
        raise AssertionError(name)

    monkeypatch.setattr("chatbot.passages.record.parse_article", fail)


def all_articles() -> Sequence[Article]:
    some = (article_of(name, text) for name, text in MIXED.items())
    return [*some, *read_corpus(bundled_folder()).articles]


def records(name: str, data: bytes, store: Store | None = None) -> list[ArticleRecord]:
    """The records of a file of plain text or Markdown, for which no process is needed."""
    return file_records(name, data, WorkerProcess("no_such_module"), store)


@settings(max_examples=40)
@given(st.sampled_from(["a.txt", "a.md", "twee woorden.txt"]), article_texts)
def test_a_record_comes_back_from_the_store_unchanged(name: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        computed: list[ArticleRecord] = []
        with suppress(UnreadableFileError):
            computed = records(name, text.encode(), Store(Path(folder)))
        assume(computed)
        no_article_is_parsed(monkeypatch)
        assert records(name, text.encode(), Store(Path(folder))) == computed
        assert [record.article.name for record in computed] == [name]


def test_the_name_of_a_file_need_not_be_unicode(tmp_path: Path) -> None:
    name, data = "oude m\udcffolens.txt", b"Daar staan er negentien van."
    computed = records(name, data, Store(tmp_path))
    assert records(name, data, Store(tmp_path)) == computed == records(name, data)
    assert computed[0].article.name == name


@given(st.sampled_from(["a.txt", "a.md"]), article_texts)
def test_the_passages_of_an_article_are_made_from_its_record(name: str, text: str) -> None:
    article = article_of(name, text)
    record = article_record(article)
    assert record.article == article
    assert list(record.own_passages()) == list(split_passages(article))


@pytest.mark.parametrize("article", all_articles(), ids=lambda article: str(article.name))
def test_a_passage_has_the_terms_of_its_text_its_section_and_its_title(article: Article) -> None:
    record = article_record(article)
    for passage, found in zip(record.own_passages(), record.passage_terms(), strict=True):
        text = f"{article.plain[passage.start : passage.end]} {article.title} {passage.section or ''}"
        assert found == [term for term, _ in terms(text, article.language)]


@pytest.mark.parametrize(("name", "is_own"), [("de molens.txt", False), ("a.md", True)])
def test_only_a_title_that_the_article_has_itself_is_searched(name: str, is_own: bool) -> None:
    text = "# De molens\n\nDaar staan er negentien van." if is_own else "Daar staan er negentien van."
    record = article_record(article_of(name, text))
    assert (record.article.title, record.article.has_own_title) == ("De molens", is_own)
    assert ("molen@nl" in record.terms) == is_own


def test_each_form_of_a_word_is_counted_with_its_term() -> None:
    text = "The bee sees a bee. All the bees of the hive are Bees."
    record = article_record(article_of("a.txt", text))
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
    ("name", "data"),
    [("wasps.md", BEES.encode()), ("bees.md", WINDMILLS.encode()), ("bees.txt", BEES.encode())],
    ids=["name", "text", "syntax"],
)
def test_a_file_of_another_name_or_text_is_another(tmp_path: Path, name: str, data: bytes) -> None:
    store = Store(tmp_path)
    records("bees.md", BEES.encode(), store)
    assert records(name, data, store) == records(name, data)


def test_why_a_file_has_no_text_comes_from_the_store_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    for _ in range(2):
        with pytest.raises(UnreadableFileError, match="not text"):
            records("odd.txt", b"\x89PNG\r\n\x1a\n\x00", store)
        monkeypatch.setattr("chatbot.passages.record.source_text", None)


def test_another_version_of_the_program_analyses_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    records("bees.md", BEES.encode(), store)
    monkeypatch.setattr("chatbot.passages.record.analysis_version", lambda: "another")
    no_article_is_parsed(monkeypatch)
    with pytest.raises(AssertionError, match=r"bees\.md"):
        records("bees.md", BEES.encode(), store)


@pytest.mark.parametrize("library", ["PyStemmer", "rank-bm25", "pdf-oxide"])
def test_another_version_of_a_library_or_none_is_another_of_the_analysis(
    monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    def version(changed: str | None) -> str:
        def other(package: str) -> str:
            if package == library and changed is None:
                raise PackageNotFoundError
            return f"{changed if package == library else 1}"

        monkeypatch.setattr("chatbot.storage.store.installed_version", other)
        return analysis_version.__wrapped__()

    assert len({version("1"), version("2"), version(None)}) == 3


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    read_corpus(write_articles(tmp_path, MIXED), report=lambda *progress: told.append(progress))
    assert told == [("reading", number, len(MIXED)) for number in range(len(MIXED))]
