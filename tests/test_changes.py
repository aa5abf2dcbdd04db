"""Articles that change while the program runs: they are read again, and nothing else is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chatbot.articles.article import Article, parse_article
from chatbot.articles.folder import fingerprint
from chatbot.articles.source_text import SourceText
from chatbot.storage.store import Store
from tests.articles import BEES, MIXED, write_articles
from tests.small_chatbot import Counting, over, small_chatbot
from tests.strong import LetterCounts

COMET = "The comet of 1811\n\nWho saw it?\n\nA watchmaker saw the comet above the harbour of Hoorn."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles", MIXED)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def write_later(path: Path, text: str) -> None:
    """Write the file, at a time that differs from that of before however fast the test runs."""
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))


def test_a_folder_that_nobody_touched_has_the_same_fingerprint(folder: Path) -> None:
    assert fingerprint(folder) == fingerprint(folder)


def test_a_file_that_is_added_written_renamed_or_removed_changes_the_fingerprint(folder: Path) -> None:
    seen = [fingerprint(folder)]
    (folder / "new.txt").write_text("New.", encoding="utf-8")
    seen.append(fingerprint(folder))
    write_later(folder / "nature" / "bees.md", BEES)
    seen.append(fingerprint(folder))
    (folder / "new.txt").rename(folder / "newer.txt")
    seen.append(fingerprint(folder))
    (folder / "newer.txt").unlink()
    seen.append(fingerprint(folder))
    (folder / "lighthouse.txt").unlink()
    seen.append(fingerprint(folder))
    assert len(set(seen)) == len(seen)


def test_what_is_no_article_does_not_count(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "picture.png").write_bytes(b"x")
    (folder / ".hidden.txt").write_text("x", encoding="utf-8")
    assert fingerprint(folder) == before


def test_a_folder_that_is_gone_has_a_fingerprint_too(folder: Path) -> None:
    assert fingerprint(folder / "gone") != fingerprint(folder)


def test_a_right_to_read_is_a_change(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "lighthouse.txt").chmod(0o400)
    assert fingerprint(folder) != before


def test_a_change_costs_its_own_share(folder: Path, store: Store) -> None:
    encoder = Counting()
    small_chatbot(folder, store, encoder)
    encoder.texts.clear()
    (folder / "comet.txt").write_text(COMET, encoding="utf-8")
    small_chatbot(folder, store, encoder)
    assert "A watchmaker saw the comet" in " ".join(encoder.texts)
    assert not any("queen" in text or "molen" in text for text in encoder.texts)


def test_what_the_store_has_of_the_articles_before_changes_no_answer(folder: Path, store: Store) -> None:
    small_chatbot(folder, store)
    (folder / "comet.txt").write_text(COMET, encoding="utf-8")
    (folder / "lighthouse.txt").unlink()
    renewed, new = small_chatbot(folder, store), small_chatbot(folder)
    for question in ("Who saw the comet?", "How many steps lead to the lantern room?", "Waar woonde de molenaar?"):
        assert renewed.ask(question) == new.ask(question)
    assert renewed.ask("Who saw the comet?").citations[0].article == "comet.txt"


def test_articles_that_did_not_change_are_not_analysed_anew(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysed: list[str] = []

    def listen(name: str, source: SourceText) -> Article:
        analysed.append(name)
        return parse_article(name, source)

    small_chatbot(folder, store)
    monkeypatch.setattr("chatbot.passages.record.parse_article", listen)
    write_later(folder / "nature" / "bees.md", BEES.replace("August", "September"))
    small_chatbot(folder, store)
    assert analysed == ["nature/bees.md"]


@pytest.mark.parametrize("with_store", [True, False])
def test_the_strong_encoder_goes_on_where_it_was(folder: Path, store: Store, with_store: bool) -> None:
    chatbot = small_chatbot(folder, store if with_store else None, strong=LetterCounts())
    list(chatbot.engine.reader.read_ahead(chatbot.index.passages))
    (folder / "comet.txt").write_text(COMET, encoding="utf-8")
    renewed = over(folder, chatbot.engine)
    total = len(renewed.index.passages)
    assert list(renewed.engine.reader.read_ahead(renewed.index.passages)) == [(total - 1, total)]


def test_a_conversation_goes_on_with_the_new_articles(folder: Path) -> None:
    chatbot = small_chatbot(folder)
    conversation = chatbot.conversation()
    first = conversation.ask("How many eggs does the queen lay?")
    write_later(folder / "nature" / "bees.md", BEES.replace("two thousand", "three thousand"))
    conversation.go_on_with(small_chatbot(folder))
    second = conversation.ask("How many eggs does the queen lay?")
    assert "two thousand" in first.citations[0].text
    assert "three thousand" in second.citations[0].text
    assert conversation.answers == [first, second]
