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
from chatbot.messages import interface_language, message
from chatbot.settings import CORPUS, DEFAULT_TOP, ENCODER, FILE_LIMIT, HISTORY, LANGUAGE, THEME, AnySetting
from chatbot.text.language_code import LANGUAGES, Language

DEFAULT_HOST = "127.0.0.1"
"""Where only this machine can reach it."""

DEFAULT_PORT = 8000
MAX_PORT = 65535

_HEADINGS = {"positional arguments": "heading arguments", "options": "heading options"}

_COMPLAINTS = {
    r"the following arguments are required: (?P<names>.*)": "arguments missing",
    r"unrecognized arguments: (?P<names>.*)": "arguments unknown",
    r"argument (?P<name>[^:]*): expected one argument": "value missing",
    r"argument --to: invalid choice: '?(?P<value>.*?)'? \(choose from .*\)": "language unknown",
    r"argument [^:]*: invalid choice: (?P<value>.*) \(choose from .*\)": "command unknown",
}
"""How argparse complains, and the message of ours that says it."""

_METAVARS = {"corpus": "DIR", "language": "LANGUAGE", "encoder": "NAME", "theme": "NAME", "file_limit": "MB"}


class UsageError(ChatbotError):
    """The command line is not right."""


class _Parser(argparse.ArgumentParser):
    """argparse with its complaint as an error like the others, in the user's language."""

    def error(self, message_: str) -> NoReturn:
        language = interface_language()
        raise UsageError(message("usage error", language, detail=_in_language(message_, language)))


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
    early.add_argument(LANGUAGE.flag)
    try:
        options, _ = early.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    language: str | None = options.language
    return language


def parser(language: Language) -> argparse.ArgumentParser:
    """The parser of the command line; raises UsageError where that is not right."""
    formatter = partial(_Formatter, language=language)
    parser = _Parser(prog="chatbot", description=message("about", language), formatter_class=formatter, add_help=False)
    _add_help(parser, language)
    names = ("chat", "ask", "gloss", "articles", "show", "evaluate", "config", "serve", "cache")
    commands = parser.add_subparsers(dest="command", metavar=" | ".join(names))

    def add_command(name: str) -> argparse.ArgumentParser:
        about = message(f"about {name}", language)
        command = commands.add_parser(name, help=about, description=about, formatter_class=formatter, add_help=False)
        _add_help(command, language)
        return command

    chat, ask, gloss, articles, show, evaluate, config, serve, cache = map(add_command, names)
    _add_settings(parser, language, None, CORPUS, LANGUAGE, ENCODER, THEME, FILE_LIMIT, HISTORY)
    # The default is left to the main parser, so that these options may stand on either side of the command.
    for command in (chat, ask, articles, show, evaluate, config, serve):
        _add_settings(command, language, argparse.SUPPRESS, CORPUS, LANGUAGE, FILE_LIMIT)
    for command in (chat, ask, evaluate, config, serve):
        _add_settings(command, language, argparse.SUPPRESS, ENCODER)
    for command in (chat, serve):
        _add_settings(command, language, argparse.SUPPRESS, THEME, HISTORY)
    _add_settings(gloss, language, argparse.SUPPRESS, LANGUAGE)
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
        "--top", type=_count, default=DEFAULT_TOP, metavar="N", help=message("help top", language, default=DEFAULT_TOP)
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
        "--host", default=DEFAULT_HOST, metavar="HOST", help=message("help host", language, default=DEFAULT_HOST)
    )
    serve.add_argument(
        "--port",
        type=_port,
        default=DEFAULT_PORT,
        metavar="PORT",
        help=message("help port", language, default=DEFAULT_PORT),
    )
    cache.add_argument("--clear", action="store_true", help=message("help clear", language))
    return parser


def _add_help(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("-h", "--help", action="help", help=message("help help", language))


def _add_settings(
    parser: argparse.ArgumentParser, language: Language, default: str | None, *settings: AnySetting
) -> None:
    for setting in settings:
        if setting is HISTORY:
            parser.add_argument(
                "--no-history",
                action="store_const",
                const="no",
                dest=setting.name,
                default=default,
                help=message("help no history", language),
            )
        else:
            parser.add_argument(
                setting.flag,
                type=partial(_setting_value, setting),
                metavar=_METAVARS[setting.name],
                default=default,
                help=message(f"help {setting.name}", language, default=setting.default),
            )


def _setting_value(setting: AnySetting, text: str) -> str:
    """The text, if it is one that the setting can have."""
    try:
        setting.parse(text)
    except ValueError:
        language = interface_language()
        expected = message(f"must be {setting.name}", language)
        raise argparse.ArgumentTypeError(message("must be", language, value=text, expected=expected)) from None
    return text


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(message("not a count", interface_language(), value=text))
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) > MAX_PORT:
        raise argparse.ArgumentTypeError(message("bad port", interface_language(), value=text))
    return int(text)
