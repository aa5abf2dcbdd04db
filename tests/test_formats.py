"""Formats: HTML, PDF, Word and EPUB are read as articles, and a bad file of theirs harms nothing."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.articles.article import Article, parse_article
from chatbot.articles.folder import source_text
from chatbot.articles.formats import extraction
from chatbot.articles.formats.extraction import FORMATS
from chatbot.articles.source_text import SourceText, UnreadableFileError
from chatbot.passages.corpus import read_corpus
from chatbot.passages.record import file_records
from chatbot.storage.store import Store
from chatbot.worker_process import WorkerProcess
from tests.articles import LIGHTHOUSE, write_articles
from tests.command import Run
from tests.documents import HTML, archive, book, pdf, word_document

PAGES = [
    ["Keeping honey bees", "A colony has a single queen and many workers that", "fly out. She lives for four years."],
    ["Beekeepers take the honey in August."],
]
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000)
PASSWORD = "honey"  # noqa: S105 - of a file that is made here
PDF = pdf(PAGES, "Keeping honey bees")

BOMB = '<!DOCTYPE x [<!ENTITY a "{}">{}]>'.format(
    "ha" * 50, "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


Reader = Callable[[str, bytes], SourceText]


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerProcess]:
    with closing(WorkerProcess(extraction.__name__)) as worker:
        yield worker


@pytest.fixture(scope="module")
def read_source(worker: WorkerProcess) -> Reader:
    """Reads a file of that name."""
    return lambda name, data: source_text(Path(name).suffix, data, worker)


@pytest.fixture(scope="module")
def article(read_source: Reader) -> Callable[[str, bytes], Article]:
    """Reads an article of that name."""
    return lambda name, data: parse_article(name, read_source(name, data))


def headings(read: Article) -> list[str]:
    return [block.label(read.text) for block in read.blocks if block.is_heading]


def paragraphs(read: Article) -> list[str]:
    return [read.text[block.start : block.end] for block in read.blocks if not block.is_heading]


def test_raised_and_lowered_signs_of_a_page_are_read_as_those_of_plain_text(
    article: Callable[[str, bytes], Article],
) -> None:
    sentence = "Each m<sup>2</sup> of the hive<sup>[3]</sup> takes in CO<sub>2</sub> on the 2<sup>nd</sup> day."
    page = HTML.replace("A colony", f"{sentence} A colony")
    assert "Each m² of the hive³ takes in CO2 on the 2nd day." in article("bees.html", page.encode()).text


def test_of_a_web_page_the_article_is_read_without_the_menus(tmp_path: Path) -> None:
    (read,) = read_corpus(write_articles(tmp_path, {"bees.HTM": HTML})).articles
    assert (read.title, read.language, read.encoding) == ("Keeping honey bees", "en", "utf-8")
    assert read.source.page_starts == ()
    assert headings(read) == ["The queen", "The harvest"]
    assert "lays two thousand eggs a day" in " ".join(read.text.split())
    assert not any(word in read.text for word in ("News", "Cookies", "steal", "example.org"))


def test_bold_and_italics_of_a_web_page_are_read_as_words_alone(article: Callable[[str, bytes], Article]) -> None:
    said = """<p>She <i>lives</i> for <strong>four <em>long</em> years</strong><b>, and</b> lays
    <u>two thousand</u> eggs.
    It is un<b>believ</b>able that CO<sub>2</sub> puts her to sleep.</p><p><b>1. Why does she rest?</b></p>
    <p>5 * 3 * 2 of [her] _own_ eggs, `so` they say.</p><ul><li><i>Drones</i> do <b>nothing</b>.</li></ul>"""
    page = HTML.replace("<h2>The queen</h2>", f"<h2>The <em>queen</em></h2>{said}")
    read = article("bees.html", page.encode())
    assert " ".join(read.text.split()).startswith(
        "# Keeping honey bees ## The queen She lives for four long years, and lays two thousand eggs. "
        "It is unbelievable that CO2 puts her to sleep. ### 1. Why does she rest? "
        "5 * 3 * 2 of [her] _own_ eggs, `so` they say. - Drones do nothing. A colony has a single queen."
    )


@pytest.mark.parametrize(("charset", "encoding"), [("windows-1252", "windows-1252"), ("cp850", "cp850")])
def test_a_web_page_tells_its_encoding(article: Callable[[str, bytes], Article], charset: str, encoding: str) -> None:
    page = HTML.replace("<head>", f'<head><meta charset="{charset}">').replace("August", "août")
    read = article("bees.html", page.encode(encoding))
    assert "in août, when" in read.text
    assert read.encoding == encoding


def test_of_a_word_document_title_headings_lists_and_tables_are_read(article: Callable[[str, bytes], Article]) -> None:
    read = article("bees.docx", word_document())
    assert (read.title, read.encoding) == ("Keeping honey bees", None)
    assert headings(read) == ["The queen"]
    assert paragraphs(read) == ["She lives for four years.", "- She lays eggs.", "| Weight | A fifth of a gram. |"]


def test_of_a_book_the_chapters_are_read_in_their_order(article: Callable[[str, bytes], Article]) -> None:
    read = article("bees.epub", book())
    assert read.title == "Keeping honey bees"
    assert headings(read) == ["The queen", "The harvest"]
    assert paragraphs(read) == [
        "She lives for four years.",
        "- She lays eggs.",
        "Smoke comes first.",
        "Beekeepers take the honey in August.",
        "That is heavy work.",
    ]


def test_of_a_book_without_one_of_its_chapters_the_others_are_read(article: Callable[[str, bytes], Article]) -> None:
    members = ZipFile(io.BytesIO(book()))
    whole = {name: members.read(name) for name in members.namelist()}
    read = article("bees.epub", archive({name: data for name, data in whole.items() if not name.endswith("one.xhtml")}))
    assert headings(read) == ["The harvest"]


def test_of_a_pdf_the_pages_are_known(article: Callable[[str, bytes], Article]) -> None:
    read = article("bees.pdf", PDF)
    assert read.title == "Keeping honey bees"
    first, second = (read.text.index(sentence) for sentence in ("She lives", "Beekeepers"))
    assert (read.page_at(0), read.page_at(first), read.page_at(second)) == (1, 1, 2)


def test_the_title_of_a_pdf_that_no_page_shows_is_not_believed(article: Callable[[str, bytes], Article]) -> None:
    assert article("honey-bees.pdf", pdf(PAGES[1:], "Microsoft Word - Document1")).title == "Honey bees"


def test_the_title_of_a_pdf_is_that_of_its_properties_where_the_text_begins_with_a_sentence(
    article: Callable[[str, bytes], Article],
) -> None:
    assert article("b.pdf", pdf([["She lives for four years."]], "The queen of bees")).title == "The queen of bees"


def test_a_citation_of_a_pdf_names_the_page_and_is_what_show_prints(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bees.pdf").write_bytes(PDF)
    write_articles(tmp_path, {"lighthouse.txt": LIGHTHOUSE})
    question = ["When do beekeepers take the honey?", "--corpus", str(tmp_path)]
    assert ", p. 2 (bees.pdf)" in run("ask", *question).output
    citations = json.loads(run("ask", "--json", "--top", "9", *question).output)["citations"]
    text = run("show", "bees.pdf", "--corpus", str(tmp_path)).output
    assert [c["page"] for c in citations if c["article"] == "lighthouse.txt"] == [None, None]
    (cited, *_) = [c for c in citations if c["article"] == "bees.pdf"]
    assert cited["text"] == text[cited["start"] : cited["end"]]


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.pdf", pdf(PAGES, password=PASSWORD), "file encrypted"),
        ("a.pdf", PDF[: len(PDF) // 2], "file damaged"),
        ("a.pdf", b"%PDF-1.7", "file damaged"),
        ("a.pdf", pdf([[], []]), "pages without text"),
        ("a.pdf", LIGHTHOUSE.encode(), "file damaged"),
        ("a.docx", OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "file encrypted"),
        ("a.doc", OLD_WORD, "old word file"),
        ("a.docx", word_document()[:-100], "file damaged"),
        ("a.docx", archive({"a.txt": "A text."}), "file damaged"),
        ("a.docx", archive({"a.bin": bytes(101_000_000)}), "file too large inside"),
        ("a.epub", archive({str(number): b"" for number in range(5_001)}), "file too large inside"),
        ("a.epub", archive({"mimetype": "application/epub+zip"}), "file damaged"),
        ("a.epub", book(doctype=BOMB, title="&i;"), "file damaged"),
        ("a.epub", book(doctype=OUTSIDE, title="&i;"), "file damaged"),
        ("a.epub", b"PK\x03\x04", "file damaged"),
    ],
    ids=["pdf with a password", "pdf cut off", "pdf cut at once", "pdf without text", "pdf of text",
         "docx with a password", "old doc", "docx cut off",
         "docx of nothing", "docx bomb", "epub of many", "epub of nothing", "epub bomb", "epub with a file",
         "epub cut"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(read_source: Reader, name: str, data: bytes, key: str) -> None:
    with pytest.raises(UnreadableFileError, match=key):
        read_source(name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", rb"{\rtf1\ansi She lives for four years.\par}"),
        ("a.docx", rb"{\rtf1\ansi She lives for four years.\par}"),
        ("a.doc", HTML.encode()),
        ("a.doc", b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + HTML.encode()),
        ("a.doc", word_document()),
        ("a.rtf", word_document()),
        ("a.docx", PDF),
    ],
    ids=["rtf as doc", "rtf as docx", "html", "html in parts", "docx as doc", "docx as rtf", "pdf"],
)
def test_a_file_is_read_as_what_it_is_whatever_its_name(read_source: Reader, name: str, data: bytes) -> None:
    assert "lives for four years" in " ".join(read_source(name, data).text.split())


def test_entities_of_a_web_page_and_of_a_chapter_stand_for_nothing(read_source: Reader) -> None:
    page = read_source("a.html", (OUTSIDE + HTML.replace("A colony", "&i; A colony")).encode())
    chapter = read_source("a.epub", book({"one.xhtml": "<p>Bees &i; dance.</p>"}))
    assert "root:" not in page.text + chapter.text
    assert "dance." in chapter.text


@pytest.mark.parametrize("suffix", FORMATS)
def test_bytes_of_any_kind_are_a_text_or_none(read_source: Reader, suffix: str) -> None:
    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.binary(max_size=2000)
        | st.builds(bytes.__add__, st.sampled_from([PDF[:300], book()[:400], b"<p>"]), st.binary())
    )
    def check(data: bytes) -> None:
        text = ""
        with suppress(UnreadableFileError):
            text = read_source(f"a{suffix}", data).text
        assert text.encode("utf-8").decode() == text

    check()


def refuse(worker: WorkerProcess, monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    """Have a file take longer than it may, and a library spoil the reply."""
    with monkeypatch.context() as patch:
        patch.setattr("chatbot.articles.formats.extraction.TIME_LIMIT", 0)
        with pytest.raises(UnreadableFileError, match="file too slow"):
            file_records("a.pdf", PDF, worker, store)
    with monkeypatch.context() as patch:
        patch.setattr(worker, "ask", lambda *_: b"a warning")
        with pytest.raises(UnreadableFileError, match="file damaged"):
            file_records("a.pdf", PDF, worker, store)


def test_a_reader_that_takes_too_long_or_dies_is_ended_and_the_next_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    with closing(WorkerProcess(extraction.__name__)) as worker:
        refuse(worker, monkeypatch, store)
        assert file_records("a.pdf", PDF, worker, store)[0].article.source.page_starts[0] == 0


def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every attempt to begin the process that reads formats fail."""

    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("chatbot.worker_process._start", fail)


