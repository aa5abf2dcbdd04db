"""The chatbot: a corpus that can be asked questions."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

from chatbot.answers.answer import Answer, Citation
from chatbot.answers.asked_amount import with_amounts
from chatbot.answers.citations import cite
from chatbot.answers.confidence import FLOOR, confidence
from chatbot.answers.conversation import Conversation
from chatbot.answers.question import question_problem
from chatbot.answers.ranking import Ranking, rank_passages
from chatbot.answers.reference import only_names
from chatbot.answers.suggestion import corrected
from chatbot.articles.corpus import Corpus, fingerprint, read_corpus
from chatbot.defaults import DEFAULT_TOP
from chatbot.encoders.encoder import Encoder, StrongEncoder, UniversalSentenceEncoder
from chatbot.encoders.encoder_choice import strong_encoder
from chatbot.index.index import Index
from chatbot.index.lexicon import Lexicon
from chatbot.index.meanings import Meanings
from chatbot.index.other_language import is_other_language, shows_other_language
from chatbot.index.query import outweighed, with_context
from chatbot.index.second_opinion import SecondOpinion
from chatbot.messages import message
from chatbot.passages.known_articles import parser
from chatbot.progress import Report, Stage, Work, embed_all, silent
from chatbot.settings import EncoderName
from chatbot.storage.cache import Cache
from chatbot.text.answer_type import answer_type
from chatbot.text.language import Language, detect_language
from chatbot.text.quantity import asked_quantity


class Chatbot:
    """Answers questions from the passages of one corpus."""

    def __init__(
        self,
        corpus: Corpus,
        encoder: Encoder | None = None,
        strong: StrongEncoder | None = None,
        *,
        cache: Cache | None = None,
        earlier: Chatbot | None = None,
        embed: bool = True,
        report: Report = silent,
    ) -> None:
        """Analyse and embed every passage (10 ms each); nothing more is read from the folder.

        What the cache holds, or an `earlier` chatbot over much the same articles, is taken over. Without `embed`,
        answers do with the words themselves until somebody has had `meanings` embed all of it. `report` is told
        how far it is.
        """
        self.corpus = corpus
        self._encoder: Encoder = encoder or (earlier._encoder if earlier else UniversalSentenceEncoder(cache))
        self._strong = strong
        self._cache = cache
        earlier_index = earlier._index if earlier else None
        self._index: Index = Index(
            corpus.articles, self._encoder, strong, cache=cache, earlier=earlier_index, embed=embed, report=report
        )
        self._lexicon = Lexicon(self._index.bm25.terms, self._index.analysed.forms)

    def renewed(self, language: Language = "en", report: Report = silent, *, anew: bool = False) -> Chatbot | None:
        """A chatbot over the articles as they have become, which costs what the changed ones cost; None if none has.

        With `anew` they are read even if they look the same, as where only the right to read one has changed.
        `language` is that of the messages. Raises CorpusError as `read_corpus` does.
        """
        if not anew and fingerprint(self.corpus.folder) == self.corpus.fingerprint:
            return None
        old = self.corpus
        parse = parser(None, old.articles)
        with self._cache.renewal() if self._cache else nullcontext():
            corpus = read_corpus(old.folder, language, parse, report, cache=self._cache, file_limit=old.file_limit)
            return Chatbot(corpus, strong=self._strong, cache=self._cache, earlier=self, report=report)

    @property
    def meanings(self) -> Meanings:
        """What the encoder makes of the articles; until it is ready, answers do with the words themselves."""
        return self._index.meanings

    @property
    def unfinished(self) -> tuple[tuple[Stage, Work], ...]:
        """What is still to be embedded; answers do meanwhile with what there is."""
        works: tuple[tuple[Stage, Work | None], ...] = (
            ("embedding", None if self.meanings.is_ready else self.meanings),
            ("strong embedding", self.second_opinion),
        )
        return tuple((stage, work) for stage, work in works if work and (work.left or stage == "embedding"))

    @property
    def second_opinion(self) -> SecondOpinion | None:
        """What the strong encoder makes of the passages, if there is one; answers use as much of it as is ready."""
        return self._index.second_opinion

    def ask(
        self,
        question: str,
        top: int = DEFAULT_TOP,
        *,
        language: Language = "en",
        held: Language | None = None,
        context: tuple[str, ...] = (),
    ) -> Answer:
        """The answer to `question`, with at most `top` citations.

        `language` is what a question is taken for that does not show its language, such as a bare
        name; `held` is what it is in whatever it shows. `context` holds the earlier questions that
        this one leans on, the latest last.
        """
        asked_in = held or detect_language(question, language)
        problem = question_problem(question, asked_in)
        if problem:
            return Answer(question, asked_in, False, 0.0, problem, ())
        ranking, carried = self._rank(question, asked_in, context)
        sureness = self._confidence(ranking, asked_in)
        found = sureness >= FLOOR
        if not found and is_other_language(question, self._lexicon):
            asked_in = held or language
            return Answer(question, asked_in, False, round(sureness, 3), message("other language", asked_in), ())
        suggestion = self._suggestion(question, asked_in, context)
        citations = cite(self._index, ranking, top)
        is_foreign = found and shows_other_language(question)
        if is_foreign:
            asked_in = held or language
        name = "other language found" if is_foreign else self._opening(ranking, found, citations)
        opening = message(name, asked_in)
        if ranking.similarities.words_only:
            opening = f"{message('words only', asked_in)} {opening}"
        return Answer(question, asked_in, found, round(sureness, 3), opening, citations, carried, suggestion)

    def _rank(self, question: str, language: Language, context: tuple[str, ...]) -> tuple[Ranking, tuple[str, ...]]:
        """The ranking of the passages for a question, and the words of its context that weighed in."""
        own = query = self._index.query(question, language)
        for earlier in context:
            query = with_context(query, self._index.query(earlier, detect_language(earlier, language)))
        added = query[len(own) :]
        if only_names(question, language):
            query = own + outweighed(added, own)
        carried = tuple(query_term.text for query_term in added if not query_term.is_pair)
        similarities = self._index.similarities(" ".join((*context, question)))
        ranking = rank_passages(self._index, query, similarities, answer_type(question))
        quantity = asked_quantity(question, language)
        if quantity and not similarities.words_only:
            ranking = with_amounts(self._index, ranking, quantity)
        return ranking, carried

    def _confidence(self, ranking: Ranking, language: Language) -> float:
        best = self._index.passages[next(ranking.best_first())]
        return confidence(ranking, across_languages=best.article.language != language)

    def _suggestion(self, question: str, language: Language, context: tuple[str, ...]) -> str | None:
        """The question as it may have been meant, if that is one that the articles answer."""
        suggestion = corrected(question, language, self._lexicon)
        if suggestion is None or is_other_language(question, self._lexicon):
            return None
        return suggestion if self._confidence(self._rank(suggestion, language, context)[0], language) >= FLOOR else None

    def conversation(self, language: Language = "en") -> Conversation:
        """A conversation, in which a question may lean on the ones before it."""
        return Conversation(self, language)

    def _opening(self, ranking: Ranking, found: bool, citations: tuple[Citation, ...]) -> str:
        """The name of the message that an answer to a Dutch or English question opens with."""
        if not found:
            if not ranking.query:
                return "subject missing"
            if not citations:
                return "not found"
            return "amount missing" if ranking.lacks_amount else "closest passages"
        articles = map(self.corpus.article, {citation.article for citation in citations})
        cited = {article.language for article in articles if article}
        if cited == {"nl"}:
            return "found in Dutch"
        return "found in English" if cited == {"en"} else "found"


def open_folder(folder: str | Path, language: Language = "en", *, encoder: EncoderName = "use") -> Chatbot:
    """A chatbot over the articles of a folder; `language` is that of the messages.

    `encoder` is "use", or "e5" for the strong one, which embeds all passages first; that takes its
    time. Settings and environment have no say. What is found in the articles is kept in the platform's
    cache folder for the next time. Raises CorpusError where the folder cannot be read or holds no
    article, and EncoderError where the strong encoder is not installed.
    """
    strong = strong_encoder(encoder, language)
    cache = Cache()
    light = UniversalSentenceEncoder(cache)
    chatbot = Chatbot(read_corpus(Path(folder), language, parser(cache), cache=cache), light, strong, cache=cache)
    for stage, work in chatbot.unfinished:
        embed_all(work, stage, silent)
    return chatbot
