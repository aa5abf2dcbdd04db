"""Storage: what is written is private, and there as a whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from chatbot.storage import private_files
from chatbot.storage.private_files import (
    SPARE,
    append_line,
    make_private_folder,
    write_whole,
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_folders_and_files_are_for_this_user_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "whole", b"x")
    append_line(tmp_path / "new" / "deep" / "lines", "x")
    assert mode(tmp_path / "new") == mode(tmp_path / "new" / "deep") == 0o700
    assert mode(tmp_path / "new" / "whole") == mode(tmp_path / "new" / "deep" / "lines") == 0o600


def test_a_folder_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private_folder(tmp_path)
    assert mode(tmp_path) == 0o755


def test_writing_replaces_what_was_there_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old, and longer")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")

    def disk_is_full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", disk_is_full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_program_that_was_ended_left_goes_with_the_next_write(tmp_path: Path) -> None:
    left, used = tmp_path / f"{SPARE}left", tmp_path / f"{SPARE}used"
    for folder in (left, used):
        folder.mkdir()
    os.utime(left, (0, 0))
    write_whole(tmp_path / "file", b"whole")
    assert not left.exists()
    assert used.exists()


def test_lines_are_added_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    append_line(path, "één")
    append_line(path, "two \ud800")
    assert path.read_text(encoding="utf-8") == "één\ntwo \\ud800\n"


def test_a_line_that_was_cut_off_does_not_swallow_the_next(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b'{"cut": "o')
    append_line(path, "whole")
    assert path.read_text(encoding="utf-8").splitlines() == ['{"cut": "o', "whole"]


def test_the_four_folders_are_the_platforms_and_differ(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folders = {
        private_files.config_folder(),
        private_files.data_folder(),
        private_files.state_folder(),
        private_files.cache_folder(),
    }
    assert len(folders) == 4
    assert all("chatbot" in folder.parts for folder in folders)
    if sys.platform == "linux":
        assert private_files.config_folder() == tmp_path / "config" / "chatbot"