def test_a_file_that_stayed_the_same_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    documents = {"a.pdf": PDF, "b.html": HTML.encode(), "c.docx": word_document(), "d.epub": book(), "e.pdf": PDF[:90]}
    for name, data in documents.items():
        (folder / name).write_bytes(data)
    first = read_corpus(folder, store=Store(tmp_path / "cache"))
    no_process(monkeypatch)
    again = read_corpus(folder, store=Store(tmp_path / "cache"))
    assert (again.articles, again.skipped) == (first.articles, first.skipped)
    assert ([len(first.articles)], [skipped.name for skipped in first.skipped]) == ([4], ["e.pdf"])
    assert first.articles[0].source.page_starts


def test_a_file_that_is_written_anew_is_read_anew(tmp_path: Path, worker: WorkerProcess) -> None:
    store = Store(tmp_path)
    read = [file_records("a.epub", book(title=title), worker, store)[0].article.title for title in ("Bees", "Wasps")]
    assert read == ["Bees", "Wasps"]


def test_a_format_that_is_not_installed_is_named_with_what_installs_it(
    tmp_path: Path, worker: WorkerProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("chatbot.articles.folder.FORMATS", {".rtf": "no_such_reader"})
        with pytest.raises(UnreadableFileError, match="format not installed"):
            file_records("a.rtf", b"A text.", worker, store)
    with pytest.raises(UnreadableFileError, match="file damaged"):  # as soon as it is installed
        file_records("a.rtf", b"A text.", worker, store)


def test_a_bad_file_is_skipped_beside_good_ones(tmp_path: Path) -> None:
    write_articles(tmp_path, {"good.txt": LIGHTHOUSE})
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "good.pdf").write_bytes(PDF)
    corpus = read_corpus(tmp_path)
    assert [read.name for read in corpus.articles] == ["good.pdf", "good.txt"]
    assert [skipped.reason for skipped in corpus.skipped] == [
        "bad.pdf was skipped: the file is damaged. Save it again or get it again."
    ]
