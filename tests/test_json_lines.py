"""Answers and articles as JSON: the contract that scripts are written against."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from chatbot.answers.answer import Answer
from chatbot.answers.chatbot import Chatbot
from chatbot.answers.citation import Citation, Match
from chatbot.console.json_lines import answer_line, json_line
from chatbot.console.plain_text import answer_text, article_fields
from tests.articles import BEES, article_of

MATCHES = (
    Match("army", "leger", 0.9, 4, 9),
    Match("Cuba", "Cuba", 1.0, 30, 34),
)
CITATION = Citation(1, "a.txt", "De titel", None, "Het leger.", 0, 10, 1.5, ((0, 10),), MATCHES)


@pytest.mark.parametrize("question", ["Hoeveel generaals?", "", "één\n\x1b[31m\u2028", "🦊\ud800"])
def test_an_answer_is_one_object_on_one_line_of_ascii(question: str) -> None:
    line = answer_line(Answer(question, "nl", "answered", 0.8, "Hier:", (CITATION,)))
    assert line.isascii()
    assert line.isprintable()
    assert set(json.loads(line)) == {
        "question", "language", "kind", "found", "certainty", "confidence", "context", "corrected", "answer",
        "key_sentences", "citations",
    }  # fmt: skip
    assert json.loads(line)["question"] == question


def test_an_answer_comes_back_as_it_was(chatbot: Chatbot) -> None:
    answer = chatbot.ask("How many generals does the Venezuelan army have?")
    fields = json.loads(answer_line(answer))
    assert (fields["language"], fields["found"], fields["certainty"]) == ("en", True, "answered")
    assert fields["answer"] == answer_text(answer)
    assert fields["key_sentences"] == [
        asdict(sentence) | {"also_in": list(sentence.also_in)} for sentence in answer.key_sentences
    ]
    for citation, written in zip(answer.citations, fields["citations"], strict=True):
        for name in (
            *("number", "article", "title", "author", "date", "section", "page", "page_label"),
            *("text", "start", "end", "score"),
        ):
            assert written[name] == getattr(citation, name)
        assert written["highlights"] == [list(span) for span in citation.highlights]


def test_a_citation_has_these_fields() -> None:
    (citation,) = json.loads(answer_line(Answer("Cuba?", "en", "answered", 0.8, "Here:", (CITATION,))))["citations"]
    assert citation == {
        "number": 1,
        "article": "a.txt",
        "title": "De titel",
        "author": None,
        "date": None,
        "section": None,
        "page": None,
        "page_label": None,
        "table_header": None,
        "text": "Het leger.",
        "start": 0,
        "end": 10,
        "score": 1.5,
        "highlights": [[0, 10]],
        "matches": [
            {"query": "army", "passage": "leger", "similarity": 0.9, "start": 4, "end": 9},
            {"query": "Cuba", "passage": "Cuba", "similarity": 1.0, "start": 30, "end": 34},
        ],
    }


def test_an_article_is_one_object_on_one_line() -> None:
    line = json_line(article_fields(article_of("nature/bees.md", BEES), 2))
    assert json.loads(line) == {
        "file": "nature/bees.md",
        "title": "Keeping honey bees",
        "author": None,
        "date": None,
        "language": "en",
        "encoding": "utf-8",
        "passages": 2,
    }
    assert "\n" not in line


def test_control_characters_of_an_article_are_escaped() -> None:
    line = json_line(article_fields(article_of("a\x1b[31m\n.txt", "Een zin."), 1))
    assert line.isprintable()
    assert json.loads(line)["file"] == "a\x1b[31m\n.txt"
