"""Progress on the command line: how far the strong encoder is, for whoever waits at a terminal."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from chatbot.messages import message

if TYPE_CHECKING:
    from chatbot.language import Language
    from chatbot.second_opinion import SecondOpinion

PATIENCE = 0.5
"""Seconds of waiting that need no explanation."""

CLEAR_LINE = "\r\x1b[K"


def embed_all(opinion: SecondOpinion, language: Language) -> None:
    """Embed all passages; where that takes long and a person watches, tell on standard error how far it is."""
    began = monotonic()
    told = False
    try:
        while opinion.add_next_batch():
            if sys.stderr.isatty() and monotonic() - began > PATIENCE:
                line = message("embedding", language, percent=percent(opinion))
                sys.stderr.write(f"{CLEAR_LINE}chatbot: {line}")
                sys.stderr.flush()
                told = True
    finally:
        if told:
            sys.stderr.write(CLEAR_LINE)
            sys.stderr.flush()


def percent(opinion: SecondOpinion) -> int:
    """The share that has been embedded, in whole per cents."""
    return int(100 * opinion.share)
