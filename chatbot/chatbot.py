"""The chatbot: a corpus that can be asked questions."""

from __future__ import annotations

from pathlib import Path

from chatbot.answer import Answer, Citation
from chatbot.answer_type import answer_type
from chatbot.cache import Cache
from chatbot.citations import cite
from chatbot.confidence import FLOOR, confidence
from chatbot.conversation import Conversation
from chatbot.corpus import Corpus, read_corpus
from chatbot.defaults import DEFAULT_TOP
from chatbot.encoder import Encoder, StrongEncoder, UniversalSentenceEncoder
from chatbot.index import Index
from chatbot.language import Language, detect_language
from chatbot.messages import message
from chatbot.query import with_context
from chatbot.question import question_problem
from chatbot.ranking import rank_passages
from chatbot.second_opinion import SecondOpinion


class Chatbot:
    """Answers questions from the passages of one corpus."""

    def __init__(self, corpus: Corpus, encoder: Encoder | None = None, strong: StrongEncoder | None = None) -> None:
        """Load the encoder and analyse every passage (seconds); nothing more is read from the folder."""
        self.corpus = corpus
        self._index = Index(corpus.articles, encoder or UniversalSentenceEncoder(Cache()), strong)

    @property
    def second_opinion(self) -> SecondOpinion | None:
        """What the strong encoder makes of the passages, if there is one; answers use as much of it as is ready."""
        return self._index.second_opinion

    def ask(
        self, question: str, top: int = DEFAULT_TOP, *, language: Language = "en", context: tuple[str, ...] = ()
    ) -> Answer:
        """The answer to `question`, with at most `top` citations.

        `language` is what a question is taken for that does not show its language, such as a bare
        name. `context` holds the earlier questions that this one leans on, the latest last.
        """
        language = detect_language(question, language)
        problem = question_problem(question, language)
        if problem:
            return Answer(question, language, False, 0.0, problem, ())
        query = self._index.query(question, language)
        for earlier in context:
            query = with_context(query, self._index.query(earlier, detect_language(earlier, language)))
        similarities = self._index.similarities(" ".join((*context, question)))
        ranking = rank_passages(self._index, query, similarities, answer_type(question))
        sureness = confidence(ranking)
        found = sureness >= FLOOR
        citations = cite(self._index, ranking, top)
        return Answer(
            question, language, found, round(sureness, 3), self._opening(found, citations, language), citations
        )

    def conversation(self, language: Language = "en") -> Conversation:
        """A conversation, in which a question may lean on the ones before it."""
        return Conversation(self, language)

    def _opening(self, found: bool, citations: tuple[Citation, ...], language: Language) -> str:
        if not found:
            return message("closest passages" if citations else "not found", language)
        names = {citation.article for citation in citations}
        cited = {article.language for article in self.corpus.articles if article.name in names}
        if cited == {"nl"}:
            return message("found in Dutch", language)
        return message("found in English" if cited == {"en"} else "found", language)


def open_folder(folder: str | Path, language: Language = "en") -> Chatbot:
    """A chatbot over the articles of a folder; `language` is that of the messages.

    Raises CorpusError where the folder cannot be read or holds no article.
    """
    return Chatbot(read_corpus(Path(folder), language))
