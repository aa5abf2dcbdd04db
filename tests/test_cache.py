"""The cache: what was found out once is found again, and whatever befalls the cache, the answers are right."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from chatbot.answers.answer import Answer
from chatbot.answers.chatbot import Chatbot
from chatbot.articles.corpus import read_corpus
from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.passages.known_articles import analyse_articles, parser
from chatbot.storage.cache import LONGEST_UNUSED, LONGEST_WRITE, Cache
from tests.articles import BEES, MIXED, write_articles
from tests.command import Run
from tests.letter_encoder import LetterEncoder
from tests.strong import LetterCounts

QUESTIONS = ("Hoeveel molens staan er?", "How many eggs does the queen lay?", "Who won the football match?")
SOME = {"numbers": np.arange(1000)}


class Counting(LetterEncoder):
    """An encoder that remembers what it embedded, and may be stopped after so many texts."""

    def __init__(self, limit: int = 1_000_000) -> None:
        self.texts: list[str] = []
        self._limit = limit

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        if len(self.texts) > self._limit:
            raise KeyboardInterrupt
        return super().encode(texts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles", MIXED)


@pytest.fixture
def cache_folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def opened(folder: Path, cache: Cache | None, encoder: Encoder, strong: LetterCounts | None = None) -> Chatbot:
    return Chatbot(read_corpus(folder, parse=parser(cache)), encoder, strong, cache=cache)


def answers(chatbot: Chatbot) -> list[Answer]:
    return [chatbot.ask(question) for question in QUESTIONS]


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def nothing_is_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every attempt to read or analyse an article fail."""

    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("chatbot.passages.known_articles.parse_article", fail)
    monkeypatch.setattr("chatbot.passages.analyse.split_passages", fail)


def test_a_cached_and_a_fresh_chatbot_give_the_same_answers_to_the_last_digit(
    folder: Path, cache_folder: Path, encoder: Encoder
) -> None:
    fresh = answers(opened(folder, None, encoder))
    assert answers(opened(folder, Cache(cache_folder), encoder)) == fresh
    assert answers(opened(folder, Cache(cache_folder), encoder)) == fresh


