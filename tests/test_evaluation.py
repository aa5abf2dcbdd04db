"""Evaluation: a file of questions with known answers, the figures of how they were answered, and the command."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.answer import Answer
from chatbot.answers.citation import Citation
from chatbot.answers.evaluation import (
    CITATION_WORD_LIMIT,
    KnownQuestion,
    Place,
    holds,
    rank,
    read_questions,
    score,
)
from chatbot.articles.folder import bundled_folder
from chatbot.console.plain_text import figures_table
from chatbot.errors import ChatbotError
from chatbot.passages.corpus import read_corpus
from chatbot.text.language_code import Language
from tests.articles import BEES, LIGHTHOUSE, article_of, write_articles
from tests.command import Run

TEXTS = {"a.txt": "0123456789" * 4, "b.txt": "abcdefghij" * 4}
ARTICLES = [article_of("bees.md", BEES), article_of("lighthouse.txt", LIGHTHOUSE)]

EGGS = {
    "id": "eggs",
    "article": "bees.md",
    "kind": "number",
    "nl": "Hoeveel eieren legt de koningin?",
    "en": "How many eggs does the queen lay?",
    "gold": ["She lives for four years and lays two thousand eggs a day in spring."],
}
PIE = {"id": "pie", "nl": "Hoe bak ik een appeltaart?", "en": "How do I bake an apple pie?", "gold": []}


def citation(start: int, end: int, article: str = "a.txt") -> Citation:
    text = TEXTS[article][start:end]
    return Citation(1, article, "A title", None, text, start, end, 1.0, ((start, end),), ())


def answer(*citations: Citation, found: bool = True, language: Language = "en") -> Answer:
    return Answer("What?", language, "answered" if found else "not found", 0.8, "Here:", citations)


def question(name: str, *gold: Place) -> KnownQuestion:
    return KnownQuestion(name, "Wat?", "What?", ("A sentence.",) * len(gold), gold)


def write_questions(folder: Path, *lines: dict[str, Any] | str) -> str:
    path = folder / "questions.jsonl"
    path.write_text(
        "".join(line + "\n" if isinstance(line, str) else json.dumps(line) + "\n" for line in lines), encoding="utf-8"
    )
    return str(path)


GOLD = Place("a.txt", 10, 20)
HIT, MISS = citation(10, 20), citation(25, 35)


# what a citation holds


@pytest.mark.parametrize(
    ("start", "end", "is_held"),
    [(10, 20, True), (0, 40, True), (10, 15, True), (10, 14, False), (15, 30, True), (16, 30, False), (20, 30, False)],
)
def test_a_citation_holds_a_sentence_when_it_covers_half_of_it(start: int, end: int, is_held: bool) -> None:
    assert holds(citation(start, end), GOLD) is is_held


_SPANS = st.tuples(st.integers(0, 39), st.integers(1, 20)).map(lambda span: (span[0], min(40, sum(span))))


@given(cited=_SPANS, gold=_SPANS)
def test_half_is_half_of_the_characters_of_the_sentence(cited: tuple[int, int], gold: tuple[int, int]) -> None:
    common = set(range(*cited)) & set(range(*gold))
    assert holds(citation(*cited), Place("a.txt", *gold)) == (len(common) >= len(range(*gold)) / 2)


def test_a_citation_of_another_article_does_not_hold_it() -> None:
    assert not holds(citation(10, 20, "b.txt"), GOLD)


@pytest.mark.parametrize(("words", "is_held"), [(CITATION_WORD_LIMIT, True), (CITATION_WORD_LIMIT + 1, False)])
def test_a_citation_that_is_too_long_to_read_holds_nothing(words: int, is_held: bool) -> None:
    text = " ".join(["word"] * words)
    assert holds(replace(HIT, text=text, start=0, end=len(text)), GOLD) is is_held


def test_a_citation_is_verbatim_only_where_it_says_what_stands_at_its_place() -> None:
    assert HIT.is_in(TEXTS["a.txt"])
    assert not replace(HIT, text=HIT.text + "!").is_in(TEXTS["a.txt"])
    assert not replace(HIT, start=11, end=21).is_in(TEXTS["a.txt"])
    assert not HIT.is_in(TEXTS["b.txt"])


# ranks and figures


@pytest.mark.parametrize(
    ("citations", "place"),
    [([HIT], 1), ([MISS, HIT, HIT], 2), ([MISS] * 4 + [HIT], 5), ([MISS] * 5 + [HIT], None), ([], None)],
)
def test_the_rank_is_that_of_the_first_of_five_citations_that_holds_it(
    citations: list[Citation], place: int | None
) -> None:
    assert rank(answer(*citations), [GOLD]) == place


def test_any_of_the_sentences_will_do() -> None:
    assert rank(answer(MISS, citation(0, 5)), [GOLD, Place("b.txt", 0, 5), Place("a.txt", 0, 5)]) == 2


def test_recall_counts_the_answers_within_so_many_citations_and_mrr_weighs_their_ranks() -> None:
    questions = [question(name, GOLD) for name in ("first", "third", "fourth", "never")]
    answers = [answer(HIT), answer(MISS, MISS, HIT), answer(MISS, MISS, MISS, HIT), answer(MISS)]
    figures, missed = score(questions, answers, "en", TEXTS)
    assert (figures["R@1"], figures["R@3"], figures["R@5"]) == (0.25, 0.5, 0.75)
    assert figures["MRR"] == pytest.approx((1 + 1 / 3 + 1 / 4 + 0) / 4)
    assert missed == ["never"]


@given(ranks=st.lists(st.integers(1, 7), min_size=1, max_size=9))
def test_mrr_lies_between_the_recall_at_one_and_at_five(ranks: list[int]) -> None:
    answers = [answer(*[MISS] * (place - 1), HIT) for place in ranks]
    figures, missed = score([question(str(place), GOLD) for place in ranks], answers, "en", TEXTS)
    recall_at_1, recall_at_3, recall_at_5, mrr = (figures[name] or 0.0 for name in ("R@1", "R@3", "R@5", "MRR"))
    assert recall_at_1 <= recall_at_3 <= recall_at_5
    assert recall_at_1 - 1e-9 <= mrr <= recall_at_5 + 1e-9
    assert len(missed) == sum(place > 5 for place in ranks)


def test_the_first_half_of_the_unanswerable_questions_is_off_topic_and_the_second_near_it() -> None:
    questions = [question("a"), question("answerable", GOLD), question("b"), question("c"), question("d")]
    answers = [answer(found=found) for found in (False, False, True, False, False)]
    figures, _ = score(questions, answers, "en", TEXTS)
    assert [figures[name] for name in ("off-topic", "near-topic", "false refusals")] == [0.5, 1.0, 1.0]


def test_the_language_is_judged_on_all_questions() -> None:
    questions = [question("a", GOLD), question("b"), question("c"), question("d")]
    answers = [answer(language="nl"), answer(language="nl"), answer(language="nl"), answer(language="en")]
    assert score(questions, answers, "nl", TEXTS)[0]["lang"] == 0.75
    assert score(questions, answers, "en", TEXTS)[0]["lang"] == 0.25


def test_verbatim_is_a_share_of_citations_not_of_answers() -> None:
    invented = replace(MISS, text="made up")
    answers = [answer(HIT, MISS, invented), answer(HIT, found=False)]
    assert score([question("a", GOLD), question("b")], answers, "en", TEXTS)[0]["verbatim"] == 0.75


def test_a_share_of_nothing_is_no_figure() -> None:
    figures, missed = score([], [], "en", TEXTS)
    assert (set(figures.values()), missed) == ({None}, [])


# the file


def test_a_question_is_read_with_the_places_of_its_sentences(tmp_path: Path) -> None:
    eggs, pie = read_questions(Path(write_questions(tmp_path, EGGS, "", PIE)), ARTICLES)
    assert (eggs.id, eggs.phrased("nl"), eggs.phrased("en")) == (EGGS["id"], EGGS["nl"], EGGS["en"])
    (place,) = eggs.places
    assert (place.article, BEES[place.start : place.end]) == ("bees.md", EGGS["gold"][0])
    assert pie.places == ()


def test_a_sentence_that_stands_in_several_places_may_be_found_in_any(tmp_path: Path) -> None:
    articles = [article_of("a.txt", "It rains. It rains. (Really.)"), article_of("b.txt", "It rains.")]
    path = Path(write_questions(tmp_path, EGGS | {"gold": ["It rains.", "(Really.)"]}))
    (rain,) = read_questions(path, articles)
    assert rain.places == (Place("a.txt", 0, 9), Place("a.txt", 10, 19), Place("b.txt", 0, 9), Place("a.txt", 20, 29))


@pytest.mark.parametrize("start", ["", "\ufeff", "\n \n"])
def test_marks_and_line_ends_of_any_system_are_no_part_of_a_question(tmp_path: Path, start: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes((start + json.dumps(EGGS) + "\r\n" + json.dumps(PIE)).encode())
    assert [known.id for known in read_questions(path, ARTICLES)] == ["eggs", "pie"]


def test_a_line_separator_within_a_question_does_not_end_its_line(tmp_path: Path) -> None:
    path = Path(write_questions(tmp_path, json.dumps(PIE | {"nl": "Hoe\u2028dan?"}, ensure_ascii=False)))
    assert read_questions(path, ARTICLES)[0].nl == "Hoe\u2028dan?"


@pytest.mark.parametrize("line", ["{", "[]", '"eggs"', "null", "[" * 20_000, '{"a": ' + "[" * 20_000, "id: eggs"])
def test_a_line_that_is_no_object_is_named(tmp_path: Path, line: str) -> None:
    path = Path(write_questions(tmp_path, PIE, line, EGGS))
    with pytest.raises(ChatbotError, match=r"^Line 2 of .*questions\.jsonl is no question \("):
        read_questions(path, ARTICLES)


@pytest.mark.parametrize("field", ["id", "nl", "en", "gold"])
@pytest.mark.parametrize("value", ["missing", None, 1, " ", {}, [""], [1]])
def test_a_field_that_is_missing_or_of_another_kind_is_named_with_its_line(
    tmp_path: Path, field: str, value: object
) -> None:
    fields = {name: old for name, old in EGGS.items() if name != field}
    path = Path(write_questions(tmp_path, "", EGGS, fields if value == "missing" else fields | {field: value}))
    with pytest.raises(ChatbotError, match=rf"^Line 3 of .*questions\.jsonl is no question \(.*\b{field}\b.*\)\. "):
        read_questions(path, ARTICLES)


def test_a_sentence_that_is_in_no_article_is_named_with_its_line(tmp_path: Path) -> None:
    path = Path(write_questions(tmp_path, PIE, EGGS | {"gold": [*EGGS["gold"], "She lays no eggs."]}))
    with pytest.raises(ChatbotError, match=r"^The sentence “She lays no eggs\.” on line 2 of .* is in no article\. "):
        read_questions(path, ARTICLES)


# the command


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(write_articles(tmp_path / "articles", {"bees.md": BEES, "lighthouse.txt": LIGHTHOUSE}))


def test_the_figures_are_a_table_of_one_row_a_language(run: Run, tmp_path: Path, folder: str) -> None:
    status, output, errors = run("evaluate", write_questions(tmp_path, EGGS, PIE, PIE), "--corpus", folder)
    assert (status, errors) == (0, "")
    assert [line.split() for line in output.splitlines()] == [
        ["language", "R@1", "R@3", "R@5", "MRR", "lang", "off-topic", "near-topic", "false", "refusals", "verbatim"],
        ["nl", *["1.000"] * 7, "0.000", "1.000"],
        ["en", *["1.000"] * 7, "0.000", "1.000"],
    ]


def test_the_questions_without_an_answer_are_named_apart_from_the_figures(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.answers.evaluation.CITATION_WORD_LIMIT", 0)
    (tmp_path / "articles").mkdir()
    monkeypatch.setenv("CHATBOT_CORPUS", str(write_articles(tmp_path / "articles", {"bees.md": BEES})))
    status, output, errors = run("evaluate", write_questions(tmp_path, EGGS, EGGS | {"id": "more\x1b\neggs"}))
    assert status == 0
    assert len(output.splitlines()) == 3
    assert errors == (
        "chatbot: Not found in the first 5 passages, in Dutch: eggs, more␛ eggs.\n"
        "chatbot: Not found in the first 5 passages, in English: eggs, more␛ eggs.\n"
    )


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (
            None,
            "The file {} cannot be read (No such file or directory). Check its permissions or name another file.",
        ),
        (b"\n", "There is no question in {}. Put one on each line, as a JSON object with id, nl, en and gold."),
        (
            b"{}",
            "Line 1 of {} is no question (Object missing required field `id`). Put a whole question on one line, as a "
            "JSON object with id, nl and en of text, and a gold that is a list of sentences, which may be empty.",
        ),
        (
            b'{"id": "a", "nl": "Wat?", "en": "What?", "gold": ["No such."]}',
            "The sentence “No such.” on line 1 of {} is in no article. Copy it to the letter or name the folder of its "
            "article with --corpus.",
        ),
    ],
    ids=["no file", "no question", "a field", "a sentence"],
)
def test_a_file_that_cannot_be_used_is_told_in_one_line(
    run: Run, tmp_path: Path, folder: str, content: bytes | None, complaint: str
) -> None:
    path = tmp_path / "questions.jsonl"
    if content is not None:
        path.write_bytes(content)
    expected = (2, "", f"chatbot: {complaint.format(path)}\n")
    assert run("evaluate", str(path), "--corpus", folder) == expected


def test_bytes_that_are_no_text_are_named_with_their_line(run: Run, tmp_path: Path, folder: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(b'{"id": "\xff", "nl": "", "en": "", "gold": []}')
    assert run("evaluate", str(path), "--corpus", folder).errors.startswith(f"chatbot: Line 1 of {path} is no question")


def test_a_folder_is_no_file_of_questions(run: Run, tmp_path: Path, folder: str) -> None:
    status, output, errors = run("evaluate", str(tmp_path), "--corpus", folder)
    assert (status, output) == (2, "")
    assert errors.startswith(f"chatbot: The file {tmp_path} cannot be read (")


def test_a_dutch_reader_gets_complaints_and_headings_in_dutch(
    run: Run, tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert run("evaluate", "/nergens", "--corpus", folder).errors.startswith("chatbot: Het bestand /nergens kan niet ")
    assert run("evaluate", write_questions(tmp_path, EGGS), "--corpus", folder).output.startswith("taal  R@1")


def test_a_command_without_a_file_is_bad_usage(run: Run) -> None:
    status, output, errors = run("evaluate")
    assert (status, output) == (2, "")
    assert errors.endswith("chatbot --help shows what there is.\n")


def test_the_command_explains_itself(run: Run) -> None:
    status, output, errors = run("evaluate", "--help")
    assert (status, errors) == (0, "")
    assert "usage: chatbot evaluate" in output


def test_the_example_in_the_readme_is_a_question_about_the_bundled_articles(tmp_path: Path) -> None:
    readme = Path(__file__).parent.parent / "README.md"
    (example,) = (line for line in readme.read_text(encoding="utf-8").splitlines() if line.startswith('    {"id"'))
    (known,) = read_questions(Path(write_questions(tmp_path, example)), read_corpus(bundled_folder()).articles)
    assert known.places


def test_a_figure_that_there_is_not_is_a_dash_in_the_table() -> None:
    figures = {**score([], [], "nl", TEXTS)[0], "lang": 0.5}
    assert figures_table({"nl": figures}, "en").splitlines()[1].split() == ["nl", *"––––", "0.500", *"––––"]
