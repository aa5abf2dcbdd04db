"""Kept conversations: each that was held, in a file line by line so that a crash costs the last at most."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import TypeVar

import msgspec

from chatbot.answers.answer import Answer
from chatbot.storage.ordinary_file import read_bytes
from chatbot.storage.private_files import append_line, data_folder

Record = TypeVar("Record")

SUFFIX = ".jsonl"

CONVERSATION_LIMIT = 50_000_000  # bytes: ten thousand turns; nobody looks through a longer conversation


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a file: when the conversation began, and over which folder of articles."""

    began: datetime
    corpus: str


@dataclass(frozen=True, slots=True)
class KeptConversation:
    """A conversation as it was kept, its turns in their order.

    `began` is in local time, and `damaged` counts the lines that cannot be read.
    """

    path: Path
    began: datetime
    corpus: Path
    answers: tuple[Answer, ...]
    damaged: int

    @property
    def title(self) -> str:
        """What it is about: the first question about the contents."""
        about = (answer for answer in self.answers if answer.kind == "answer")
        return next(about, self.answers[0]).question


class ConversationRecord:
    """The file in which a conversation is kept while it goes on; there is none before the first answer."""

    def __init__(self, path: Path | None = None) -> None:
        """Begin a new file, or go on with the one at `path`."""
        self.path = path

    def add(self, answer: Answer, corpus: Path) -> None:
        """Keep one more turn, over that folder; raises OSError where that cannot be done, as on a full disk.

        A conversation begins with its first question about the contents.
        """
        if self.path is None and answer.kind != "answer":
            return
        if self.path is None or not self.path.exists():
            began = datetime.now(UTC)
            path = history_folder() / f"{began:%Y%m%dT%H%M%S}-{token_hex(4)}{SUFFIX}"
            append_line(path, _line(Heading(began, str(corpus.absolute()))))
            self.path = path
        append_line(self.path, _line(answer))


def history_folder() -> Path:
    """The folder of the conversations; it need not exist."""
    return data_folder() / "conversations"


def kept_conversations(
    corpus: Path | None = None, on_unreadable: Callable[[Path], object] = lambda _: None
) -> Iterator[KeptConversation]:
    """The conversations over that folder, or any, the latest first; `on_unreadable` is called for those of no use."""
    try:
        paths = sorted(history_folder().glob(f"*{SUFFIX}"), reverse=True)
    except OSError:  # the folders above it may not be entered
        return
    for path in paths:
        conversation = read_conversation(path)
        if conversation is None:
            on_unreadable(path)
        elif corpus is None or conversation.corpus.resolve() == corpus.resolve():
            yield conversation


def read_conversation(path: Path) -> KeptConversation | None:
    """The conversation in that file; None where it cannot be read or is empty."""
    try:
        first, *rest = read_bytes(path, CONVERSATION_LIMIT).decode("utf-8", "replace").splitlines()
        heading = _parsed(first, Heading)
        began = heading.began.astimezone()
    except (OSError, ValueError, OverflowError):  # a time beyond the calendar's ends is foreign too
        return None
    answers = []
    for line in rest:
        try:
            answers.append(_parsed(line, Answer))
        except ValueError:
            continue
    if not answers:
        return None
    return KeptConversation(path, began, Path(heading.corpus), tuple(answers), len(rest) - len(answers))


def _line(record: Heading | Answer) -> str:
    # Escapes keep what is no valid text, such as half a surrogate pair in a file's name, as it is.
    return json.dumps(msgspec.to_builtins(record), ensure_ascii=True)


def _parsed(line: str, kind: type[Record]) -> Record:
    """The record in a line; raises ValueError where the line holds anything else."""
    try:
        return msgspec.convert(json.loads(line), kind)
    except RecursionError as error:
        raise ValueError from error
