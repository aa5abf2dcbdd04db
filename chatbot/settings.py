"""The settings: a flag over the environment, that over the settings file, and that over the default.

For a value that is no good there is a sentence that says so, and the next source down is taken in its place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from chatbot.messages import interface_language, message
from chatbot.storage.ordinary_file import NotAFileError, TooLargeError, read_bytes
from chatbot.storage.private_files import config_folder
from chatbot.text.language_code import LANGUAGES, Language

Value = TypeVar("Value")
EncoderName = Literal["auto", "use", "e5"]

HelpKind = Literal["words", "all words", "translation"]
"""The sure meanings of a sentence's words, all meanings, or a translation of the sentence."""

HelpMode = HelpKind | Literal["auto", "off"]
"""The reading help wanted: "auto" is a translation where one can be had, else the sure meanings of words."""

SETTINGS_LIMIT = 10_000
"""The most bytes of the settings file: all keys bound anew take 2,000; one name of 5,000 parts takes 100 MB to read."""

DEFAULT_TOP = 3
"""Citations in an answer, where no other number is asked for."""

MOST_MEGABYTES = 10_000
"""The most that `file_limit` may be."""

LONGEST_SHOWN = 100
"""The most code points that a sentence shows of a value that is no good."""

_SWITCHES = {"yes": True, "true": True, "on": True, "1": True, "no": False, "false": False, "off": False, "0": False}


class Origin(Enum):
    """Where a value comes from; the first that has one wins. The values are names of messages."""

    FLAG = "from flag"
    ENVIRONMENT = "from environment"
    FILE = "from file"
    DEFAULT = "from default"


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One setting; `parse` raises ValueError for a value that it cannot be.

    The messages "meaning of NAME" and "must be NAME" say what it does and what it may be.
    """

    name: str
    parse: Callable[[object], Value]
    default: Value

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"CHATBOT_{self.name.upper()}"

    @property
    def flag(self) -> str:
        """The option of the command line that sets it."""
        return f"--{self.name.replace('_', '-')}"


def _path(value: object) -> Path | None:
    try:
        return Path(_text(value)).expanduser()
    except RuntimeError as error:  # ~ of somebody whom the system does not know
        raise ValueError from error


def _paths(value: object) -> tuple[Path, ...]:
    """Paths in a list, or in a text with the separator of the system's search path between them."""
    paths = [_path(part) for part in (value if isinstance(value, list) else _text(value).split(os.pathsep))]
    return tuple(path for path in paths if path)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError
    return value


def _one_of(*names: str) -> Callable[[object], Any]:
    """A parser that accepts only these names."""

    def parse(value: object) -> Any:
        if value not in names:
            raise ValueError
        return value

    return parse


def _switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value.lower() not in _SWITCHES:
        raise ValueError
    return _SWITCHES[value.lower()]


