"""The report on the settings: what holds, where it comes from, and where the program keeps its files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from chatbot.console.plain_text import columns
from chatbot.messages import message
from chatbot.reading_help.dictionaries import INSTALL_COMMAND, find_dictionaries
from chatbot.reading_help.translation_models import find_model, is_installed, models_folder, pair_name
from chatbot.settings import KEYS, SETTINGS, Origin, Settings, settings_file
from chatbot.storage.failure_log import log_file
from chatbot.storage.private_files import cache_folder, data_folder, state_folder
from chatbot.text.language_code import LANGUAGES
from chatbot.text.printable import printable_line

_UNSET = {
    "corpus": "bundled articles",
    "e5_weights": "package weights",
    "translation_models": "fxtranslate's folder",
}
"""The message for a setting that has no value, by its name."""


def settings_text(settings: Settings, keys: Mapping[str, str]) -> str:
    """The report as a person reads it; `keys` are those that can be bound anew, by the id of what they do."""
    language = settings.language
    rows = [[message(f"column {name}", language) for name in ("setting", "value", "origin", "meaning")]]
    for name, value, origin in _values(settings):
        meaning = message(f"meaning of {name if '.' not in name else KEYS}", language)
        shown = message(_UNSET[name], language) if value is None and name in _UNSET else _shown(value)
        rows.append([name, printable_line(shown), message(origin.value, language), meaning])
    places = [
        [message(f"place of {name}", language), printable_line(str(path)), _absence(path, settings)]
        for name, path in _places().items()
    ]
    bindable = message("bindable keys", language, keys="; ".join(f"{name} ({key})" for name, key in keys.items()))
    about_file = message("about settings file", language)
    help_found = f"{_dictionaries(settings)}\n{_translation(settings)}"
    return "\n\n".join((columns(rows), about_file, columns(places), help_found, bindable))


def settings_line(settings: Settings) -> str:
    """The report as one line of JSON."""
    values = {name: {"value": _plain(value), "from": origin.name.lower()} for name, value, origin in _values(settings)}
    places = {name: str(path) for name, path in _places().items()}
    found, _ = find_dictionaries(settings.dictionaries)
    reading_help = {"dictionaries": _plain(found), "translations": _found_models(settings)}
    return json.dumps({"settings": values, "places": places, **reading_help})


def _translation(settings: Settings) -> str:
    """Which translation models there are, and the commands that get the others."""
    language, folder = settings.language, settings.translation_models
    found = _found_models(settings)
    text = message(
        "translation models",
        language,
        folder=printable_line(str(folder or models_folder())),
        found=", ".join(found) or message("none found", language),
    )
    place = f' --cache-dir "{printable_line(str(folder))}"' if folder else ""
    commands = [] if is_installed() else ["pip install '.[translate]'"]
    commands += [
        f"fxtranslate models add {pair_name(source).replace('-', ' ')}{place}"
        for source in LANGUAGES
        if pair_name(source) not in found
    ]
    return f"{text} {message('translation commands', language, commands='; '.join(commands))}" if commands else text


def _found_models(settings: Settings) -> list[str]:
    return [pair_name(source) for source in LANGUAGES if find_model(source, settings.translation_models)]


def _values(settings: Settings) -> Iterator[tuple[str, object, Origin]]:
    values: dict[str, object] = {setting.name: getattr(settings, setting.name) for setting in SETTINGS}
    for name, value in values.items():
        yield name, value, settings.origins[name]
    for name, key in settings.keys.items():
        yield f"{KEYS}.{name}", key, Origin.FILE


def _places() -> Mapping[str, Path]:
    return {
        "settings": settings_file(),
        "data": data_folder(),
        "state": state_folder(),
        "cache": cache_folder(),
        "log": log_file(),
    }


def _plain(value: object) -> object:
    """A value as JSON has it, with the names of paths."""
    if isinstance(value, tuple):
        return [str(path) for path in value]
    return str(value) if isinstance(value, Path) else value


def _dictionaries(settings: Settings) -> str:
    """Which dictionaries there are; where there is none, how to get one."""
    found, troubles = find_dictionaries(settings.dictionaries)
    if not found:
        sentence = message("no dictionaries", settings.language, command=INSTALL_COMMAND)
    else:
        sentence = message("dictionaries found", settings.language, paths=", ".join(map(str, found)))
    return "\n".join(map(printable_line, (sentence, *(trouble.sentence(settings.language) for trouble in troubles))))


def _shown(value: object) -> str:
    """A value as it is written in the settings file or a variable, without the quotation marks."""
    if isinstance(value, tuple):
        return os.pathsep.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _absence(path: Path, settings: Settings) -> str:
    try:
        path.stat()
    except OSError:  # also where the folders above it may not be entered
        return message("absent", settings.language)
    return ""
