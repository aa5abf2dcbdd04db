"""The program as a process, `chatbot` or `python -m chatbot`: a signal ends it without a traceback, at any time.

Only what takes signals is loaded here at once; the command line follows when it may be interrupted.
"""

from __future__ import annotations

import sys

from chatbot.exit_status import INTERRUPTED, SIGNALLED

try:
    import signal
except KeyboardInterrupt:  # it loads others
    sys.exit(INTERRUPTED)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""A request to end, and the closing of the terminal."""


def main() -> int:
    """Run the command line and return its exit status.

    While loading and at the end, Ctrl+C kills at once, as an exception there would print a traceback. In between,
    signals raise, so that clean-up runs. A signal that was to be ignored, as under nohup, still is.
    """
    is_interruptible = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    try:
        if is_interruptible:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        from chatbot.cli import main as run

        for number in ENDING_SIGNALS:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _end)
        if is_interruptible:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return run()
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if is_interruptible:
            signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end(number: int, _: FrameType | None) -> NoReturn:
    signal.signal(number, signal.SIG_DFL)  # a second one ends it where it stands
    raise SystemExit(SIGNALLED + number)


if __name__ == "__main__":
    sys.exit(main())