def _megabytes(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_MEGABYTES:
        raise ValueError
    return value


AnySetting: TypeAlias = "Setting[Any]"

CORPUS: Setting[Path | None] = Setting("corpus", _path, None)
LANGUAGE: Setting[Language | None] = Setting(
    "language", lambda value: None if value == "auto" else _one_of(*LANGUAGES)(value), None
)
ENCODER: Setting[EncoderName] = Setting("encoder", _one_of("auto", "use", "e5"), "auto")
E5_WEIGHTS: Setting[Path | None] = Setting("e5_weights", _path, None)
TRANSLATION_MODELS: Setting[Path | None] = Setting("translation_models", _path, None)
THEME: Setting[str] = Setting("theme", _text, "textual-dark")
HISTORY: Setting[bool] = Setting("history", _switch, True)
FILE_LIMIT: Setting[int] = Setting("file_limit", _megabytes, 20)
DICTIONARIES: Setting[tuple[Path, ...]] = Setting("dictionaries", _paths, (Path("/usr/share/dictd"),))
"""The default is where Debian's packages put them."""
READING_HELP: Setting[HelpMode] = Setting("reading_help", _one_of("auto", "words", "translation", "off"), "auto")

SETTINGS: tuple[AnySetting, ...] = (
    CORPUS,
    LANGUAGE,
    ENCODER,
    E5_WEIGHTS,
    DICTIONARIES,
    READING_HELP,
    TRANSLATION_MODELS,
    THEME,
    HISTORY,
    FILE_LIMIT,
)
KEYS = "keys"
"""The table of the settings file that binds keys anew: the id of what a key does, and the key."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The values that hold, where each comes from, and what was wrong with others.

    `corpus` is None for the articles that come with the program, `e5_weights` for those of the package,
    `translation_models` for the folder of fxtranslate. `dictionaries` are folders and files, `file_limit` is in
    megabytes, and `keys` holds the keys that are bound anew, by the id of what they do. `problems` are sentences.
    """

    corpus: Path | None = CORPUS.default
    language: Language = "en"
    encoder: EncoderName = ENCODER.default
    e5_weights: Path | None = E5_WEIGHTS.default
    translation_models: Path | None = TRANSLATION_MODELS.default
    theme: str = THEME.default
    history: bool = HISTORY.default
    file_limit: int = FILE_LIMIT.default
    dictionaries: tuple[Path, ...] = DICTIONARIES.default
    reading_help: HelpMode = READING_HELP.default
    keys: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def settings_file() -> Path:
    """The one file of settings; it need not exist."""
    return config_folder() / "settings.toml"


def read_settings(flags: Mapping[str, object]) -> Settings:
    """The settings that hold, given those of the command line by name; None stands for a flag not given."""
    sources = _Sources(flags)
    values: dict[str, Any] = {setting.name: sources.value(setting) for setting in SETTINGS}
    spoken = values[LANGUAGE.name] or interface_language()
    return Settings(
        **values | {LANGUAGE.name: spoken},
        keys=sources.keys(),
        origins=sources.origins,
        problems=tuple(problem(spoken) for problem in sources.problems),
    )


class _Sources:
    """The flags, the environment and the settings file, and what was found in them."""

    def __init__(self, flags: Mapping[str, object]) -> None:
        self.origins: dict[str, Origin] = {}
        self.problems: list[Callable[[Language], str]] = []
        self._flags = flags
        self._path = settings_file()
        self._file = self._read_file()
        for name in sorted(self._file.keys() - {setting.name for setting in SETTINGS} - {KEYS}):
            known = ", ".join([*(setting.name for setting in SETTINGS), f"[{KEYS}]"])
            self._tell("unknown setting", name=name, file=self._path, known=known)

    def value(self, setting: Setting[Value]) -> Value:
        """The value of the first source that has a good one."""
        candidates = (
            (Origin.FLAG, self._flags.get(setting.name), setting.flag),
            (Origin.ENVIRONMENT, os.environ.get(setting.variable) or None, setting.variable),
            (Origin.FILE, self._file.get(setting.name), self._path),
        )
        for origin, value, place in candidates:
            if value is None:
                continue
            try:
                parsed = setting.parse(value)
            except ValueError:
                self._tell("bad setting", setting.name, name=setting.name, value=_shown(value), place=place)
            else:
                self.origins[setting.name] = origin
                return parsed
        self.origins[setting.name] = Origin.DEFAULT
        return setting.default

    def keys(self) -> Mapping[str, str]:
        """The keys that the file binds anew."""
        table = self._file.get(KEYS, {})
        if isinstance(table, dict) and all(isinstance(key, str) and key.strip() for key in table.values()):
            return table
        self._tell("bad setting", KEYS, name=KEYS, value=_shown(table), place=self._path)
        return {}

    def _read_file(self) -> Mapping[str, object]:
        try:
            text = read_bytes(self._path, SETTINGS_LIMIT).decode("utf-8-sig")
            # Only where there is a file, so that nobody else waits for the parser to load.
            import tomllib

            return tomllib.loads(text)
        except FileNotFoundError:
            pass
        except TooLargeError:
            self._tell("settings too large", file=self._path, limit=SETTINGS_LIMIT // 1000)
        except NotAFileError:
            self._tell("settings no file", file=self._path)
        except OSError as error:
            self._tell("settings unreadable", file=self._path, reason=error.strerror)
        except UnicodeDecodeError:
            self._tell("settings unreadable", file=self._path, reason="UTF-8")
        except (ValueError, RecursionError) as error:  # no TOML, numbers too long, or tables too deep
            self._tell("settings unreadable", file=self._path, reason=error)
        return {}

    def _tell(self, problem: str, expected: str = "", /, **values: object) -> None:
        def sentence(language: Language) -> str:
            what = {"expected": message(f"must be {expected}", language)} if expected else {}
            return message(problem, language, **values, **what)

        self.problems.append(sentence)


def _shown(value: object) -> str:
    try:
        text = str(value)
    except ValueError:  # a number of more digits than Python writes
        text = type(value).__name__
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
