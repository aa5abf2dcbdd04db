"""Messages: everything that is said to people, in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import chatbot
from chatbot.messages import catalogue, interface_language, message
from chatbot.text.language_code import Language

CATALOGUE = {key: (dutch, catalogue("en")[key]) for key, dutch in catalogue("nl").items()}
SAME_IN_BOTH = {"program", "column passages", "key unfold"}
COMPLAINTS = [
    key
    for key in CATALOGUE
    if key.startswith(("no ", "not ", "empty ", "question ", "file ", "folder ", "load ", "usage ", "explain "))
]


def test_both_files_have_the_same_messages_in_the_same_order() -> None:
    assert list(catalogue("nl")) == list(catalogue("en"))


def placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"


def strings_of_the_program() -> tuple[set[str], list[str]]:
    """The string constants of all modules but the catalogue, and patterns for those with parts filled in."""
    constants: set[str] = set()
    patterns: list[str] = []
    for path in Path(chatbot.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text)):
                    constants.add(text)
                case ast.JoinedStr(values=parts):
                    patterns.append("".join(_pattern(part) for part in parts))
    return constants, patterns


def test_every_message_is_there_in_both_languages() -> None:
    assert {
        key for key, texts in CATALOGUE.items() if not all(text and text == text.strip() for text in texts)
    } == set()
    assert {key for key, (dutch, english) in CATALOGUE.items() if dutch == english} == SAME_IN_BOTH


def test_both_languages_fill_in_the_same_values() -> None:
    assert {key for key, texts in CATALOGUE.items() if len({*map(placeholders, texts)}) > 1} == set()


def test_both_languages_end_alike_and_a_text_of_sentences_ends_the_last() -> None:
    ends = {key: {text[-1] if text[-1] in ".:?…" else "" for text in texts} for key, texts in CATALOGUE.items()}
    assert {key for key, of_key in ends.items() if len(of_key) > 1} == set()
    of_sentences = {key for key, texts in CATALOGUE.items() if any(re.search(r"[.?!] [A-Z]", text) for text in texts)}
    assert {key for key in of_sentences if "" in ends[key]} == set()


def test_complaints_and_explanations_are_whole_sentences() -> None:
    texts = {text for key in COMPLAINTS if key != "not a number between" for text in CATALOGUE[key]}
    assert {text for text in texts if not re.fullmatch(r"[A-Z{].*\.", text, re.DOTALL)} == set()


def test_the_program_says_every_message_of_the_catalogue() -> None:
    constants, patterns = strings_of_the_program()
    unsaid = {
        key
        for key in CATALOGUE
        if key not in constants and not any(re.fullmatch(p, key) for p in patterns if p != ".+")
    }
    assert unsaid == set()


def test_every_message_that_the_program_says_by_name_is_in_the_catalogue() -> None:
    asked = {
        str(node.args[0].value)
        for path in Path(chatbot.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
        if ast.unparse(node.func).rpartition(".")[2] == "message"
        or re.search(r"(\bapp|\b_app|^self)\.(text|say)$", ast.unparse(node.func))
    }
    assert {"empty question", "no offer", "sample questions"} <= asked
    assert asked <= CATALOGUE.keys()


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "Er is geen artikel a {b}. chatbot artic"), ("en", "There is no article a {b}. chatbot ar")],
)
def test_values_are_filled_in_to_the_letter(language: Language, text: str) -> None:
    assert message("no such article", language, name="a {b}").startswith(text)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "NL"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": ""}, "nl"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, "nl"),
    ],
)
def test_the_locale_tells_the_language_of_the_interface(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: Language
) -> None:
    monkeypatch.delenv("LANG")
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert interface_language() == language
