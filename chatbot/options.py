"""The options of the command line, and what they mean."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from chatbot.defaults import DEFAULT_TOP
from chatbot.errors import ChatbotError
from chatbot.messages import interface_language, message

if TYPE_CHECKING:
    from chatbot.language import Language


class UsageError(ChatbotError):
    """The command line is not right."""


class _Parser(argparse.ArgumentParser):
    """argparse with its complaint as an error like the others, in the reader's language."""

    def error(self, message_: str) -> NoReturn:
        raise UsageError(message("usage error", interface_language(), detail=message_))


def parser(language: Language) -> argparse.ArgumentParser:
    """The parser of the command line; raises UsageError where that is not right."""
    parser = _Parser(prog="chatbot", description=message("about", language))
    parser.add_argument("--corpus", type=Path, metavar="DIR", help=message("help corpus", language))
    parser.add_argument("--encoder", metavar="NAME", help=message("help encoder", language))
    commands = parser.add_subparsers(dest="command", metavar="ask | articles | show | evaluate")

    def add_command(name: str) -> argparse.ArgumentParser:
        about = message(f"about {name}", language)
        return commands.add_parser(name, help=about, description=about)

    ask, articles, show, evaluate = map(add_command, ("ask", "articles", "show", "evaluate"))
    for command in (ask, articles, show, evaluate):
        # The default is left to the main parser, so that `--corpus` may stand on either side of the command.
        command.add_argument(
            "--corpus", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=message("help corpus", language)
        )
    for command in (ask, evaluate):
        command.add_argument(
            "--encoder", metavar="NAME", default=argparse.SUPPRESS, help=message("help encoder", language)
        )
    for command in (ask, articles, evaluate):
        command.add_argument("--json", action="store_true", help=message("help json", language))
    ask.add_argument(
        "--top", type=_count, default=DEFAULT_TOP, metavar="N", help=message("help top", language, default=DEFAULT_TOP)
    )
    ask.add_argument("--conversation", action="store_true", help=message("help conversation", language))
    ask.add_argument("question", metavar="QUESTION", help=message("help question", language))
    show.add_argument("article", metavar="ARTICLE", help=message("help article", language))
    evaluate.add_argument("questions", type=Path, metavar="FILE", help=message("help questions", language))
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(message("not a count", interface_language(), value=text))
    return int(text)
