"""Workers: modules of the program that run in a process beside it, which can be ended whatever they are doing.

A request goes to the standard input of the process, after a line with the number of its bytes and the seconds that it
may take; the reply comes back as a line. Either side may go at any time. `multiprocessing` would run the script again
that the user began with, which may be a few lines that open a folder.
"""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from time import monotonic

MEMORY_LIMIT = 2_000_000_000  # the most bytes of address space of a worker, where the system can hold it to that


class WorkerError(Exception):
    """A worker gave no reply: it took too long, if it `is_late`, and else it died or could not begin."""

    def __init__(self, is_late: bool) -> None:
        super().__init__()
        self.is_late = is_late


class WorkerProcess:
    """A module that has `answer`, in a process that begins with the first request, or the first after it ended.

    It has no terminal, and what it writes to standard error is lost. One thread asks at a time; any may stop it.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: bytes, seconds: float) -> bytes:
        """The reply to a request; raises WorkerError after that many seconds, and where there is none."""
        if self._process and self._process.poll() is not None:
            self.close()
        try:
            process = self._process = self._process or _start(self._module, seconds)
        except OSError as error:  # the system has no room for another
            raise WorkerError(is_late=False) from error
        deadline = monotonic() + seconds
        try:
            line = _exchange(process, request, seconds)
        except BaseException:  # an interrupt: what it replies later is no reply to the next request
            self.close()
            raise
        if not line.endswith(b"\n"):
            self.close()
            raise WorkerError(is_late=monotonic() >= deadline)
        return line

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            process.kill()
            with suppress(OSError, ValueError):  # what it was not given yet, it no longer takes
                process.communicate()


def _start(module: str, seconds: float) -> subprocess.Popen[bytes]:
    # The other process finds the same modules, wherever this one has them from, and no others (`-P`).
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
    return subprocess.Popen(  # noqa: S603 - a module of the program
        [sys.executable, "-P", "-m", __name__, module, str(seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,  # which Windows does not have, but for the flag below
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _exchange(process: subprocess.Popen[bytes], request: bytes, seconds: float) -> bytes:
    """The line that the process replies, no whole one where it died over the request."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(b"%d %f\n" % (len(request), seconds) + request)
        process.stdin.flush()
        return process.stdout.readline()
    except (OSError, ValueError):  # it died, or another thread stopped it
        return b""


def _serve(module: str, seconds: float) -> None:
    """Reply to requests, each with a line of what `answer` of the module makes of it, while standard input is open.

    What it raises ends the process. So does a start that takes longer than the given seconds, and a request that takes
    longer than its own, whether or not anybody is left to wait for its reply.
    """
    # The one clock that also ends a process whose threads all wait for a library.
    faulthandler.dump_traceback_later(seconds, exit=True)
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    output = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no reply
    answer: Callable[[bytes], bytes] = import_module(module).answer
    for line in sys.stdin.buffer:
        size, allowed = line.split()
        request = sys.stdin.buffer.read(int(size))
        faulthandler.dump_traceback_later(float(allowed), exit=True)
        reply = answer(request)
        faulthandler.cancel_dump_traceback_later()
        output.write(reply + b"\n")
        output.flush()


if __name__ == "__main__":
    _serve(sys.argv[1], float(sys.argv[2]))
