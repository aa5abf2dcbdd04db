"""The store: what was computed once is found again, and whatever befalls the store, the answers are right."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.answer import Answer
from chatbot.answers.chatbot import Chatbot
from chatbot.storage.store import LONGEST_UNUSED, ROWS_AT_ONCE, Key, Store, row_key
from tests.articles import BEES, MIXED, write_articles
from tests.command import Run
from tests.small_chatbot import Counting, small_chatbot
from tests.strong import LetterCounts

QUESTIONS = ("Hoeveel molens staan er?", "How many eggs does the queen lay?", "Who won the football match?")
LARGE = bytes(range(256)) * 400
"""A value of 100 kB."""


def key(name: str) -> Key:
    return row_key("test 1", name)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles", MIXED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a store, which is not there yet."""
    return tmp_path / "cache"


@pytest.fixture
def own_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The platform's cache folder is this test's alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """The same in a folder that every user may reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name, "cache")


@given(st.dictionaries(st.text() | st.binary(), st.binary(max_size=2000), max_size=20))
def test_what_was_saved_is_found_again(contents: dict[str | bytes, bytes]) -> None:
    rows = {row_key("test 1", content): value for content, value in contents.items()}
    with tempfile.TemporaryDirectory() as name:
        Store(Path(name)).save(rows)
        store = Store(Path(name))
        assert store.load([*rows, key("not saved")]) == rows
        assert store.known([*rows, key("not saved")]) == rows.keys()
        assert store.trouble is None


def test_many_rows_are_found_at_once(folder: Path) -> None:
    rows = {key(str(number)): b"x" for number in range(2 * ROWS_AT_ONCE + 1)}
    Store(folder).save(rows)
    assert Store(folder).load(iter(rows)) == rows


def test_the_last_value_of_a_key_is_the_one_that_is_found(folder: Path) -> None:
    store = Store(folder)
    store.save({key("a"): b"old", key("b"): b"other"})
    store.save({key("a"): b"new"})
    assert store.load([key("a"), key("b")]) == {key("a"): b"new", key("b"): b"other"}


def test_a_key_is_that_of_one_maker_and_one_content() -> None:
    parts: list[tuple[str, *tuple[str | bytes, ...]]] = [
        ("ab",), ("a", "b"), ("ab", ""), ("a", "", "b"), ("a", "bc"), ("ab", "c"), ("a", b"\0b"), ("a", "\udcff")
    ]  # fmt: skip
    assert len({row_key(*each) for each in parts}) == len(parts)
    assert row_key("a", "één") == row_key("a", "één".encode())


def test_two_stores_on_one_file_see_what_the_other_saved(folder: Path) -> None:
    one, other = Store(folder), Store(folder)
    for number in range(5):
        one.save({key(f"one {number}"): b"1"})
        other.save({key(f"other {number}"): b"2"})
        assert one.load_one(key(f"other {number}")) == b"2"
        assert other.load_one(key(f"one {number}")) == b"1"
    assert (one.trouble, other.trouble) == (None, None)


def test_threads_share_a_store(folder: Path) -> None:
    store = Store(folder)

    def save_and_load(number: int) -> bytes | None:
        store.save({key(str(number)): str(number).encode()})
        return store.load_one(key(str(number)))

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(save_and_load, range(40))) == [str(number).encode() for number in range(40)]
    assert store.trouble is None


SAVE_MANY = """
import sys
from pathlib import Path
from chatbot.storage.store import Store, row_key

