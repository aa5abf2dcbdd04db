"""The options of the command line, and what they mean."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from chatbot.console.plain_chat import END
from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.settings import DEFAULT_TOP, flag
from chatbot.text.language_code import LANGUAGES, Language

DEFAULT_PORT = 8000
MAX_PORT = 65535

MOST_CITATIONS = 1000


class _Parser(argparse.ArgumentParser):
    """argparse with its complaint, as an error like the others, within a sentence in the user's language."""

    def __init__(self, *, language: Language, **options: Any) -> None:
        super().__init__(**options)
        self._language = language

    def error(self, message_: str) -> NoReturn:
        raise ChatbotError(message("usage error", self._language, detail=message_))


def early_language(arguments: Sequence[str], language: Language) -> str | None:
    """What the command line says of the language, which has to be known before the rest can be explained."""
    early = argparse.Namespace(language=None)
    with suppress(ChatbotError):
        _settings(language).parse_known_args(arguments, early)
    named: str | None = early.language
    return named


def _settings(language: Language) -> _Parser:
    """The options of every command, which may stand on either side of it; one that is not given has no value."""
    parser = _Parser(language=language, add_help=False, argument_default=argparse.SUPPRESS)
    for name in ("corpus", "language", "encoder", "theme", "file_limit", "history"):
        action = argparse.BooleanOptionalAction if name == "history" else "store"
        parser.add_argument(flag(name), action=action, help=message(f"meaning of {name}", language))
    return parser


def parser(language: Language) -> argparse.ArgumentParser:
    """The parser of the command line; raises ChatbotError where that is not right."""
    settings = [_settings(language)]
    parser = _Parser(language=language, prog="chatbot", description=message("about", language), parents=settings)
    names = ("chat", "ask", "gloss", "articles", "show", "evaluate", "config", "serve")
    commands = parser.add_subparsers(dest="command", metavar=" | ".join(names))

    def add_command(name: str) -> argparse.ArgumentParser:
        about = message(f"about {name}", language)
        return commands.add_parser(name, help=about, description=about, parents=settings, language=language)

    chat, ask, gloss, articles, show, evaluate, _, serve = map(add_command, names)
    for command in (ask, gloss, articles):
        command.add_argument("--json", action="store_true", help=message("help json", language))
    for command in (chat, ask):
        command.add_argument(
            "--help-reading",
            choices=("words", "translation"),
            default="off",
            help=message("help help_reading", language),
        )
    chat.add_argument("--plain", action="store_true", help=message("help plain", language, end=END))
    ask.add_argument(
        "--top",
        type=partial(_number, language, least=1, most=MOST_CITATIONS),
        default=DEFAULT_TOP,
        metavar="N",
        help=message("help top", language, default=DEFAULT_TOP),
    )
    ask.add_argument("--article", action="append", default=[], metavar="NAME", help=message("help only", language))
    ask.add_argument("--passages", action="store_true", help=message("help passages", language))
    ask.add_argument("--conversation", action="store_true", help=message("help conversation", language))
    ask.add_argument("question", metavar="QUESTION", help=message("help question", language))
    gloss.add_argument("--to", choices=LANGUAGES, metavar="nl|en", help=message("help to", language))
    gloss.add_argument("text", metavar="TEXT", help=message("help text", language))
    show.add_argument("article", metavar="ARTICLE", help=message("help article", language))
    evaluate.add_argument("questions", type=Path, metavar="FILE", help=message("help questions", language))
    serve.add_argument(
        "--port",
        type=partial(_number, language, least=0, most=MAX_PORT),
        default=DEFAULT_PORT,
        metavar="PORT",
        help=message("help port", language, default=DEFAULT_PORT),
    )
    return parser


def _number(language: Language, text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdecimal()) or not least <= int(text) <= most:
        problem = message("not a number between", language, value=text, least=least, most=most)
        raise argparse.ArgumentTypeError(problem)
    return int(text)
