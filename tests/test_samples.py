"""Sample questions: what a reader could ask, each tried before it is offered."""

from __future__ import annotations

from pathlib import Path

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.engine import Engine
from chatbot.answers.samples import SAMPLE_LIMIT, bundled_questions, sample_questions
from tests.small_chatbot import over

LIGHTHOUSE = """The lighthouse of Skerry Point

Who built the lighthouse?

The lighthouse was built by the engineer Marian Lowe in 1871. It is made of granite from the quarry of Ferrol.

Why is the moon made of cheese?

Nobody goes there after dark.
"""


def test_bundled_articles_have_questions_in_both_languages_and_answer_them(chatbot: Chatbot) -> None:
    samples = bundled_questions(chatbot.corpus.folder)
    assert len(samples) == SAMPLE_LIMIT
    assert {sample.language for sample in samples} == {"nl", "en"}
    for sample in samples:
        assert chatbot.ask(sample.text).certainty == "answered", sample.text


def test_questions_come_from_headings_and_titles_and_only_what_is_answered_is_offered(
    tmp_path: Path, engine: Engine
) -> None:
    (tmp_path / "lighthouse.txt").write_text(LIGHTHOUSE, encoding="utf-8")
    chatbot = over(tmp_path, engine)
    texts = [sample.text for sample in sample_questions(chatbot)]
    assert "Who built the lighthouse?" in texts
    assert "Summarise “The lighthouse of Skerry Point”" in texts
    assert all(chatbot.ask(text).certainty == "answered" for text in texts)


def test_half_of_the_questions_are_in_each_language_however_many_articles_there_are(
    tmp_path: Path, engine: Engine
) -> None:
    for number in range(20):
        text = f"Artikel {number}\n\nWaarom is de lucht blauw?\n\nDe lucht is blauw omdat het licht wordt verstrooid.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    languages = [sample.language for sample in sample_questions(over(tmp_path, engine))]
    assert languages.count("en") == SAMPLE_LIMIT // 2
    assert 1 <= languages.count("nl") <= SAMPLE_LIMIT // 2


def test_a_folder_without_titles_and_questions_has_none(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "a.txt").write_text("Bees sleep in winter.", encoding="utf-8")
    assert sample_questions(over(tmp_path, engine)) == ()