store = Store(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    store.save({row_key("test 1", f"{sys.argv[2]} {number}"): bytes(100_000)})
    print(number, flush=True)
assert store.trouble is None, store.trouble
"""


def saving(folder: Path, name: str, rows: int) -> subprocess.Popen[str]:
    """A program that saves so many rows."""
    command = [sys.executable, "-c", SAVE_MANY, str(folder), name, str(rows)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_programs_at_once_lose_nothing(folder: Path) -> None:
    programs = [saving(folder, "one", 30), saving(folder, "other", 30)]
    for program in programs:
        program.communicate()
        assert program.returncode == 0
    keys = [key(f"{name} {number}") for name in ("one", "other") for number in range(30)]
    assert Store(folder).load(keys) == dict.fromkeys(keys, bytes(100_000))


def test_a_program_that_is_killed_while_it_saves_leaves_what_it_had_saved(folder: Path) -> None:
    rows = 9
    with saving(folder, "killed", 100_000) as program:
        assert program.stdout
        for _ in range(rows):
            program.stdout.readline()
        program.kill()
    store = Store(folder)
    keys = [key(f"killed {number}") for number in range(rows)]
    assert store.load(keys) == dict.fromkeys(keys, bytes(100_000))
    store.save({key("next"): b"next"})
    assert store.load_one(key("next")) == b"next"
    assert store.trouble is None


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def put_something_else(path: Path) -> None:
    path.write_bytes(b"\x93NUMPY" * 1000)


def overwrite_the_middle(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:1000] + b"\xff" * 9000 + content[10_000:])


def put_another_form(path: Path, *columns: str) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"CREATE TABLE rows ({', '.join(columns)})")


def leave_out_columns(path: Path) -> None:
    put_another_form(path, "key BLOB PRIMARY KEY", "value BLOB")


def name_columns_otherwise(path: Path) -> None:
    put_another_form(path, "key BLOB PRIMARY KEY", "used INTEGER", "crc INTEGER", "value BLOB")


@pytest.mark.parametrize(
    "damage", [cut, put_something_else, overwrite_the_middle, leave_out_columns, name_columns_otherwise]
)
def test_a_damaged_file_is_told_once_and_made_anew(folder: Path, damage: Callable[[Path], None]) -> None:
    rows = {key(str(number)): LARGE for number in range(5)}
    Store(folder).save(rows)
    damage(Store(folder).path)
    store = Store(folder)
    assert store.load(rows) == {}
    assert store.trouble
    assert store.trouble.name == "cache damaged"
    assert str(store.path) in store.trouble.sentence("nl")
    store.save(rows)
    again = Store(folder)
    assert again.load(rows) == rows
    assert again.trouble is None


def test_to_look_for_nothing_opens_no_file(folder: Path) -> None:
    assert Store(folder).load([]) == {}
    assert not folder.exists()


def test_an_empty_file_is_a_store_without_rows(folder: Path) -> None:
    folder.mkdir()
    store = Store(folder)
    store.path.touch()
    assert store.load([key("a")]) == {}
    store.save({key("a"): b"a"})
    assert store.load_one(key("a")) == b"a"
    assert store.trouble is None


def test_a_damaged_row_is_not_found_and_the_others_are(folder: Path) -> None:
    Store(folder).save({key("a"): b"the bees of the hive", key("b"): b"the mills of the dike"})
    path = Store(folder).path
    path.write_bytes(path.read_bytes().replace(b"the bees", b"the beer"))
    store = Store(folder)
    assert store.load([key("a"), key("b")]) == {key("b"): b"the mills of the dike"}
    store.save({key("a"): b"made anew"})
    assert store.load_one(key("a")) == b"made anew"
    assert store.trouble is None


def test_a_file_in_the_place_of_the_folder_is_told(folder: Path) -> None:
    folder.write_text("no folder", encoding="utf-8")
    store = Store(folder)
    store.save({key("a"): b"a"})
    assert store.load_one(key("a")) is None
    assert store.trouble
    assert (store.trouble.name, store.trouble.values["path"]) == ("cache unusable", store.path)
    assert folder.read_text(encoding="utf-8") == "no folder"


def test_a_folder_in_the_place_of_the_file_is_told(folder: Path) -> None:
    store = Store(folder)
    store.path.mkdir(parents=True)
    store.save({key("a"): b"a"})
    assert store.load_one(key("a")) is None
    assert store.trouble
    assert store.trouble.name == "cache unusable"


SAVE_ON_A_FULL_DISK = """
import resource
import sys
from pathlib import Path
from chatbot.storage.store import Store, row_key

store = Store(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (store.path.stat().st_size + 50_000,) * 2)
store.save({row_key("test 1", "too large"): bytes(1_000_000)})
print(store.load_one(row_key("test 1", "too large")), store.load_one(row_key("test 1", "a")), store.trouble.name)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_full_disk_is_told_and_loses_nothing_that_was_there(folder: Path) -> None:
    Store(folder).save({key("a"): b"a"})
    command = [sys.executable, "-c", SAVE_ON_A_FULL_DISK, str(folder)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert output == "None b'a' cache unusable\n"
    store = Store(folder)
    assert (store.load_one(key("a")), store.trouble) == (b"a", None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_store_that_is_read_only_can_be_read(open_folder: Path, request: pytest.FixtureRequest) -> None:
    Store(open_folder).save({key("a"): b"a"})
    (open_folder / "store.sqlite").chmod(0o444)
    open_folder.chmod(0o555)
    request.getfixturevalue("without_privileges")
    store = Store(open_folder)
    assert store.load_one(key("a")) == b"a"
    assert store.known([key("a")]) == {key("a")}
    assert store.trouble is None
    store.save({key("b"): b"b"})
    assert store.trouble
    assert store.trouble.name == "cache unusable"
    assert (store.load_one(key("a")), store.load_one(key("b"))) == (b"a", None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_folder_that_may_not_be_entered_is_told(open_folder: Path, request: pytest.FixtureRequest) -> None:
    Store(open_folder).save({key("a"): b"a"})
    open_folder.chmod(0)
    request.getfixturevalue("without_privileges")
    store = Store(open_folder)
    assert store.load_one(key("a")) is None
    assert store.known([key("a")]) == frozenset()
    store.save({key("a"): b"a"})
    assert store.trouble


def test_a_program_that_writes_for_too_long_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(folder).save({key("a"): b"a"})
    monkeypatch.setattr("chatbot.storage.store.LOCK_SECONDS", 0.0)
    store, other = Store(folder), sqlite3.connect(Store(folder).path)
    other.execute("BEGIN IMMEDIATE")
    store.save({key("b"): b"b"})
    assert store.load_one(key("a")) == b"a"
    assert store.trouble
    assert str(store.trouble.values["reason"]) == "database is locked"
    other.rollback()
    other.close()
    store.save({key("b"): b"b"})
    assert store.load_one(key("b")) == b"b"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_read_the_store(folder: Path) -> None:
    Store(folder / "deep").save({key("a"): b"a"})
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "deep", folder / "deep" / "store.sqlite")]
    assert modes == [0o700, 0o700, 0o600]


def on_day(day: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store that is opened on that day."""
    monkeypatch.setattr("chatbot.storage.store.time", SimpleNamespace(time=lambda: day * 86_400.0))
    return Store(folder)


def test_what_was_not_used_for_thirty_days_is_evicted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_day(100, folder, monkeypatch).save({key("old"): b"o", key("loaded"): b"l"})
    on_day(101, folder, monkeypatch).save({key("young"): b"y"})
    on_day(120, folder, monkeypatch).load_one(key("loaded"))
    on_day(101 + LONGEST_UNUSED, folder, monkeypatch).save({key("new"): b"n"})
    assert Store(folder).known(map(key, ("old", "loaded", "young", "new"))) == set(map(key, ("loaded", "young", "new")))


def test_beyond_the_limit_what_was_not_used_for_longest_is_evicted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.storage.store.STORE_LIMIT", 350_000)
    for day, name in enumerate(("first", "second", "third")):
        on_day(day, folder, monkeypatch).save({key(name): LARGE})
    on_day(3, folder, monkeypatch).load_one(key("first"))
    on_day(4, folder, monkeypatch).save({key("fourth"): LARGE})
    assert Store(folder).known(map(key, ("first", "second", "third", "fourth"))) == {key("first"), key("fourth")}


def test_the_file_does_not_grow_beyond_its_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatbot.storage.store.STORE_LIMIT", 1_000_000)
    store = Store(folder)
    for number in range(40):
        store.save({key(str(number)): LARGE})
    assert store.path.stat().st_size < 1_000_000 + 2 * len(LARGE)
    assert store.load_one(key("39")) == LARGE
    assert store.load_one(key("0")) is None


@pytest.mark.usefixtures("own_cache")
def test_a_store_that_is_deleted_while_it_is_open_goes_on_from_nothing() -> None:
    store = Store()
    store.save({key("before"): b"b"})
    store.path.unlink()
    assert store.load_one(key("before")) is None
    store.save({key("after"): b"a"})
    assert store.load_one(key("after")) == Store().load_one(key("after")) == b"a"
    assert store.trouble is None


def answers(chatbot: Chatbot) -> list[Answer]:
    return [chatbot.ask(question) for question in QUESTIONS]


@pytest.mark.parametrize("strong", [None, LetterCounts()], ids=["light", "strong"])
def test_a_chatbot_gives_the_same_answers_with_and_without_a_store(
    articles: Path, folder: Path, strong: LetterCounts | None
) -> None:
    fresh = answers(small_chatbot(articles, strong=strong))
    assert answers(small_chatbot(articles, Store(folder), strong=strong)) == fresh
    assert answers(small_chatbot(articles, Store(folder), strong=strong)) == fresh
    cut(Store(folder).path)
    assert answers(small_chatbot(articles, Store(folder), strong=strong)) == fresh


def test_nothing_is_embedded_twice(articles: Path, folder: Path) -> None:
    first, second = Counting(), Counting()
    small_chatbot(articles, Store(folder), first)
    assert len(first.texts) == len(set(first.texts)) > 50
    small_chatbot(articles, Store(folder), second)
    assert second.texts == []


def test_articles_that_were_moved_are_known_again(articles: Path, folder: Path, tmp_path: Path) -> None:
    small_chatbot(articles, Store(folder), Counting())
    encoder = Counting()
    small_chatbot(articles.rename(tmp_path / "elsewhere"), Store(folder), encoder)
    assert encoder.texts == []


def test_a_changed_article_costs_its_own_share(articles: Path, folder: Path) -> None:
    small_chatbot(articles, Store(folder))
    (articles / "nature" / "bees.md").write_text(BEES.replace("August", "September"), encoding="utf-8")
    encoder = Counting()
    chatbot = small_chatbot(articles, Store(folder), encoder)
    assert encoder.texts
    assert all("september" in text.lower() for text in encoder.texts)
    assert answers(chatbot) == answers(small_chatbot(articles))


def test_another_encoder_embeds_all_of_it_anew(articles: Path, folder: Path) -> None:
    first, second = Counting(), Counting()
    second.identity = "letter groups, another version"
    small_chatbot(articles, Store(folder), first)
    small_chatbot(articles, Store(folder), second)
    assert second.texts == first.texts


def test_what_was_embedded_before_the_program_was_killed_is_kept(
    articles: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.index.embeddings.BATCH_SIZE", 8)
    killed, whole, second = Counting(limit=30), Counting(), Counting()
    with pytest.raises(KeyboardInterrupt):
        small_chatbot(articles, Store(folder), killed)
    small_chatbot(articles, None, whole)
    chatbot = small_chatbot(articles, Store(folder), second)
    assert killed.texts[:24] + second.texts == whole.texts
    assert answers(chatbot) == answers(small_chatbot(articles))


@pytest.mark.usefixtures("own_cache")
def test_a_damaged_cache_is_told_in_one_line(run: Run, articles: Path) -> None:
    first = run("ask", "molens", "--corpus", str(articles))
    cut(Store().path)
    status, output, errors = run("ask", "molens", "--corpus", str(articles))
    assert (status, output) == (first.status, first.output)
    assert errors.count("\n") == 1
    assert f"{os.sep}store.sqlite cannot be used" in errors
    assert run("ask", "molens", "--corpus", str(articles)).errors == ""
