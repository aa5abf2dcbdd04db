"""Sample questions: what a user who has asked nothing yet could ask of these articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from pathlib import Path

from chatbot.answers.chatbot import Chatbot
from chatbot.articles.article import Article
from chatbot.articles.folder import bundled_folder
from chatbot.text.language_code import Language

SAMPLE_LIMIT = 6  # the most sample questions that are offered
ASKED_LIMIT = 24  # the most questions that are tried
HEADING_LIMIT = 80  # a heading of more code points than this is too long to offer as a question
NAME_LIMIT = 4  # a title of more words than this, or with a word in small letters, is a headline, and no name

_NUMBERING = "0123456789.) \t"


@dataclass(frozen=True, slots=True)
class Sample:
    """A question that an article answers, by its name, and the language that the question is in."""

    language: Language
    text: str
    article: str | None = None


_BUNDLED = (
    Sample("nl", "Hoeveel generaals heeft het Venezolaanse leger?"),
    Sample("nl", "Waarom stuurt China geen troepen naar Venezuela?"),
    Sample("nl", "Wie zou het Cartel de los Soles leiden?"),
    Sample("en", "Why did airlines stop flying over Venezuela?"),
    Sample("en", "How many American warships are in the Caribbean?"),
    Sample("en", "What weapons did Venezuela get from Iran?"),
)


def bundled_questions(folder: Path) -> tuple[Sample, ...]:
    """The questions about the articles that come with the program, where the folder is that of these."""
    return _BUNDLED if folder.resolve() == bundled_folder().resolve() else ()


def sample_questions(chatbot: Chatbot) -> tuple[Sample, ...]:
    """At most six questions, half of them in each language, each asked and well answered.

    It takes up to 1 s a question where the passages have not been read.
    """
    articles = chatbot.corpus.articles[:SAMPLE_LIMIT]
    by_article = [[*_headings(article), *_titles(article)] for article in articles]
    chosen: dict[Language, list[Sample]] = {"nl": [], "en": []}
    in_turns = {sample.text: sample for sample in chain(*zip_longest(*by_article)) if sample}
    for sample in islice(in_turns.values(), ASKED_LIMIT):
        of_language = chosen[sample.language]
        if len(of_language) < SAMPLE_LIMIT // 2 and _is_answered(chatbot, sample):
            of_language.append(sample)
    return (*chosen["nl"], *chosen["en"])


def _is_answered(chatbot: Chatbot, sample: Sample) -> bool:
    """Whether the first sentence of a sure answer is from the article that the question was made of."""
    answer = chatbot.ask(sample.text, language=sample.language)
    return answer.certainty == "answered" and [one.article for one in answer.key_sentences[:1]] == [sample.article]


def _headings(article: Article) -> Iterator[Sample]:
    """The headings of `article` that are questions, without their numbers."""
    labels = (block.label(article.text).lstrip(_NUMBERING) for block in article.blocks if block.is_heading)
    questions = (label for label in labels if label.endswith("?") and len(label) <= HEADING_LIMIT)
    return (Sample(article.language, question, article.name) for question in islice(questions, SAMPLE_LIMIT))


def _titles(article: Article) -> Iterator[Sample]:
    """A request in each language that names `article` by its own title: to introduce a name, to outline a headline."""
    title = article.title.rstrip("?!. ")
    if not article.has_own_title or len(title) > HEADING_LIMIT:
        return
    words = title.split()
    is_name = len(words) <= NAME_LIMIT and all(word[0].isupper() for word in words)
    yield Sample("nl", f"Wat staat er over {title}?" if is_name else f"Vat “{title}” samen", article.name)
    yield Sample("en", f"What do the articles say about {title}?" if is_name else f"Summarise “{title}”", article.name)
