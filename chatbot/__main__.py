"""The program as a process, `chatbot` or `python -m chatbot`: a signal ends it without a traceback."""

from __future__ import annotations

import signal
import sys

from chatbot.exit_status import INTERRUPTED, SIGNALLED

# What `typing` has by this name takes longer to load than all that the program loads before it can take an interrupt.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""A request to end, and the closing of the terminal."""


def main() -> int:
    """Run the command line and return its exit status.

    Signals raise, so that clean-up runs; one that was to be ignored, as under nohup, still is. In the end Ctrl+C kills
    at once, as an exception there would print a traceback.
    """
    try:
        for number in ENDING_SIGNALS:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _end)
        from chatbot.cli import main as run

        return run()
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end(number: int, _: object) -> NoReturn:
    signal.signal(number, signal.SIG_DFL)  # a second one ends it where it stands
    raise SystemExit(SIGNALLED + number)


if __name__ == "__main__":
    sys.exit(main())
