"""A corpus: the files that are read as articles, and what is said of those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.articles.folder import bundled_folder
from chatbot.errors import ChatbotError, CorpusError
from chatbot.passages.corpus import read_corpus
from chatbot.text.language_code import Language
from tests.articles import BEES, ENGLISH, LIGHTHOUSE, write_articles

NO_TEXT = "it holds no readable text. Save the file as text, preferably in UTF-8."


def names(folder: Path) -> list[str]:
    return [article.name for article in read_corpus(folder).articles]


def test_articles_are_read_to_the_letter(tmp_path: Path) -> None:
    corpus = read_corpus(write_articles(tmp_path, ENGLISH))
    assert {article.name: article.text for article in corpus.articles} == ENGLISH
    assert corpus.folder == tmp_path
    assert corpus.skipped == ()


def test_articles_are_in_the_order_of_their_names(tmp_path: Path) -> None:
    write_articles(tmp_path, dict.fromkeys(["c.txt", "a.md", "b/z.txt", "d/e/f.txt", "b/a.txt"], LIGHTHOUSE))
    assert names(tmp_path) == ["a.md", "b/a.txt", "b/z.txt", "c.txt", "d/e/f.txt"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "a.Md", "a b.txt", "één.txt", "onder/in/a.txt", "a.b.txt"])
def test_text_and_markdown_files_are_articles(tmp_path: Path, name: str) -> None:
    write_articles(tmp_path, {name: LIGHTHOUSE})
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("name", [".a.txt", ".git/a.txt", "onder/.in/a.txt", "~$a.docx", "Thumbs.db", "a.txt~"])
def test_hidden_files_and_those_of_programs_are_passed_over(tmp_path: Path, name: str) -> None:
    corpus = read_corpus(write_articles(tmp_path, {"kept.txt": LIGHTHOUSE, name: BEES}))
    assert [article.name for article in corpus.articles] == ["kept.txt"]
    assert corpus.skipped == ()


def test_every_article_has_its_record(tmp_path: Path) -> None:
    corpus = read_corpus(write_articles(tmp_path, {**ENGLISH, "a.txt": "", "b.md": "---\ntitle: Only this\n---\n"}))
    assert [skipped.name for skipped in corpus.skipped] == ["a.txt", "b.md"]
    assert [article.title for article in corpus.articles] == ["The lighthouse of Skerry Point", "Keeping honey bees"]
    assert [record.article for record in corpus.records] == list(corpus.articles)


def test_an_article_is_found_by_its_name(tmp_path: Path) -> None:
    corpus = read_corpus(write_articles(tmp_path, ENGLISH))
    article = corpus.article("nature/bees.md")
    assert article is not None
    assert article.title == "Keeping honey bees"
    assert corpus.article("bees.md") is None


def test_a_byte_order_mark_stays_in_the_text_but_not_in_the_title(tmp_path: Path) -> None:
    (article,) = read_corpus(write_articles(tmp_path, {"a.txt": "\ufeff" + LIGHTHOUSE})).articles
    assert article.text == "\ufeff" + LIGHTHOUSE
    assert article.title == "The lighthouse of Skerry Point"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read_as_ours(tmp_path: Path, line_end: str) -> None:
    (article,) = read_corpus(write_articles(tmp_path, {"a.txt": LIGHTHOUSE.replace("\n", line_end)})).articles
    assert article.text == LIGHTHOUSE
    assert [article.text[block.start : block.end] for block in article.blocks if block.is_heading] == [
        "Why the tower was built",
        "The climb",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le"])
def test_an_article_tells_what_it_was_decoded_with(tmp_path: Path, encoding: str) -> None:
    text = "Het café\n\nEr staat één kop koffie op tafel.\n"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (article,) = read_corpus(tmp_path).articles
    assert (article.title, article.text, article.encoding) == ("Het café", text, encoding)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", f"odd.txt was skipped: {NO_TEXT}"),
        (b"\xff\xfet\x00\x00", f"odd.txt was skipped: {NO_TEXT}"),
        (b"", "odd.txt was skipped: there is no text in it."),
        (b" \n\t\r\n", "odd.txt was skipped: there is no text in it."),
        (b"\xef\xbb\xbf\n", "odd.txt was skipped: there is no text in it."),
    ],
)
def test_a_file_that_cannot_be_used_is_skipped_with_a_reason(tmp_path: Path, content: bytes, complaint: str) -> None:
    write_articles(tmp_path, {"kept.txt": LIGHTHOUSE})
    (tmp_path / "odd.txt").write_bytes(content)
    corpus = read_corpus(tmp_path)
    assert [article.name for article in corpus.articles] == ["kept.txt"]
    assert [(skipped.name, skipped.reason) for skipped in corpus.skipped] == [("odd.txt", complaint)]


@pytest.mark.parametrize(
    ("language", "complaint"),
    [
        ("en", "There is no folder {}. Name a folder of articles (.txt or .md, and with the extra formats"),
        ("nl", "De map {} bestaat niet. Geef met --corpus een map met artikelen op (.txt of .md, en met"),
    ],
)
def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path, language: Language, complaint: str) -> None:
    with pytest.raises(CorpusError) as error:
        read_corpus(tmp_path / "nowhere", language)
    assert str(error.value).startswith(complaint.format(tmp_path / "nowhere"))
    assert isinstance(error.value, ChatbotError)


def test_a_file_in_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    write_articles(tmp_path, {"a.txt": LIGHTHOUSE})
    with pytest.raises(CorpusError, match=r"a\.txt is not a folder\. Name the folder"):
        read_corpus(tmp_path / "a.txt")


@pytest.mark.parametrize("files", [{}, {"a.doc": "Word"}, {".a.txt": LIGHTHOUSE}])
def test_a_folder_without_articles_is_an_error(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(CorpusError, match=r"holds no (readable )?article \(\.txt or \.md, .*\)\. Put one"):
        read_corpus(write_articles(tmp_path, files))


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", b"\0"), ("a.txt", b""), ("a.md", b"---\ntitle: Only this\n---\n")],
)
def test_a_folder_of_files_without_any_text_to_cite_is_an_error(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError, match=r"holds no readable article \(\.txt or \.md, .*\)\. Put one with text"):
        read_corpus(tmp_path)


def test_two_articles_come_with_the_program() -> None:
    assert len(names(bundled_folder())) == 2
