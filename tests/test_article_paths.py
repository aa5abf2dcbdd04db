"""Files: what a folder may hold beside good articles; the rest works, and each bad one is named once."""

from __future__ import annotations

import json
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatbot.articles.folder import FILE_LIMIT, SkippedFile
from chatbot.errors import CorpusError
from chatbot.passages.corpus import read_corpus
from chatbot.storage.ordinary_file import read_bytes
from chatbot.text.language_code import Language
from tests.articles import BEES, LIGHTHOUSE, write_articles
from tests.command import Run
from tests.documents import HTML

GOOD = "good.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article."""
    return write_articles(tmp_path, {GOOD: LIGHTHOUSE})


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """The same where every user may reach it."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield write_articles(path, {GOOD: LIGHTHOUSE})


def skipped_beside_good(folder: Path, language: Language = "en", file_limit: int = FILE_LIMIT) -> list[SkippedFile]:
    """What was skipped of a folder whose good article was read all the same."""
    corpus = read_corpus(folder, language, file_limit=file_limit)
    assert GOOD in [article.name for article in corpus.articles]
    return list(corpus.skipped)


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        (
            "nl",
            "Bestanden van een andere soort worden niet gelezen: 2 .xls, 1 .jpg, 1 README. Sla ze op als .docx, .pdf "
            "of .txt om ze te laten lezen.",
        ),
        (
            "en",
            "Files of other kinds are not read: 2 .xls, 1 .jpg, 1 README. Save them as .docx, .pdf or .txt to have "
            "them read.",
        ),
    ],
)
def test_files_of_other_kinds_are_counted_in_one_sentence(folder: Path, language: Language, reason: str) -> None:
    write_articles(folder, {"a.xls": "Blad", "onder/b.XLS": "Blad", "c.jpg": "", "README": "x"})
    assert skipped_beside_good(folder, language) == [SkippedFile("2 .xls, 1 .jpg, 1 README", reason, 4)]


def test_of_many_kinds_the_commonest_are_named(folder: Path) -> None:
    write_articles(folder, {f"a.{kind}": "" for kind in "abcdefghij"} | {"b.j": ""})
    (skipped,) = skipped_beside_good(folder)
    assert (skipped.name, skipped.count) == ("2 .j, 1 .a, 1 .b, 1 .c, 1 .d, 1 .e, 1 .f, 1 .g, …", 11)


@pytest.mark.parametrize("name", ["Pagina_bestanden", "Pagina_files", "Pagina-Dateien"])
def test_what_browsers_save_beside_a_page_is_left_out(folder: Path, name: str) -> None:
    write_articles(folder, {f"{name}/ad.txt": BEES, f"{name}/logo.png": "", "Andere_files/bees.txt": BEES})
    assert len(skipped_beside_good(folder)) == 1
    write_articles(folder, {"Pagina.htm": HTML})
    assert skipped_beside_good(folder) == []
    assert [article.name for article in read_corpus(folder).articles] == ["Andere_files/bees.txt", "Pagina.htm", GOOD]


def test_a_link_that_leads_nowhere_is_named(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    assert skipped_beside_good(folder) == [
        SkippedFile(
            "gone.txt", "gone.txt was skipped: it is gone, or it is a link that leads nowhere. Put the file back."
        )
    ]


def test_a_file_that_goes_between_listing_and_reading_is_named(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_bytes(folder / "gone.txt", FILE_LIMIT)


@pytest.mark.parametrize(
    ("language", "beginning"),
    [
        ("en", "loop.txt was skipped: it cannot be read ("),
        ("nl", "loop.txt is overgeslagen: het kan niet worden gelezen ("),
    ],
)
def test_links_that_lead_to_each_other_are_named(folder: Path, language: Language, beginning: str) -> None:
    (folder / "loop.txt").symlink_to("pool.txt")
    (folder / "pool.txt").symlink_to("loop.txt")
    loop, pool = skipped_beside_good(folder, language)
    assert (loop.name, pool.name) == ("loop.txt", "pool.txt")
    assert loop.reason.startswith(beginning)


def test_a_link_to_a_file_is_read_and_a_link_to_a_folder_is_not(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = write_articles(tmp_path_factory.mktemp("elsewhere"), {"bees.md": BEES})
    (folder / "linked.md").symlink_to(elsewhere / "bees.md")
    (folder / "elsewhere").symlink_to(elsewhere)
    (folder / "within").mkdir()
    (folder / "within" / "circle").symlink_to(folder)
    assert [article.name for article in read_corpus(folder).articles] == [GOOD, "linked.md"]
    assert skipped_beside_good(folder) == []


def test_a_folder_with_the_name_of_an_article_is_a_folder(folder: Path) -> None:
    write_articles(folder, {"folder.txt/bees.md": BEES})
    assert [article.name for article in read_corpus(folder).articles] == ["folder.txt/bees.md", GOOD]


@pytest.mark.usefixtures("without_privileges")
def test_a_file_without_permission_is_named(open_folder: Path) -> None:
    write_articles(open_folder, {"secret.txt": BEES})
    (open_folder / "secret.txt").chmod(0)
    (skipped,) = skipped_beside_good(open_folder)
    assert skipped == SkippedFile(
        "secret.txt",
        "secret.txt was skipped: it cannot be read (Permission denied). Check the permissions of the file.",
    )


def test_a_folder_within_without_permission_is_named(open_folder: Path, request: pytest.FixtureRequest) -> None:
    write_articles(open_folder, {"secret/bees.md": BEES, "open/bees.md": BEES})
    (open_folder / "secret").chmod(0)
    request.getfixturevalue("without_privileges")
    (skipped,) = skipped_beside_good(open_folder)
    assert skipped.reason == (
        "The folder secret was skipped: it cannot be read (Permission denied). Check its permissions."
    )


@pytest.mark.parametrize("within", ["", "deeper"])
def test_a_folder_without_permission_is_an_error(
    open_folder: Path, request: pytest.FixtureRequest, within: str
) -> None:
    write_articles(open_folder, {"secret/deeper/bees.md": BEES})
    (open_folder / "secret").chmod(0)
    request.getfixturevalue("without_privileges")
    with pytest.raises(CorpusError, match=r"cannot be read \(Permission denied\)"):
        read_corpus(open_folder / "secret" / within)


def test_a_pipe_and_a_socket_and_a_device_are_named_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket.txt"))
        skipped = skipped_beside_good(folder)
    assert [file.name for file in skipped] == ["device.txt", "pipe.txt", "socket.txt"]
    assert [file.reason.split(": ")[1].split(".")[0] for file in skipped[:2]] == ["it is not an ordinary file"] * 2


def test_a_file_above_the_limit_is_named_and_not_read(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(2_000_000_000)  # takes no room on the disk
    assert skipped_beside_good(folder) == [
        SkippedFile(
            "huge.txt",
            "huge.txt was skipped: it is larger than 20 MB. Divide it into several files, "
            "or raise the setting file_limit.",
        )
    ]
    assert FILE_LIMIT == 20_000_000


def test_the_limit_can_be_another_and_is_the_most_that_is_read(folder: Path) -> None:
    size = len(LIGHTHOUSE.encode())
    write_articles(folder, {"larger.txt": LIGHTHOUSE + "."})
    assert [file.name for file in skipped_beside_good(folder, file_limit=size)] == ["larger.txt"]
    assert skipped_beside_good(folder, file_limit=size + 1) == []


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "a\x1b[31m.txt", "[bold].txt", "a\udcffb.txt", "\u202etxt.exe.md", " .txt"]
)
def test_an_article_of_any_name_is_listed_shown_and_cited(run: Run, tmp_path: Path, name: str) -> None:
    write_articles(tmp_path, {name: BEES})
    corpus = ["--corpus", str(tmp_path)]
    status, output, errors = run("articles", *corpus)
    assert (status, len(output.splitlines()), errors) == (0, 2, "")
    assert all(line.isprintable() for line in output.splitlines())
    assert json.loads(run("articles", "--json", *corpus).output)["file"] == name
    assert run("show", name, *corpus).output == BEES
    answer = run("ask", "How many eggs does the queen lay?", *corpus)
    assert (answer.status, answer.errors) == (0, "")
    (citation, *_) = json.loads(run("ask", "--json", "How many eggs does the queen lay?", *corpus).output)["citations"]
    assert citation["article"] == name


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[31m.txt", "a\udcffb.txt"])
def test_a_skipped_file_of_any_name_is_told_on_one_line(run: Run, folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"")
    status, _, errors = run("articles", "--corpus", str(folder))
    assert (status, errors.count("\n")) == (0, 1)
    assert errors.rstrip("\n").isprintable()


def test_a_folder_of_any_name_is_read_and_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a\n\udcff"
    status, output, errors = run("articles", "--corpus", str(folder))
    assert (status, output, errors.count("\n")) == (2, "", 1)
    write_articles(folder, {GOOD: BEES})
    assert run("show", GOOD, "--corpus", str(folder)).output == BEES
