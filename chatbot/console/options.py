"""The options of the command line, and what they mean."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from chatbot.console.plain_chat import END
from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.settings import DEFAULT_TOP, Settings, flag
from chatbot.text.language_code import LANGUAGES, Language

DEFAULT_PORT = 8000
MAX_PORT = 65535

MOST_CITATIONS = 1000

_HEADINGS = {"positional arguments": "heading arguments", "options": "heading options"}

_COMPLAINTS = {
    r"the following arguments are required: (?P<names>.*)": "arguments missing",
    r"unrecognized arguments: (?P<names>.*)": "arguments unknown",
    r"argument (?P<name>[^:]*): expected one argument": "value missing",
    r"argument [^:]*: invalid choice: (?P<value>.*) \(choose from (?P<choices>.*)\)": "choice unknown",
}
"""How argparse complains, and the message of ours that says it."""

_METAVARS = {"corpus": "DIR", "language": "LANGUAGE", "encoder": "NAME", "theme": "NAME", "file_limit": "MB"}


class _Parser(argparse.ArgumentParser):
    """argparse with its help and its complaint, as an error like the others, in the user's language."""

    def __init__(self, *, language: Language, **options: Any) -> None:
        super().__init__(**options, formatter_class=partial(_Formatter, language=language), add_help=False)
        self._language = language
        self.add_argument("-h", "--help", action="help", help=message("help help", language))

    def error(self, message_: str) -> NoReturn:
        detail = _in_language(message_, self._language)
        raise ChatbotError(message("usage error", self._language, detail=detail))


class _Formatter(argparse.HelpFormatter):
    """argparse's help with its own words in the user's language, for which argparse has no catalogue."""

    def __init__(self, prog: str, *, language: Language) -> None:
        super().__init__(prog)
        self._language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Any,  # for which argparse has no public name
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, message("usage", self._language) + ": " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(message(_HEADINGS[heading], self._language) if heading in _HEADINGS else heading)


def _in_language(complaint: str, language: Language) -> str:
    """What argparse complains of in the user's language; as it is where it is a rare one."""
    for pattern, name in _COMPLAINTS.items():
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            return message(name, language, **found.groupdict())
    return complaint


def early_language(arguments: Sequence[str]) -> str | None:
    """What the command line says of the language, which has to be known before the rest can be explained."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument(flag("language"))
    try:
        options, _ = early.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    language: str | None = options.language
    return language


def parser(language: Language) -> argparse.ArgumentParser:
    """The parser of the command line; raises ChatbotError where that is not right."""
    parser = _Parser(language=language, prog="chatbot", description=message("about", language))
    names = ("chat", "ask", "gloss", "articles", "show", "evaluate", "config", "serve")
    commands = parser.add_subparsers(dest="command", metavar=" | ".join(names))

    def add_command(name: str) -> argparse.ArgumentParser:
        about = message(f"about {name}", language)
        return commands.add_parser(name, help=about, description=about, language=language)

    chat, ask, gloss, articles, show, evaluate, config, serve = map(add_command, names)
    _add_settings(parser, language, None, "corpus", "language", "encoder", "theme", "file_limit", "history")
    # The default is left to the main parser, so that these options may stand on either side of the command.
    for command in (chat, ask, articles, show, evaluate, config, serve):
        _add_settings(command, language, argparse.SUPPRESS, "corpus", "language", "file_limit")
    for command in (chat, ask, evaluate, config, serve):
        _add_settings(command, language, argparse.SUPPRESS, "encoder")
    for command in (chat, serve):
        _add_settings(command, language, argparse.SUPPRESS, "theme", "history")
    _add_settings(gloss, language, argparse.SUPPRESS, "language")
    for command in (ask, gloss, articles, evaluate, config):
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


def _add_settings(parser: argparse.ArgumentParser, language: Language, default: str | None, *names: str) -> None:
    for name in names:
        if name == "history":
            about = message("help no history", language)
            parser.add_argument(
                "--no-history", action="store_const", const=False, dest=name, default=default, help=about
            )
        else:
            about = message(f"help {name}", language, default=getattr(Settings(), name))
            parser.add_argument(flag(name), metavar=_METAVARS[name], default=default, help=about)


def _number(language: Language, text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdecimal()) or not least <= int(text) <= most:
        problem = message("not a number between", language, value=text, least=least, most=most)
        raise argparse.ArgumentTypeError(problem)
    return int(text)