def test_nothing_is_analysed_or_embedded_twice(
    folder: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Counting(), Counting()
    opened(folder, Cache(cache_folder), first)
    assert len(first.texts) == len(set(first.texts)) > 50
    nothing_is_analysed(monkeypatch)
    opened(folder, Cache(cache_folder), second)
    assert second.texts == []


def test_what_has_been_embedded_is_mapped_from_the_file_that_has_it(folder: Path, cache_folder: Path) -> None:
    fresh, cached = opened(folder, None, Counting()), opened(folder, Cache(cache_folder), Counting())
    assert not cached.meanings.passages.numbers.flags.writeable
    assert not cached.meanings.sentences.numbers.flags.writeable
    assert answers(cached) == answers(fresh)


def test_what_was_analysed_is_mapped_too(folder: Path, cache_folder: Path) -> None:
    cached = analyse_articles(read_corpus(folder).articles, Cache(cache_folder))
    assert not cached.terms.places.flags.writeable


def test_what_was_analysed_before_the_program_was_killed_is_kept(
    folder: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.passages.analyse.BLOCK_SIZE", 1)
    articles = read_corpus(folder).articles
    told: list[int] = []

    def kill(_stage: str, done: int, _total: int) -> None:
        told.append(done)
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        analyse_articles(articles, Cache(cache_folder), report=kill)
    assert len(files(cache_folder)) == 2
    told.clear()
    analyse_articles(articles, Cache(cache_folder), report=lambda _stage, done, _total: told.append(done))
    assert told == [0]
    assert len(files(cache_folder)) == 1  # the parts have gone


def test_articles_that_were_moved_are_known_again(
    folder: Path, cache_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(folder, Cache(cache_folder), Counting())
    nothing_is_analysed(monkeypatch)
    encoder = Counting()
    opened(folder.rename(tmp_path / "elsewhere"), Cache(cache_folder), encoder)
    assert encoder.texts == []


def test_a_changed_article_costs_its_own_share(folder: Path, cache_folder: Path) -> None:
    opened(folder, Cache(cache_folder), Counting())
    (folder / "nature" / "bees.md").write_text(BEES.replace("August", "September"), encoding="utf-8")
    encoder = Counting()
    chatbot = opened(folder, Cache(cache_folder), encoder)
    assert encoder.texts
    assert all("September" in text or "september" in text for text in encoder.texts)
    assert answers(chatbot) == answers(opened(folder, None, Counting()))


def test_other_articles_take_over_what_they_have_in_common(folder: Path, cache_folder: Path) -> None:
    opened(folder, Cache(cache_folder), Counting())
    (folder / "lighthouse.txt").unlink()
    encoder = Counting()
    chatbot = opened(folder, Cache(cache_folder), encoder)
    assert encoder.texts == []
    assert answers(chatbot) == answers(opened(folder, None, Counting()))


def test_the_strong_encoder_embeds_nothing_twice(folder: Path, cache_folder: Path) -> None:
    strong = LetterCounts()
    first = opened(folder, Cache(cache_folder), LetterEncoder(), strong).second_opinion
    assert first
    while first.add_next_batch():
        pass
    second = opened(folder, Cache(cache_folder), LetterEncoder(), LetterCounts()).second_opinion
    assert second
    assert (first.left, second.left) == (0, 0)
    scores, others = first.scores("eggs"), second.scores("eggs")
    assert scores is not None
    assert others is not None
    assert np.array_equal(scores, others)


def test_what_was_embedded_before_the_program_was_killed_is_kept(
    folder: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.index.meanings.BATCH_SIZES", (4, 4, 4))
    monkeypatch.setattr("chatbot.index.meanings.KEPT_TOGETHER", 8)
    killed, whole, second = Counting(limit=30), Counting(), Counting()
    with pytest.raises(KeyboardInterrupt):
        opened(folder, Cache(cache_folder), killed)
    opened(folder, None, whole)
    chatbot = opened(folder, Cache(cache_folder), second)
    assert set(killed.texts[:24]) | set(second.texts) == set(whole.texts)
    assert len(second.texts) == len(whole.texts) - 24
    assert answers(chatbot) == answers(opened(folder, None, Counting()))
    third = Counting()
    opened(folder, Cache(cache_folder), third)
    assert third.texts == []
    assert len(files(cache_folder)) == 5  # the parts have gone


def test_nor_is_it_lost_when_the_program_is_killed_again_and_there_is_more_than_the_cache_may_hold(
    folder: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.index.meanings.BATCH_SIZES", (4, 4, 4))
    monkeypatch.setattr("chatbot.index.meanings.KEPT_TOGETHER", 8)
    monkeypatch.setattr("chatbot.storage.cache.SIZE_LIMIT", 1)
    whole, third = Counting(), Counting()
    opened(folder, None, whole)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            opened(folder, Cache(cache_folder), Counting(limit=18))
    opened(folder, Cache(cache_folder), third)
    assert len(third.texts) == len(whole.texts) - 2 * 16


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def cut_the_last_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-2] ^= 1
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def put_something_else(path: Path) -> None:
    path.write_bytes(b"\x93NUMPY" * 100)


def make_newer(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"format": 1', b'"format": 2'))


def put_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "damage", [cut, cut_the_last_byte, flip_a_byte, empty, put_something_else, make_newer, put_a_folder]
)
@pytest.mark.parametrize("number", range(5))
def test_a_damaged_file_is_told_once_and_made_anew(
    folder: Path, cache_folder: Path, damage: Callable[[Path], None], number: int
) -> None:
    fresh = answers(opened(folder, Cache(cache_folder), Counting()))
    paths = files(cache_folder)
    assert len(paths) == 5
    damage(paths[number])
    cache = Cache(cache_folder)
    assert answers(opened(folder, cache, Counting())) == fresh
    assert cache.trouble
    assert cache.trouble.path in (paths[number], cache_folder)
    assert str(cache.trouble.path) in cache.trouble.told("nl")
    if damage is not put_a_folder:
        again = Cache(cache_folder)
        assert answers(opened(folder, again, Counting())) == fresh
        assert again.trouble is None


def test_a_cache_that_cannot_be_written_is_told_once(
    folder: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = answers(opened(folder, None, Counting()))

    def disk_is_full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_is_full)
    cache = Cache(cache_folder)
    assert answers(opened(folder, cache, Counting())) == fresh
    assert cache.trouble
    assert (cache.trouble.message, cache.trouble.reason) == ("cache not written", "No space left on device")
    assert files(cache_folder) == []


def test_a_full_disk_loses_nothing_that_was_there(
    folder: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(folder, Cache(cache_folder), Counting())
    before = {path: path.read_bytes() for path in files(cache_folder)}
    (folder / "new.txt").write_text("A new article about a comet.", encoding="utf-8")
    monkeypatch.setattr("chatbot.storage.array_file.write_parts", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    opened(folder, Cache(cache_folder), Counting())
    assert {path: path.read_bytes() for path in files(cache_folder)} == before


def test_a_file_in_the_place_of_the_folder_is_told(folder: Path, cache_folder: Path) -> None:
    cache_folder.write_text("no folder", encoding="utf-8")
    cache = Cache(cache_folder)
    assert answers(opened(folder, cache, Counting())) == answers(opened(folder, None, Counting()))
    assert cache.trouble


def test_two_programs_at_once_do_not_harm_each_other(folder: Path, cache_folder: Path) -> None:
    one, other = Cache(cache_folder), Cache(cache_folder)
    corpus = read_corpus(folder)
    first = Chatbot(corpus, LetterEncoder(), cache=one, embed=False)
    second = Chatbot(corpus, LetterEncoder(), cache=other, embed=False)
    going_on = [first.meanings, second.meanings]
    while going_on:
        going_on = [meanings for meanings in going_on if meanings.add_next_batch()]
    assert answers(first) == answers(second) == answers(opened(folder, Cache(cache_folder), Counting()))
    assert (one.trouble, other.trouble) == (None, None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_read_the_cache(folder: Path, cache_folder: Path) -> None:
    opened(folder, Cache(cache_folder / "deep"), Counting())
    assert stat.S_IMODE(cache_folder.stat().st_mode) == stat.S_IMODE((cache_folder / "deep").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in files(cache_folder / "deep")} == {0o600}


def age(path: Path, seconds: float) -> None:
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


def test_what_was_not_used_for_long_is_dropped(cache_folder: Path) -> None:
    for key in ("old", "used"):
        Cache(cache_folder).save("kind", "test", key, SOME)
    for path in files(cache_folder):
        age(path, LONGEST_UNUSED + 60)
    cache = Cache(cache_folder)
    assert cache.load("kind", "test", "used")
    cache.save("kind", "test", "new", SOME)
    assert Cache(cache_folder).load("kind", "test", "old") is None
    assert Cache(cache_folder).load("kind", "test", "used") is not None
    assert Cache(cache_folder).load("kind", "test", "new") is not None


def test_beyond_its_limit_the_cache_drops_what_was_not_used_for_longest(
    cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, key in enumerate(("first", "second", "third")):
        Cache(cache_folder).save("kind", "test", key, SOME)
        for path in files(cache_folder):
            age(path, 60 * (number + 1))
    monkeypatch.setattr("chatbot.storage.cache.SIZE_LIMIT", 3 * files(cache_folder)[0].stat().st_size)
    Cache(cache_folder).save("kind", "test", "fourth", SOME)
    left = [key for key in ("first", "second", "third", "fourth") if Cache(cache_folder).load("kind", "test", key)]
    assert left == ["second", "third", "fourth"]


def test_what_was_only_looked_through_may_be_dropped(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(cache_folder).save("kind", "test", "old", SOME)
    monkeypatch.setattr("chatbot.storage.cache.SIZE_LIMIT", 1)
    cache = Cache(cache_folder)
    assert len(list(cache.load_all("kind", "test"))) == 1
    cache.save("kind", "test", "new", SOME)
    assert len(files(cache_folder)) == 1


def test_what_the_program_uses_is_not_dropped_however_large(
    cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.storage.cache.SIZE_LIMIT", 1)
    cache = Cache(cache_folder)
    cache.save("kind", "test", "one", SOME)
    cache.save("kind", "test", "other", SOME)
    assert len(files(cache_folder)) == 2


def test_what_was_made_of_articles_as_they_were_is_dropped_once_they_have_changed(
    folder: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.storage.cache.SIZE_LIMIT", 1)
    chatbot = opened(folder, Cache(cache_folder), LetterEncoder())
    before = set(files(cache_folder))
    write_articles(folder, {"bees.md": "The bees of this hive have a new queen and new words."})
    renewed = chatbot.renewed()
    assert renewed
    left = before & set(files(cache_folder))
    assert {path.name.partition("-")[0] for path in before - left} == {"articles", "vocabulary"}
    assert {path.name.partition("-")[0] for path in left} == {"vectors"}  # of the articles that stayed
    assert renewed.ask("Who is new in the hive?").citations


def test_what_a_killed_program_left_unfinished_is_removed_in_time(cache_folder: Path) -> None:
    Cache(cache_folder).save("kind", "test", "one", SOME)
    old, young = (cache_folder / f".kind-1-{name}.arrays.x{name}.new" for name in ("old", "young"))
    for path in (old, young):
        path.write_bytes(b"half")
    age(old, LONGEST_WRITE + 60)
    Cache(cache_folder).save("kind", "test", "other", SOME)
    assert young.exists()
    assert not old.exists()


def test_the_command_line_shows_and_clears_the_cache(run: Run, folder: Path) -> None:
    run("ask", "molens", "--corpus", str(folder))
    status, output, errors = run("cache")
    assert (status, errors) == (0, "")
    assert str(Cache().folder) in output
    assert " MB" in output
    assert Cache().size() > 0
    status, output, errors = run("cache", "--clear")
    assert (status, errors) == (0, "")
    assert Cache().size() == 0
    assert "0.0 MB" in run("cache").output


def test_a_damaged_cache_is_told_in_one_line(run: Run, folder: Path) -> None:
    first = run("ask", "molens", "--corpus", str(folder))
    for path in files(Cache().folder):
        cut(path)
    status, output, errors = run("ask", "molens", "--corpus", str(folder))
    assert (status, output) == (first.status, first.output)
    assert errors.count("\n") == 1
    assert "cannot be used" in errors
    assert run("ask", "molens", "--corpus", str(folder)).errors == ""


def test_two_programs_that_start_together_answer_as_one_alone(folder: Path, tmp_path: Path) -> None:
    def started(cache: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "chatbot", "ask", "--json", QUESTIONS[1], "--corpus", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / cache)},
        )

    together = [started("shared"), started("shared")]
    outcomes = [program.communicate() for program in together]
    alone = started("own").communicate()
    again = started("shared").communicate()
    assert "two thousand eggs" in alone[0]
    assert alone[1] == ""
    assert [*outcomes, again] == [alone] * 3


SAVE_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
import numpy as np
from chatbot.storage.cache import Cache

for number in count():
    Cache(Path(sys.argv[1])).save("kind", "test", "key", {"numbers": np.full(1_000_000, number)})
    print(number, flush=True)
"""


@pytest.mark.parametrize("writes", [1, 2, 9])
def test_a_program_that_is_killed_while_it_writes_leaves_a_whole_file(cache_folder: Path, writes: int) -> None:
    command = [sys.executable, "-c", SAVE_FOR_EVER, str(cache_folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        for _ in range(writes):
            program.stdout.readline()
        program.kill()
    cache = Cache(cache_folder)
    arrays = cache.load("kind", "test", "key")
    assert arrays is not None
    assert cache.trouble is None
    assert arrays["numbers"][0] >= writes - 1
    assert np.ptp(arrays["numbers"]) == 0
