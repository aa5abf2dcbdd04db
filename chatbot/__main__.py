"""The program as a process, `chatbot` or `python -m chatbot`: Ctrl+C ends it without a traceback."""

from __future__ import annotations

import signal
import sys

from chatbot.exit_status import SIGNALLED


def main() -> int:
    """Run the command line and return its exit status.

    In the end Ctrl+C kills at once, as an exception there would print a traceback.
    """
    try:
        from chatbot.cli import main as run

        return run()
    except KeyboardInterrupt:
        return SIGNALLED + signal.SIGINT
    finally:
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    sys.exit(main())
