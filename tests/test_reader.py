"""The reader: a strong encoder reads what the first stage picks, once, and the light one stands in for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.engine import Engine
from chatbot.encoders.encoder import Encoder, StrongEncoder
from chatbot.passages.passage import Passage, split_passages
from chatbot.reader.language_means import SIDES, centred
from chatbot.reader.light_reader import LightReader
from chatbot.reader.reader import Reader
from chatbot.reader.reading import packed_reading, unpacked_reading, windows
from chatbot.reader.relevance import unreported
from chatbot.reader.strong_reader import BATCH_SIZE, StrongReader
from chatbot.storage.store import Store
from chatbot.text.language_code import LANGUAGES
from tests.articles import MIXED, article_of, write_articles
from tests.letter_encoder import LetterEncoder
from tests.small_chatbot import small_chatbot
from tests.strong import Broken, LetterCounts

QUESTION = "How many eggs does the queen lay?"
KITES = "Kites. One."


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    """Nine passages, of one sentence each but the first, which has three."""
    others = (f"\n\nPart {letter}\n\n{letter * 3} is {letter}." for letter in "defghijk")
    text = "Kites\n\nOne\n\nAaa aaa. Ooo ooo. Uuu uuu." + "".join(others)
    passages = list(split_passages(article_of("a.txt", text)))
    assert [len(passage.sentences) for passage in passages] == [3, *[1] * 8]
    return passages


@pytest.fixture
def strong() -> LetterCounts:
    return LetterCounts()


def relevances(reader: StrongReader | Reader, question: str, passages: Sequence[Passage]) -> list[float]:
    comparison = reader.compare(question, "en", passages, unreported)
    return [max(relevance) for relevance in comparison.relevances]


# what is read of a passage


def test_a_passage_is_read_two_sentences_at_a_time_under_its_heading(passages: list[Passage]) -> None:
    assert windows(passages[0]) == [(KITES, "Aaa aaa.", "Ooo ooo."), (KITES, "Ooo ooo.", "Uuu uuu.")]
    assert windows(passages[1]) == [("Kites. Part d.", "ddd is d.")]


def test_a_heading_made_of_the_file_name_is_not_read() -> None:
    (passage,) = split_passages(
        article_of("notes.txt", "It rains in the old harbour and nobody goes out to sea today.")
    )
    assert windows(passage) == [("", "It rains in the old harbour and nobody goes out to sea today.")]


def test_the_passage_with_the_window_most_like_the_question_is_the_most_relevant(
    strong: LetterCounts, passages: list[Passage]
) -> None:
    reader = StrongReader(strong)
    for number, passage in enumerate(passages):
        for window in windows(passage):
            assert int(np.argmax(relevances(reader, " ".join(window), passages))) == number


def test_of_the_windows_of_a_passage_the_best_counts(strong: LetterCounts, passages: list[Passage]) -> None:
    long = passages[0]
    short = next(split_passages(article_of("b.txt", "Kites\n\nOne\n\nAaa aaa. Ooo ooo.")))
    (of_long, of_short) = relevances(StrongReader(strong), "Kites. One. Aaa aaa. Ooo ooo.", [long, short])
    assert of_long == pytest.approx(of_short, abs=0.01)


@pytest.mark.parametrize("sentence", ["Aaa aaa aaa.", "Ooo ooo ooo.", "Uuu uuu uuu."])
def test_the_sentence_most_like_the_question_is_the_one_to_look_at(tmp_path: Path, sentence: str) -> None:
    folder = write_articles(tmp_path, {"a.txt": "Kites\n\nAaa aaa aaa. Ooo ooo ooo. Uuu uuu uuu."})
    (citation,) = small_chatbot(folder, strong=LetterCounts(preferred=sentence)).ask("Which of the kites?").citations
    ((start, end),) = citation.highlights
    assert citation.text[start - citation.start : end - citation.start] == sentence


def test_the_sentence_most_like_the_question_has_the_highest_logit(
    strong: LetterCounts, passages: list[Passage]
) -> None:
    reader = Reader(LetterEncoder(), lambda: strong)
    logits = reader.sentence_logits("eee is e.", "en", passages)
    assert [len(own) for own in logits] == [len(passage.sentences) for passage in passages]
    assert max(range(len(passages)), key=lambda number: max(logits[number])) == 2
    assert reader.sentence_logits("eee is e.", "en", passages) == logits


def test_a_sentence_that_says_what_its_passage_says_anyway_is_less_specific() -> None:
    text = "Kites\n\nOne\n\nThe kites fly. The kites fly on. Rain fell."
    (passage,) = split_passages(article_of("a.txt", text))
    (specificity,) = LightReader(LetterEncoder()).specificity("Does rain fall on kites?", [passage])
    assert int(np.argmax(specificity)) == 2


# once


def test_a_passage_is_read_once(strong: LetterCounts, passages: list[Passage]) -> None:
    reader = StrongReader(strong)
    first = relevances(reader, "ddd", passages)
    assert strong.read == [window for passage in passages for window in windows(passage)]
    assert relevances(reader, "ddd", passages) == first
    relevances(reader, "eee", passages[::-1])
    assert len(strong.read) == 10


def test_what_is_in_the_store_is_not_read_again(strong: LetterCounts, passages: list[Passage], tmp_path: Path) -> None:
    first = relevances(StrongReader(strong, Store(tmp_path)), "ddd", passages)
    other = LetterCounts()
    assert relevances(StrongReader(other, Store(tmp_path)), "ddd", passages) == first
    assert other.read == []


def test_in_eight_bits_a_reading_hardly_changes(strong: LetterCounts, passages: list[Passage]) -> None:
    for passage in passages:
        states = strong.encode_passages(windows(passage))
        row = packed_reading(passage, states)
        exact = np.array([centred(state, "passage", passage.article.language).vector for state in states])
        reading = unpacked_reading(row)
        assert np.abs(reading.windows - exact).max() <= 0.5 / 127 + 1e-6
        assert [len(tokens) for tokens in reading.sentences] == [
            len(passage.sentence_text(number).split()) for number in range(len(passage.sentences))
        ]
        assert len(row) < 2 * exact.shape[1] * (len(exact) + passage.words + 10)


@pytest.mark.parametrize("damage", [b"", bytes(100)], ids=["empty", "zeros"])
def test_a_damaged_reading_is_read_anew(
    strong: LetterCounts, passages: list[Passage], tmp_path: Path, damage: bytes
) -> None:
    first = relevances(StrongReader(strong, Store(tmp_path)), "ddd", passages)
    connection = sqlite3.connect(tmp_path / "store.sqlite")
    with connection:
        connection.execute("UPDATE rows SET value = ? WHERE rowid = 1", (damage,))
    connection.close()
    other = LetterCounts()
    assert relevances(StrongReader(other, Store(tmp_path)), "ddd", passages) == first
    assert 1 <= len(other.read) <= 2


def test_progress_is_told_and_may_be_stopped(strong: LetterCounts, passages: list[Passage]) -> None:
    reader = StrongReader(strong)
    told: list[tuple[int, int]] = []

    def stop_at_second(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reader.compare("ddd", "en", passages, stop_at_second)
    assert told == [(0, 9), (BATCH_SIZE, 9)]
    told.clear()
    reader.compare("ddd", "en", passages, lambda done, total: told.append((done, total)))
    assert told == [(0, 9 - BATCH_SIZE), (BATCH_SIZE, 9 - BATCH_SIZE)]


# languages


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_the_mean_of_their_language_vectors_have_length_one(side: str, language: str) -> None:
    (states,) = LetterCounts().encode_passages([("Kites fly.", "Aaa aaa ooo.")])
    out = centred(states, "question" if side == "question" else "passage", "nl" if language == "nl" else "en")
    for vectors in (out.vector[np.newaxis], *out.parts):
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


# a strong encoder that fails, or none


def loader_that_fails() -> StrongEncoder:
    raise OSError("no such weights")


@pytest.mark.parametrize(("loader", "reason"), [(Broken, "no room|How many"), (loader_that_fails, "no such weights")])
def test_where_the_strong_encoder_fails_the_light_one_reads_and_the_trouble_is_told_once(
    tmp_path: Path, encoder: Encoder, loader: Callable[[], StrongEncoder], reason: str
) -> None:
    folder = write_articles(tmp_path, MIXED)
    light = small_chatbot(folder, encoder=encoder)
    chatbot = Chatbot(light.corpus, Engine(encoder, Reader(encoder, loader)))
    list(chatbot.index.embed())
    assert chatbot.ask(QUESTION) == light.ask(QUESTION)
    trouble = chatbot.engine.reader.trouble
    assert trouble
    assert any(part in str(trouble) for part in reason.split("|"))
    assert chatbot.ask("Hoeveel molens staan er?") == light.ask("Hoeveel molens staan er?")
    assert chatbot.engine.reader.trouble is trouble
    assert not list(chatbot.engine.reader.read_ahead(chatbot.index.passages))


def test_the_strong_encoder_has_its_say_about_the_order(tmp_path: Path) -> None:
    folder = write_articles(tmp_path, {"a.txt": "The keeper lit the lamp every evening.", "b.txt": "Zzz zzz zzz zzz."})
    strong = LetterCounts(preferred="zzz")
    question = "Who lit the lamp in the evening?"
    assert small_chatbot(folder).ask(question).citations[0].article == "a.txt"
    assert small_chatbot(folder, strong=strong).ask(question).citations[0].article == "b.txt"
    assert set(strong.questions) == {question}


def test_without_a_strong_encoder_nothing_is_read_ahead(chatbot: Chatbot) -> None:
    assert not list(chatbot.engine.reader.read_ahead(chatbot.index.passages))
    assert chatbot.engine.reader.trouble is None


# ahead


@pytest.fixture
def reader(strong: LetterCounts) -> Reader:
    return Reader(LetterEncoder(), lambda: strong)


def test_read_ahead_reads_everything_batch_by_batch(
    reader: Reader, strong: LetterCounts, passages: list[Passage]
) -> None:
    ahead = reader.read_ahead(passages)
    assert next(ahead) == (0, 9)
    assert strong.read == []
    assert next(ahead) == (BATCH_SIZE, 9)
    assert list(ahead) == [(2 * BATCH_SIZE, 9)]
    assert strong.read == [window for passage in passages for window in windows(passage)]
    relevances(reader, "ddd", passages)
    assert len(strong.read) == 10


def test_only_what_is_not_read_yet_is_read_ahead(strong: LetterCounts, passages: list[Passage], tmp_path: Path) -> None:
    relevances(StrongReader(LetterCounts(), Store(tmp_path)), "ddd", passages[2:4])
    reader = Reader(LetterEncoder(), lambda: strong, Store(tmp_path))
    relevances(reader, "ddd", passages[:1])
    assert list(reader.read_ahead(passages)) == [(3, 9), (3 + BATCH_SIZE, 9)]
    read = [window for window in strong.read if window not in windows(passages[0])]
    assert read == [windows(passage)[0] for passage in (passages[1], *passages[4:])]


def test_a_question_comes_between_two_batches(reader: Reader, strong: LetterCounts, passages: list[Passage]) -> None:
    ahead = reader.read_ahead(passages)
    next(ahead)
    strong.may_go_on.clear()
    with ThreadPoolExecutor(2) as threads:
        batch = threads.submit(next, ahead)
        question = threads.submit(relevances, reader, "kkk", passages[-1:])
        strong.may_go_on.set()
        assert batch.result(10) == (BATCH_SIZE, 9)
        question.result(10)
    assert windows(passages[-1])[0] in strong.read


def test_what_a_question_has_read_meanwhile_is_not_read_again(
    reader: Reader, strong: LetterCounts, passages: list[Passage]
) -> None:
    ahead = reader.read_ahead(passages)
    next(ahead)
    relevances(reader, "kkk", passages[-1:])
    list(ahead)
    assert len(strong.read) == len(set(strong.read)) == 10


def test_a_strong_encoder_that_fails_ends_the_reading_ahead(passages: list[Passage]) -> None:
    reader = Reader(LetterEncoder(), Broken)
    assert list(reader.read_ahead(passages)) == [(0, 9)]
    assert reader.trouble


def test_a_large_folder_is_not_read_ahead(
    reader: Reader, strong: LetterCounts, passages: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.reader.reader.READ_AHEAD_LIMIT", 8)
    assert list(reader.read_ahead(passages)) == []
    assert strong.read == []


def test_without_passages_there_is_nothing_to_read(reader: Reader) -> None:
    assert list(reader.read_ahead([])) == []
    assert relevances(reader, "ddd", []) == []


def test_the_real_encoder_finds_the_passage_in_either_language(strong_engine: Engine) -> None:
    texts = ["Een bijenkoningin leeft vier jaar.", "De molen heeft vier wie\u0301ken\0\udcff."]
    both = [next(split_passages(article_of(f"{number}.txt", text))) for number, text in enumerate(texts)]
    for question in ("Hoe oud wordt een koningin?", "How long does a queen bee live?"):
        assert int(np.argmax(relevances(strong_engine.reader, question, both))) == 0
    assert strong_engine.reader.trouble is None
