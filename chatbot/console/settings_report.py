"""The report on the settings: what holds, where it comes from, and where the program keeps its files."""

from __future__ import annotations

import os
from collections.abc import Mapping

from chatbot.console.plain_text import columns
from chatbot.messages import message
from chatbot.reading_help.dictionaries import INSTALL_COMMAND, find_dictionaries
from chatbot.reading_help.translation_engine import find_model, is_installed, pair_name
from chatbot.settings import Settings, settings_file
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
    for name in settings.origins:
        value = getattr(settings, name)
        shown = f"({message(_UNSET[name], language)})" if value is None else _shown(value)
        origin = message(f"from {settings.origins[name]}", language)
        rows.append([name, printable_line(shown), origin, message(f"meaning of {name}", language)])
    folders = {"data": data_folder(), "state": state_folder(), "cache": cache_folder()}
    paths = {"settings": settings_file(), **folders, "log": log_file()}
    places = [[message(f"place of {name}", language), printable_line(str(path))] for name, path in paths.items()]
    bindable = message("bindable keys", language, keys="; ".join(f"{name} ({key})" for name, key in keys.items()))
    help_found = f"{_dictionaries(settings)}\n{_translation(settings)}"
    return "\n\n".join((columns(rows), message("about settings file", language), columns(places), help_found, bindable))


def _shown(value: object) -> str:
    """A value as it is written in the settings file or a variable, without the quotation marks."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return ", ".join(f"{name} = {key}" for name, key in value.items())
    return os.pathsep.join(map(str, value)) if isinstance(value, tuple) else str(value)


def _dictionaries(settings: Settings) -> str:
    """Which dictionaries there are; where there is none, how to get one."""
    found, troubles = find_dictionaries(settings.dictionaries)
    if not found:
        sentence = message("no dictionaries", settings.language, command=INSTALL_COMMAND)
    else:
        sentence = message("dictionaries found", settings.language, paths=", ".join(map(str, found)))
    return "\n".join(map(printable_line, (sentence, *(trouble.sentence(settings.language) for trouble in troubles))))


def _translation(settings: Settings) -> str:
    """Which translation models there are, and the commands that get the others."""
    language, folder = settings.language, settings.translation_models
    found = [pair_name(source) for source in LANGUAGES if find_model(source, folder)]
    text = message(
        "translation models",
        language,
        folder=printable_line(str(folder)) if folder else message("fxtranslate's folder", language),
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
