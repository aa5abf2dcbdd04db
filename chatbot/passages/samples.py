"""Sample questions: what a reader who has asked nothing yet could ask of these articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from chatbot.articles.article import Article
from chatbot.articles.folder import bundled_folder
from chatbot.passages.corpus import Corpus
from chatbot.text.language import Language

SAMPLE_LIMIT = 6
"""The most sample questions that are offered."""

HEADING_LIMIT = 80
"""A heading of more code points than this is too long to offer as a question."""

NAME_LIMIT = 4
"""A title of more words than this is a headline, and no name."""

_NUMBERING = "0123456789.) \t"


@dataclass(frozen=True, slots=True)
class Sample:
    """A question that the articles answer, and the language that it is in."""

    language: Language
    text: str


_BUNDLED = (
    Sample("nl", "Hoeveel generaals heeft het Venezolaanse leger?"),
    Sample("nl", "Waarom stuurt China geen troepen naar Venezuela?"),
    Sample("nl", "Wie zou het Cartel de los Soles leiden?"),
    Sample("en", "Why did airlines stop flying over Venezuela?"),
    Sample("en", "How many American warships are in the Caribbean?"),
    Sample("en", "What weapons did Venezuela get from Iran?"),
)


def sample_questions(corpus: Corpus) -> tuple[Sample, ...]:
    """At most six questions, some in Dutch and some in English, that the articles of `corpus` answer."""
    if corpus.folder.resolve() == bundled_folder().resolve():
        return _BUNDLED
    by_article = [[*_headings(article), *_titles(article)] for article in corpus.articles[:SAMPLE_LIMIT]]
    in_turns = dict.fromkeys(sample for sample in chain(*zip_longest(*by_article)) if sample)
    dutch = [sample for sample in in_turns if sample.language == "nl"]
    english = [sample for sample in in_turns if sample.language == "en"]
    room = max(SAMPLE_LIMIT // 2, SAMPLE_LIMIT - len(dutch))
    chosen_english = english[:room]
    return (*dutch[: SAMPLE_LIMIT - len(chosen_english)], *chosen_english)


def _headings(article: Article) -> Iterator[Sample]:
    """The headings of `article` that are questions, without their numbers."""
    labels = (block.label(article.text).lstrip(_NUMBERING) for block in article.blocks if block.is_heading)
    questions = (label for label in labels if label.endswith("?") and len(label) <= HEADING_LIMIT)
    return (Sample(article.language, question) for question in islice(questions, SAMPLE_LIMIT))


def _titles(article: Article) -> Iterator[Sample]:
    """A request in each language that names `article` by its own title: to introduce a name, to outline a headline."""
    title = article.title.rstrip("?!. ")
    if not article.has_own_title or len(title) > HEADING_LIMIT:
        return
    is_name = len(title.split()) <= NAME_LIMIT
    yield Sample("nl", f"Wat staat er over {title}?" if is_name else f"Vat “{title}” samen")
    yield Sample("en", f"What do the articles say about {title}?" if is_name else f"Summarise “{title}”")
