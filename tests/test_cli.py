"""The command line: what its commands print, and with which exit status."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from chatbot.messages import message
from tests.articles import BEES, LIGHTHOUSE, MIXED, write_articles
from tests.command import Run

BEE_QUESTION = "How many eggs does the queen lay?"
SHIP_QUESTION = "Hoeveel schepen liepen op de rotsen?"
OFF_TOPIC = "Who won the football match between Brazil and Germany?"


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A folder of small articles in both languages."""
    return str(write_articles(tmp_path, MIXED))


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_an_answer_is_printed_as_its_key_sentences_with_their_sources(run: Run, folder: str) -> None:
    status, output, errors = run("ask", BEE_QUESTION, "--corpus", folder)
    assert (status, errors) == (0, "")
    opening, blank, sentence, *_ = output.splitlines()
    assert opening == "This is what the articles say about it:"
    assert blank == ""
    assert sentence.startswith("[1] A colony has a single queen. She lives for four years")
    assert sentence.endswith(" — Keeping honey bees › The queen (nature/bees.md)")
    assert "\x1b" not in output


def test_the_passages_are_printed_below_them_where_they_are_asked_for(run: Run, folder: str) -> None:
    output = run("ask", BEE_QUESTION, "--passages", "--corpus", folder).output
    short = run("ask", BEE_QUESTION, "--corpus", folder).output
    assert output.startswith(short.rstrip())
    assert "[1] Keeping honey bees › The queen (nature/bees.md)" in output.splitlines()


def test_a_json_answer_is_one_line_with_every_field(run: Run, folder: str) -> None:
    status, output, errors = run("ask", SHIP_QUESTION, "--json", "--corpus", folder)
    assert (status, errors) == (0, "")
    (answer,) = objects(output)
    assert set(answer) == {
        "question", "language", "kind", "found", "certainty", "confidence", "context", "corrected", "answer",
        "key_sentences", "citations",
    }  # fmt: skip
    assert (answer["question"], answer["language"], answer["found"]) == (SHIP_QUESTION, "nl", True)
    for number, citation in enumerate(answer["citations"], 1):
        assert set(citation) == {
            "number", "article", "title", "author", "date", "section", "page", "page_label", "table_header", "text",
            "start", "end", "score", "highlights", "matches",
        }  # fmt: skip
        assert citation["number"] == number
        assert all(list(match) == ["query", "passage", "similarity", "start", "end"] for match in citation["matches"])
    assert answer["key_sentences"]
    for sentence in answer["key_sentences"]:
        assert list(sentence) == [
            "citation", "article", "start", "end", "text", "score", "also_in", "disputed", "table_header",
        ]  # fmt: skip
        assert " ".join(sentence["text"].split()) in answer["answer"]


@pytest.mark.parametrize("top", [1, 2, 50])
def test_top_is_the_most_citations_there_are(run: Run, folder: str, top: int) -> None:
    (answer,) = objects(run("ask", BEE_QUESTION, "--json", "--top", str(top), "--corpus", folder).output)
    assert len(answer["citations"]) == min(top, 6)


def test_where_nothing_is_found_that_is_said_and_the_status_is_one(run: Run, folder: str) -> None:
    opening = message("nothing found", "en")
    assert run("ask", OFF_TOPIC, "--corpus", folder) == (1, f"{opening}\n", "")
    status, output, errors = run("ask", OFF_TOPIC, "--json", "--corpus", folder)
    assert (status, errors) == (1, "")
    assert objects(output)[0]["answer"] == opening


def test_offsets_point_into_what_show_prints(run: Run, folder: str) -> None:
    (answer,) = objects(run("ask", "Waarom zijn er molens?", "--json", "--top", "6", "--corpus", folder).output)
    assert len(answer["citations"]) == 6
    for citation in answer["citations"]:
        text = run("show", citation["article"], "--corpus", folder).output
        assert text[citation["start"] : citation["end"]] == citation["text"]
        ((start, end),) = citation["highlights"]
        assert citation["start"] <= start < end <= citation["end"]


@pytest.mark.parametrize(
    "text", [LIGHTHOUSE, BEES, "\ufeff" + BEES, "Geen regeleinde 🦊 aan het eind.", "\n\n Rood\x1b[31m. \n"]
)
def test_show_prints_the_text_to_the_letter(run: Run, tmp_path: Path, text: str) -> None:
    write_articles(tmp_path, {"a.txt": text})
    assert run("show", "a.txt", "--corpus", str(tmp_path)) == (0, text, "")


def test_articles_are_listed_in_columns(run: Run, folder: str) -> None:
    status, output, errors = run("articles", "--corpus", folder)
    assert (status, errors) == (0, "")
    assert [line.split() for line in output.splitlines()] == [
        ["file", "title", "language", "encoding", "passages"],
        ["kinderdijk.txt", "De", "molens", "van", "Kinderdijk", "nl", "utf-8", "2"],
        ["lighthouse.txt", "The", "lighthouse", "of", "Skerry", "Point", "en", "utf-8", "2"],
        ["nature/bees.md", "Keeping", "honey", "bees", "en", "utf-8", "2"],
    ]


