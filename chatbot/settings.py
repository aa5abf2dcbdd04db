"""The settings: a flag over the environment, that over the settings file, and that over the default."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

from chatbot.errors import ChatbotError
from chatbot.messages import interface_language, message
from chatbot.storage.ordinary_file import read_bytes
from chatbot.storage.private_files import config_folder
from chatbot.text.language_code import Language

EncoderName = Literal["auto", "use", "e5"]

HelpKind = Literal["words", "all words", "translation"]
"""The sure meanings of a sentence's words, all meanings, or a translation of the sentence."""

HelpMode = HelpKind | Literal["auto", "off"]
"""The reading help wanted: "auto" is a translation where one can be had, else the sure meanings of words."""

Origin = Literal["flag", "environment", "file", "default"]  # where a value comes from; the first that has one wins
SETTINGS_LIMIT = 100_000  # the most bytes of the settings file: all keys bound anew take 2,000
MOST_MEGABYTES = 1 << 40  # more than any disk holds
SHOWN_LENGTH = 60  # the most characters of a value that a complaint shows
SWITCHES = {"yes": True, "on": True, "no": False, "off": False}  # what a switch may be besides true and false
DEFAULT_TOP = 3  # citations in an answer, where no other number is asked for
DEFAULT_DICTIONARIES = (Path("/usr/share/dictd"),)  # where Debian's packages put them


@dataclass(frozen=True, slots=True)
class Settings:
    """The values that hold, and where each comes from.

    `corpus` is None for the articles that come with the program, `e5_weights` for those of the package,
    `translation_models` for the folder of fxtranslate. `dictionaries` are folders and files, `file_limit` is in
    megabytes, and `keys` holds the keys that are bound anew, by the id of what they do.

    The message "meaning of NAME" says what a setting does and what it may be.
    """

    corpus: Path | None = None
    language: Language = "en"
    encoder: EncoderName = "auto"
    e5_weights: Path | None = None
    dictionaries: tuple[Path, ...] = DEFAULT_DICTIONARIES
    reading_help: Literal["auto", "words", "translation", "off"] = "auto"
    translation_models: Path | None = None
    theme: str = "textual-dark"
    history: bool = True
    file_limit: int = 20
    keys: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)


def settings_file() -> Path:
    """The one file of settings; it need not exist."""
    return config_folder() / "settings.toml"


def flag(name: str) -> str:
    """The option of the command line that sets it."""
    return f"--{name.replace('_', '-')}"


def variable(name: str) -> str:
    """The environment variable that sets it."""
    return f"CHATBOT_{name.upper()}"


def read_settings(flags: Mapping[str, object]) -> Settings:
    """The settings that hold, given those of the command line by name; None stands for a flag not given.

    Raises ChatbotError for a value that a setting cannot have, a setting that there is not, and a file that cannot be
    read; in the language that is set, as far as that is known.
    """
    language = interface_language()
    path = settings_file()
    file = _read_file(path, language)
    kinds: dict[str, Any] = {"language": Language} | get_type_hints(Settings)  # first what problems are told in
    del kinds["origins"]
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for name, kind in kinds.items():
        sources: tuple[tuple[Origin, object, object], ...] = (
            ("flag", flags.get(name), flag(name)),
            ("environment", (name != "keys" and os.environ.get(variable(name))) or None, variable(name)),
            ("file", file.get(name), path),
        )
        given = (source for source in sources if source[1] is not None)
        origins[name], value, place = next(given, ("default", None, None))
        if value is not None:
            try:
                values[name] = _converted(value, kind)
            except ValueError as error:
                meaning = message(f"meaning of {name}", language)
                told = shown(value)
                problem = message("bad setting", language, name=name, place=place, value=told, meaning=meaning)
                raise ChatbotError(problem) from error
        language = values.setdefault("language", language)
    if unknown := file.keys() - kinds.keys():
        problem = message("unknown setting", language, name=shown(min(unknown)), file=path, known=", ".join(kinds))
        raise ChatbotError(problem)
    return Settings(**values, origins=origins)


def shown(value: object) -> str:
    """A value as it is written in the settings file, shortened; a text without its quotation marks."""
    import json  # only for a complaint

    try:
        as_toml = json.dumps(value, separators=(", ", " = "), ensure_ascii=False, default=str)
    except ValueError:  # a number of thousands of digits
        return "…"
    text = value if isinstance(value, str) and value.strip() else as_toml
    return text if len(text) <= SHOWN_LENGTH else f"{text[:SHOWN_LENGTH]}…"


def _read_file(path: Path, language: Language) -> Mapping[str, object]:
    try:
        text = read_bytes(path, SETTINGS_LIMIT).decode("utf-8-sig")
        # Only where there is a file, so that nobody else waits for the parser to load.
        import tomllib

        return tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:  # no file, not UTF-8, no TOML, or tables too deep
        reason = error.strerror if isinstance(error, OSError) else error
        raise ChatbotError(message("settings unreadable", language, file=path, reason=reason)) from error


def _converted(value: object, kind: Any) -> Any:
    """The value as one of that type; raises ValueError where it cannot be."""
    # Only where something is set, as `--help` need not wait for it.
    import msgspec

    if kind == Language and value == "auto":
        return interface_language()
    if kind is bool and isinstance(value, str):
        value = SWITCHES.get(value.lower(), value)
    if kind is int:
        kind = Annotated[int, msgspec.Meta(ge=1, le=MOST_MEGABYTES)]
    if kind == tuple[Path, ...] and isinstance(value, str):
        value = value.split(os.pathsep)
    return msgspec.convert(value, kind, strict=False, dec_hook=_path)


def _path(_: type, value: object) -> Path:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError
    try:
        return Path(value).expanduser()
    except RuntimeError as error:  # ~ of somebody whom the system does not know
        raise ValueError from error
