"""Articles that change while the program runs: they are read again, and nothing else is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.articles.corpus import fingerprint, read_corpus
from chatbot.encoders.encoder import Vectors
from chatbot.errors import CorpusError
from chatbot.storage.cache import Cache
from tests.articles import BEES, MIXED, write_articles
from tests.letter_encoder import LetterEncoder
from tests.strong import LetterCounts

COMET = "The comet of 1811\n\nWho saw it?\n\nA watchmaker saw the comet above the harbour of Hoorn."


class Counting(LetterEncoder):
    """An encoder that remembers what it embedded."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().encode(texts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles", MIXED)


def embedded_at_a_start(folder: Path, cache_folder: Path) -> list[str]:
    """The texts that a new start over the folder embeds, as the cache does not have them."""
    encoder = Counting()
    Chatbot(read_corpus(folder), encoder, cache=Cache(cache_folder))
    return encoder.texts


def write_later(path: Path, text: str) -> None:
    """Write the file, at a time that differs from that of before however fast the test runs."""
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))


def test_a_folder_that_nobody_touched_has_the_same_fingerprint(folder: Path) -> None:
    assert fingerprint(folder) == fingerprint(folder) == read_corpus(folder).fingerprint


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


def test_without_a_change_there_is_nothing_new(folder: Path) -> None:
    assert Chatbot(read_corpus(folder), LetterEncoder()).renewed() is None


@pytest.mark.parametrize("is_cached", [True, False])
def test_a_change_costs_its_own_share_with_and_without_a_cache(folder: Path, tmp_path: Path, is_cached: bool) -> None:
    encoder = Counting()
    chatbot = Chatbot(read_corpus(folder), encoder, cache=Cache(tmp_path / "cache") if is_cached else None)
    encoder.texts.clear()
    (folder / "comet.txt").write_text(COMET, encoding="utf-8")
    renewed = chatbot.renewed()
    assert renewed
    assert "A watchmaker saw the comet" in " ".join(encoder.texts)
    assert not any("queen" in text or "molen" in text for text in encoder.texts)
    question = "Who saw the comet?"
    assert renewed.ask(question) == Chatbot(read_corpus(folder), LetterEncoder()).ask(question)
    assert renewed.ask(question).citations[0].article == "comet.txt"


def test_a_change_has_no_large_file_of_the_cache_read_or_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    chatbot = Chatbot(read_corpus(folder), LetterEncoder(), cache=cache)
    vectors = {path: path.stat().st_size for path in cache.folder.glob("vectors-*")}
    (folder / "comet.txt").write_text(COMET, encoding="utf-8")
    with monkeypatch.context() as context:
        context.setattr(Cache, "load_all", lambda *_: pytest.fail("looked through all files"))
        assert chatbot.renewed()
    new = [path for path in cache.folder.glob("vectors-*") if path not in vectors]
    assert sum(path.stat().st_size for path in new) < sum(vectors.values()) / 2
    assert embedded_at_a_start(folder, tmp_path / "cache") == []


def test_after_many_changes_the_vectors_are_in_one_file_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.index.embedding.MOST_FILES", 4)
    cache = Cache(tmp_path / "cache")
    chatbot = Chatbot(read_corpus(folder), LetterEncoder(), cache=cache)
    most = 0
    for number in range(12):
        (folder / "comet.txt").write_text(COMET + f"It came {'so ' * number}near.\n", encoding="utf-8")
        chatbot = chatbot.renewed() or chatbot
        most = max(most, len(list(cache.folder.glob("vectors-*"))))
    assert most < 3 * 12
    assert embedded_at_a_start(folder, tmp_path / "cache") == []


def test_what_was_taken_over_is_not_dropped_from_a_cache_that_is_full(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.storage.cache.SIZE_LIMIT", 1)
    chatbot = Chatbot(read_corpus(folder), LetterEncoder(), cache=Cache(tmp_path / "cache"))
    for name in ("comet.txt", "asteroid.txt"):
        (folder / name).write_text(COMET.replace("comet", name.partition(".")[0]), encoding="utf-8")
        renewed = chatbot.renewed()
        assert renewed
        chatbot = renewed
    monkeypatch.undo()
    assert embedded_at_a_start(folder, tmp_path / "cache") == []


def test_articles_that_did_not_change_are_not_read_anew(folder: Path) -> None:
    chatbot = Chatbot(read_corpus(folder), LetterEncoder())
    write_later(folder / "nature" / "bees.md", BEES.replace("August", "September"))
    renewed = chatbot.renewed()
    assert renewed
    for article in chatbot.corpus.articles:
        is_same = renewed.corpus.article(article.name) is article
        assert is_same == (article.name != "nature/bees.md")


def test_the_strong_encoder_goes_on_where_it_was(folder: Path) -> None:
    chatbot = Chatbot(read_corpus(folder), LetterEncoder(), LetterCounts())
    assert chatbot.second_opinion
    while chatbot.second_opinion.add_next_batch():
        pass
    (folder / "comet.txt").write_text(COMET, encoding="utf-8")
    renewed = chatbot.renewed()
    assert renewed
    assert renewed.second_opinion
    assert renewed.second_opinion.left == 1


def test_a_conversation_goes_on_with_the_new_articles(folder: Path) -> None:
    chatbot = Chatbot(read_corpus(folder), LetterEncoder())
    conversation = chatbot.conversation()
    first = conversation.ask("How many eggs does the queen lay?")
    write_later(folder / "nature" / "bees.md", BEES.replace("two thousand", "three thousand"))
    renewed = chatbot.renewed()
    assert renewed
    conversation.go_on_with(renewed)
    second = conversation.ask("How many eggs does the queen lay?")
    assert "two thousand" in first.citations[0].text
    assert "three thousand" in second.citations[0].text
    assert conversation.answers == [first, second]


def test_a_folder_that_is_emptied_is_told(folder: Path) -> None:
    chatbot = Chatbot(read_corpus(folder), LetterEncoder())
    for name in MIXED:
        (folder / name).unlink()
    with pytest.raises(CorpusError):
        chatbot.renewed()
