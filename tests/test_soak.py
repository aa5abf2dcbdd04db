"""A long run: whatever is asked of whatever articles, while they change, each answer is right and memory stays flat."""

from __future__ import annotations

import encodings
import gc
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from functools import _lru_cache_wrapper
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from random import Random

import pytest
from Stemmer import Stemmer

from chatbot.answers.chatbot import Chatbot
from chatbot.console.plain_text import answer_text
from chatbot.errors import CorpusError
from chatbot.storage.store import Store
from tests.articles import MIXED, write_articles
from tests.random_texts import random_change, random_question
from tests.small_chatbot import over, small_chatbot

QUESTIONS_A_ROUND = 25
QUESTIONS_A_CHANGE = 3
MOST_GROWTH = 200_000
"""Bytes that the second half of a run may need more than the first: of 2,000 questions, 200 a question.

What grows to an end by itself is half of it at most: a few hundred bytes for each different character that there has
been, in the table of `printable`, of which a run draws some hundreds.
"""


@pytest.mark.slow
def test_a_long_run_over_changing_articles_cites_to_the_letter_and_takes_no_more_memory(
    tmp_path: Path, soak_questions: int, record_property: Callable[[str, object], None]
) -> None:
    """Each round ends over the same few articles, so that the memory of all rounds can be compared."""
    load_codecs()
    random = Random(20)  # noqa: S311 - the same run each time
    folder = write_articles(tmp_path / "articles", MIXED)
    store = Store(tmp_path / "cache")
    chatbot = small_chatbot(folder, store)
    sizes = []
    for number in range(soak_questions // QUESTIONS_A_ROUND):
        chatbot = one_round(chatbot, random, tmp_path / f"aside-{number}")
        forget()
        gc.collect()
        if number == 0:  # what is loaded once is there
            tracemalloc.start()
        sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    middle = len(sizes) // 2
    first, second = max(sizes[1:middle]), max(sizes[middle:])
    record_property("most bytes in the first and in the second half", (first, second))
    assert store.trouble is None
    assert second - first < MOST_GROWTH


def load_codecs() -> None:
    """Load what encodings are guessed among, 30 kB each, which is loaded when a guess first comes to it and stays."""
    for module in iter_modules(encodings.__path__):
        with suppress(ImportError):  # those of another system
            import_module(f"encodings.{module.name}")


def forget() -> None:
    """Empty all that remembers no more than so much, which fills up slowly; what has no limit is kept."""
    for remembered in gc.get_objects():
        if isinstance(remembered, _lru_cache_wrapper) and remembered.cache_info().maxsize:
            remembered.cache_clear()
        elif isinstance(remembered, Stemmer):
            size, remembered.maxCacheSize = remembered.maxCacheSize, 0
            remembered.maxCacheSize = size


def one_round(chatbot: Chatbot, random: Random, aside: Path) -> Chatbot:
    """A conversation while the articles change; gives a chatbot over the articles as they were before it."""
    folder = chatbot.corpus.folder
    conversation = chatbot.conversation(random.choice(["nl", "en"]))
    for number in range(QUESTIONS_A_ROUND):
        if number % QUESTIONS_A_CHANGE == 0:
            random_change(random, folder)
            with suppress(CorpusError):  # no article is left that can be read: those there were go on
                chatbot = over(folder, chatbot.engine)
            conversation.go_on_with(chatbot)
        question = random_question(random)
        answer = conversation.ask(
            question, random.randint(1, 9), held=random.choice(["nl", "en", None]), alone=random.random() < 0.2
        )
        texts = {article.name: article.text for article in chatbot.corpus.articles}
        assert answer.question == question
        assert answer_text(answer)
        assert all(citation.is_in(texts[citation.article]) for citation in answer.citations), (question, answer)
    folder.rename(aside)
    write_articles(folder, MIXED)
    return over(folder, chatbot.engine)
