"""Workers: what hangs or dies in a process of its own costs one reply."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatbot.worker_process import WorkerError, WorkerProcess

WORKER = """
import os, re, time

def answer(request):
    match request:
        case b"hang":
            re.match("(a|a)*b", "a" * 99)  # which takes years, and lets no other thread work
        case b"die":
            os._exit(1)
        case b"raise":
            raise BaseException("a panic")
        case b"print":
            print("This is no reply.")
        case b"process":
            return str(os.getpid()).encode()
        case b"terminals":
            return repr([os.isatty(number) for number in range(3)]).encode()
    return str(len(request)).encode()
"""

TIME = 60.0
"""More seconds than any reply here takes."""


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerProcess]:
    (tmp_path / "some_worker.py").write_text(WORKER)
    monkeypatch.syspath_prepend(tmp_path)
    worker = WorkerProcess("some_worker")
    yield worker
    worker.close()


def test_requests_of_any_bytes_are_replied_to_by_one_process(worker: WorkerProcess) -> None:
    first = worker.ask(b"process", TIME)
    assert [int(worker.ask(request, TIME)) for request in (b"", b"\n\0\xff", b"a" * 1_000_000)] == [0, 3, 1_000_000]
    assert worker.ask(b"process", TIME) == first


@pytest.mark.parametrize(
    ("request_", "seconds", "is_late"), [(b"hang", 0.1, True), (b"die", TIME, False), (b"raise", TIME, False)]
)
def test_a_worker_that_takes_too_long_or_dies_is_replaced(
    worker: WorkerProcess, request_: bytes, seconds: float, is_late: bool
) -> None:
    before = worker.ask(b"process", TIME)
    with pytest.raises(WorkerError) as raised:
        worker.ask(request_, seconds)
    assert raised.value.is_late == is_late
    assert worker.ask(b"process", TIME) != before


def test_a_worker_that_died_or_was_stopped_between_two_requests_is_replaced(worker: WorkerProcess) -> None:
    before = worker.ask(b"process", TIME)
    assert worker._process
    worker._process.kill()
    worker._process.wait()
    after = worker.ask(b"process", TIME)
    worker.close()
    assert len({before, after, worker.ask(b"process", TIME)}) == 3


def test_a_worker_has_no_terminal_and_prints_no_replies(worker: WorkerProcess) -> None:
    assert worker.ask(b"terminals", TIME) == b"[False, False, False]\n"
    assert worker.ask(b"print", TIME) == b"5\n"


def test_a_worker_that_hangs_before_its_first_request_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow_worker.py").write_text("import time\ntime.sleep(600)")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(WorkerError) as raised:
        WorkerProcess("slow_worker").ask(b"", 1.0)
    assert raised.value.is_late


def test_a_worker_ends_when_nobody_is_left_to_ask(tmp_path: Path) -> None:
    (tmp_path / "some_worker.py").write_text(WORKER)
    for request, status, reply in ((b"5 60\nhello", 0, b"5\n"), (b"4 0.1\nhang", 1, b"")):
        worker = subprocess.run(
            [sys.executable, "-m", "chatbot.worker_process", "some_worker", "60"],
            input=request,
            cwd=tmp_path,
            capture_output=True,
            timeout=TIME,
            check=False,
        )
        assert (worker.returncode, worker.stdout) == (status, reply)
