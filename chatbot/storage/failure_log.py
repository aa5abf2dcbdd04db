"""The log: where a failure that should not have been is written down, for whoever mends it."""

from __future__ import annotations

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from chatbot.errors import ChatbotError
from chatbot.installed import installed_version
from chatbot.messages import message
from chatbot.storage.private_files import append_line, state_folder
from chatbot.text.language_code import Language

LOG_LIMIT = 1024 * 1024
"""A log of more bytes than this is put aside, in the place of the one before it, and a new one begun."""


def log_file() -> Path:
    """The log; it need not exist."""
    return state_folder() / "chatbot.log"


def failure_sentence(error: BaseException, language: Language, name: str = "failure") -> str:
    """What to say of an unexpected error, by the name of a message; its traceback goes to the log."""
    sentence = message(name, language, reason=f"{type(error).__name__}: {error}")
    path = _log(error)
    return f"{sentence} {message('logged', language, log=path)}" if path else sentence


def _log(error: BaseException) -> Path | None:
    """The log, with the error in it; None where it cannot be written."""
    when = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        version = installed_version("chatbot")
    except ModuleNotFoundError:  # it runs from a folder of its source
        version = "not installed"
    heading = f"{when} chatbot {version} Python {platform.python_version()} {platform.system()}"
    try:
        path = log_file()
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.replace(path.with_suffix(".log.old"))
        append_line(path, f"{heading}\n{''.join(traceback.format_exception(error))}")
    except (OSError, ChatbotError):  # a full disk, or no home
        return None
    return path
