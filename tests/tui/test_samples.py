from __future__ import annotations

from pathlib import Path

from chatbot.articles.folder import bundled_folder
from chatbot.passages.corpus import read_corpus
from chatbot.passages.samples import SAMPLE_LIMIT, sample_questions


def test_bundled_articles_have_questions_in_both_languages() -> None:
    samples = sample_questions(read_corpus(bundled_folder()))
    assert 4 <= len(samples) <= SAMPLE_LIMIT
    assert {sample.language for sample in samples} == {"nl", "en"}


def test_questions_come_from_headings_and_titles(folder: Path) -> None:
    samples = {(sample.language, sample.text) for sample in sample_questions(read_corpus(folder))}
    assert ("nl", "Hoeveel generaals heeft het leger?") in samples
    assert ("en", "How are the pieces named?") in samples
    assert ("en", "What do the articles say about The history of chess?") in samples
    assert len(samples) <= SAMPLE_LIMIT


def test_both_languages_are_there_however_many_articles_there_are(tmp_path: Path) -> None:
    for number in range(20):
        text = f"Artikel {number}\n\nWaarom is de lucht blauw?\n\nDe lucht is blauw omdat het licht wordt verstrooid.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    samples = sample_questions(read_corpus(tmp_path))
    assert len(samples) == SAMPLE_LIMIT
    assert {sample.language for sample in samples} == {"nl", "en"}
