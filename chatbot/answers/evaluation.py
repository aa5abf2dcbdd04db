"""Evaluation: how well a chatbot answers a file of questions whose answers are known.

Each line of the file is one question in both languages, with the sentences of the articles that answer it; a question
without any is one that the articles do not answer.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec

from chatbot.answers.answer import Answer
from chatbot.answers.citation import Citation
from chatbot.articles.article import Article
from chatbot.articles.folder import FILE_LIMIT
from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.storage.ordinary_file import read_bytes
from chatbot.text.language_code import Language

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot

EVALUATED_DEPTH = 5  # the citations of an answer that are looked at
CITATION_WORD_LIMIT = 120  # a citation of more words than this counts as a miss: a user should not have to search in it


_Text = Annotated[str, msgspec.Meta(pattern=r"\S")]

Figures = Mapping[str, float | None]  # the share of each name, None where there is nothing to share


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence that answers a question stands: the slice `[start:end]` of an article's text."""

    article: str
    start: int
    end: int


class KnownQuestion(msgspec.Struct, frozen=True):
    """A question in both languages, the sentences of articles that answer it, none where no article does, and where."""

    id: _Text
    nl: _Text
    en: _Text
    gold: tuple[_Text, ...]
    places: tuple[Place, ...] = ()

    def phrased(self, language: Language) -> str:
        """The question in that language."""
        return self.nl if language == "nl" else self.en


def read_questions(path: Path, articles: Sequence[Article], language: Language = "en") -> tuple[KnownQuestion, ...]:
    """The questions in the file, for these articles; `language` is that of the messages.

    Raises ChatbotError where the file cannot be read, holds no question or has a line that is none.
    """
    try:
        content = read_bytes(path, FILE_LIMIT).removeprefix(BOM_UTF8)
    except OSError as error:
        raise ChatbotError(message("questions unreadable", language, file=path, reason=error.strerror)) from error
    questions: list[KnownQuestion] = []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        where = {"file": path, "line": number}
        try:
            known = msgspec.json.decode(line, type=KnownQuestion)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ChatbotError(message("line no question", language, reason=error, **where)) from error
        places = {sentence: tuple(_places(sentence, articles)) for sentence in known.gold}
        if missing := [sentence for sentence, found in places.items() if not found]:
            raise ChatbotError(message("sentence in no article", language, sentence=missing[0], **where))
        questions.append(msgspec.structs.replace(known, places=tuple(chain(*places.values()))))
    if not questions:
        raise ChatbotError(message("no questions", language, file=path))
    return tuple(questions)


def _places(sentence: str, articles: Iterable[Article]) -> Iterator[Place]:
    for article in articles:
        for found in re.finditer(re.escape(sentence), article.text):
            yield Place(article.name, *found.span())


def evaluate(chatbot: Chatbot, questions: Sequence[KnownQuestion], language: Language) -> tuple[Figures, list[str]]:
    """Ask the chatbot all questions in that language, each on its own, and score its answers."""
    # To name the right language here would hide every question that does not show its language.
    answers = [chatbot.ask(question.phrased(language), EVALUATED_DEPTH) for question in questions]
    return score(questions, answers, language, {article.name: article.text for article in chatbot.corpus.articles})


def score(
    questions: Sequence[KnownQuestion], answers: Sequence[Answer], language: Language, texts: Mapping[str, str]
) -> tuple[Figures, list[str]]:
    """The figures of these answers, one a question, that were asked in that language of articles with these texts.

    R@k is the share of the answerable questions with an answer in the first k citations, and MRR the mean of 1 / its
    rank. "lang" is the share of all questions whose language was recognised. The unanswerable questions should be
    refused, the answerable ones not; of the former the first half in the file is about other subjects, the second half
    near to that of the articles. "verbatim" is the share of the citations that are a slice of their article. With them
    come the ids of the answerable questions without an answer in five citations.
    """
    pairs = list(zip(questions, answers, strict=True))
    answerable = [(known, answer, rank(answer, known.places)) for known, answer in pairs if known.gold]
    refused = [not answer.found for known, answer in pairs if not known.gold]
    half = len(refused) // 2
    ranks = [place for _, _, place in answerable]
    shares: dict[str, Sequence[float]] = {
        **{
            f"R@{depth}": [place is not None and place <= depth for place in ranks] for depth in (1, 3, EVALUATED_DEPTH)
        },
        "MRR": [1 / place if place else 0 for place in ranks],
        "lang": [answer.language == language for answer in answers],
        "off-topic": refused[:half],
        "near-topic": refused[half:],
        "false refusals": [not answer.found for _, answer, _ in answerable],
        "verbatim": [one.is_in(texts[one.article]) for answer in answers for one in answer.citations],
    }
    figures = {name: sum(values) / len(values) if values else None for name, values in shares.items()}
    return figures, [known.id for known, _, place in answerable if place is None]


def rank(answer: Answer, gold: Iterable[Place]) -> int | None:
    """Which of the first five citations, counted from 1, is the first that holds one of the places; None if none."""
    places = tuple(gold)
    for number, citation in enumerate(answer.citations[:EVALUATED_DEPTH], 1):
        if any(holds(citation, place) for place in places):
            return number
    return None


def holds(citation: Citation, place: Place) -> bool:
    """Whether the citation covers at least half of the place, and is short enough to read."""
    if citation.article != place.article or len(citation.text.split()) > CITATION_WORD_LIMIT:
        return False
    covered = min(citation.end, place.end) - max(citation.start, place.start)
    return covered * 2 >= place.end - place.start