def test_articles_are_listed_as_json(run: Run, folder: str) -> None:
    Path(folder, "lighthouse.txt").write_bytes(LIGHTHOUSE.encode("utf-16"))
    articles = objects(run("articles", "--json", "--corpus", folder).output)
    assert [list(article) for article in articles] == [
        ["file", "title", "author", "date", "language", "encoding", "passages"]
    ] * 3
    assert [list(article.values()) for article in articles] == [
        ["kinderdijk.txt", "De molens van Kinderdijk", None, None, "nl", "utf-8", 2],
        ["lighthouse.txt", "The lighthouse of Skerry Point", None, None, "en", "utf-16-le", 2],
        ["nature/bees.md", "Keeping honey bees", None, None, "en", "utf-8", 2],
    ]


@pytest.mark.parametrize("before", [True, False])
def test_the_folder_may_be_named_before_or_after_the_command(run: Run, folder: str, before: bool) -> None:
    corpus = ["--corpus", folder]
    arguments = [*corpus, "show", "nature/bees.md"] if before else ["show", "nature/bees.md", *corpus]
    assert run(*arguments).output == BEES


def test_a_variable_names_the_folder_where_no_option_does(
    run: Run, folder: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHATBOT_CORPUS", folder)
    assert run("show", "nature/bees.md").output == BEES
    other = write_articles(tmp_path_factory.mktemp("other"), {"a.txt": LIGHTHOUSE})
    assert [article["file"] for article in objects(run("articles", "--json", "--corpus", str(other)).output)] == [
        "a.txt"
    ]


def test_without_any_folder_the_bundled_articles_are_meant(run: Run) -> None:
    assert [article["passages"] > 1 for article in objects(run("articles", "--json").output)] == [True, True]


def test_a_file_that_was_skipped_is_told_apart_from_the_output(run: Run, folder: str) -> None:
    Path(folder, "odd.txt").write_bytes(b"\0")
    status, output, errors = run("show", "nature/bees.md", "--corpus", folder)
    assert (status, output) == (0, BEES)
    assert errors == (
        "chatbot: odd.txt was skipped: it holds no readable text. Save the file as text, preferably in UTF-8.\n"
    )


def test_every_line_of_input_gets_an_answer_in_order(run: Run, folder: str) -> None:
    lines = [BEE_QUESTION, SHIP_QUESTION, "", OFF_TOPIC, "?!", "Waarom?"]
    status, output, errors = run("ask", "-", "--json", "--corpus", folder, standard_input="\n".join(lines).encode())
    assert (status, errors) == (0, "")
    answers = objects(output)
    assert [answer["question"] for answer in answers] == lines
    assert [answer["found"] for answer in answers][:5] == [True, True, False, False, False]
    assert answers[2]["answer"].startswith("The question is empty.")
    assert answers[4]["answer"].startswith("There is no word in the question.")


def test_lines_of_input_know_nothing_of_each_other(run: Run, folder: str) -> None:
    together = run("ask", "-", "--json", "--corpus", folder, standard_input=f"{BEE_QUESTION}\r\nWhy?\r\n".encode())
    alone = run("ask", "Why?", "--json", "--corpus", folder)
    assert together.output.splitlines(keepends=True)[1] == alone.output


def test_lines_of_a_conversation_lean_on_each_other(run: Run, folder: str) -> None:
    lines = b"How high is the climb of the lighthouse?\nAnd on which day?\n"
    arguments = ["ask", "-", "--conversation", "--json", "--top", "1", "--corpus", folder]
    first, second = objects(run(*arguments, standard_input=lines).output)
    assert second["citations"][0]["section"] == first["citations"][0]["section"] == "The climb"


def test_answers_in_plain_text_are_apart_and_tell_their_questions(run: Run, folder: str) -> None:
    output = run("ask", "-", "--top", "1", "--corpus", folder, standard_input=b"?!\n!?\n").output
    assert (
        output
        == "There is no word in the question. Ask something about the articles, in Dutch or in English.\n".join(
            ["> ?!\n", "\n> !?\n", ""]
        )
    )


@pytest.mark.parametrize("arguments", [["--json"], []])
def test_no_input_gets_no_output(run: Run, folder: str, arguments: list[str]) -> None:
    assert run("ask", "-", *arguments, "--corpus", folder) == (0, "", "")


def test_input_that_is_not_utf_8_is_asked_all_the_same(run: Run, folder: str) -> None:
    (answer,) = objects(run("ask", "-", "--json", "--corpus", folder, standard_input=b"Ni\xe9t queen?\n").output)
    assert answer["question"] == "Ni\\xe9t queen?"


def test_an_argument_that_is_not_utf_8_is_asked_all_the_same(run: Run, folder: str) -> None:
    (answer,) = objects(run("ask", os.fsdecode(b"queen eggs \xff"), "--json", "--corpus", folder).output)
    assert answer["question"] == "queen eggs \udcff"


def test_questions_may_be_limited_to_an_article_by_the_beginning_of_its_name(run: Run, folder: str) -> None:
    (answer,) = objects(run("ask", BEE_QUESTION, "--json", "--article", "light", "--corpus", folder).output)
    assert {citation["article"] for citation in answer["citations"]} == {"lighthouse.txt"}


def test_an_article_that_is_not_there_is_named(run: Run, folder: str) -> None:
    status, output, errors = run("ask", BEE_QUESTION, "--article", "zebra", "--corpus", folder)
    assert (status, output) == (2, "")
    assert "zebra" in errors
