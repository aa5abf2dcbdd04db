"""What running a command gives back."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Outcome(NamedTuple):
    """The exit status of a command, and what it wrote."""

    status: int
    output: str
    errors: str


class Run(Protocol):
    """Runs `chatbot` with these arguments."""

    def __call__(self, *arguments: str, standard_input: bytes = b"") -> Outcome: ...
