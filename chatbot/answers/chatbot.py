"""The chatbot: a corpus that can be asked questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from chatbot.answers.answer import Answer
from chatbot.answers.citations import cite, distinct
from chatbot.answers.confidence import FLOOR, confidence
from chatbot.answers.conversation import Conversation
from chatbot.answers.engine import Engine, start_engine
from chatbot.answers.key_sentences import key_sentences
from chatbot.answers.other_language import is_other_language, shows_other_language
from chatbot.answers.question import question_problem
from chatbot.answers.ranking import RankedPassage, Ranking, rank
from chatbot.answers.reference import only_names
from chatbot.answers.spelling import Lexicon, corrected
from chatbot.articles.folder import fingerprint
from chatbot.defaults import DEFAULT_TOP
from chatbot.encoders.choice import strong_loader
from chatbot.index.candidates import find_candidates
from chatbot.index.index import Index
from chatbot.index.query import with_context
from chatbot.messages import message
from chatbot.passages.corpus import Corpus, read_corpus
from chatbot.progress import Report, complete, silent
from chatbot.reader.relevance import WORDS_ONLY, ReadingReport, unread, unreported
from chatbot.settings import EncoderName
from chatbot.text.language import Language, detect_language
from chatbot.text.question import Question, parse_question

DEPTH = 32
"""Candidates that are read for a question, or as many as are cited, if that is more.

The answering passage is among them for 98 % of the questions of four sets, and reading 48 ranks it first no more often.
"""


class Chatbot:
    """Answers questions from the passages of one corpus.

    The index answers by the words of a question until somebody has embedded it (`progress.complete`).
    """

    def __init__(self, corpus: Corpus, engine: Engine) -> None:
        """Index the corpus; embed nothing yet."""
        self.corpus = corpus
        self.engine = engine
        self.index = Index(corpus, engine.light, engine.store)
        self._lexicon = Lexicon(self.index.bm25.terms, self.index.forms)

    def renewed(self, language: Language = "en", report: Report = silent, *, anew: bool = False) -> Chatbot | None:
        """A chatbot over the articles as they have become, embedded; None if none has changed.

        It costs what the changed articles cost, where the store has the others. With `anew` the articles are read even
        if they look the same, as where only the right to read one has changed. `language` is that of the messages.
        Raises CorpusError as `read_corpus` does.
        """
        old = self.corpus
        if not anew and fingerprint(old.folder) == old.fingerprint:
            return None
        corpus = read_corpus(old.folder, language, report, store=self.engine.store, file_limit=old.file_limit)
        chatbot = Chatbot(corpus, self.engine)
        complete(chatbot.index, "embedding", report)
        return chatbot

    def ask(self, question: str, top: int = DEFAULT_TOP, *, language: Language = "en") -> Answer:
        """The answer to `question`, with at most `top` citations.

        `language` is what a question is taken for that does not show its language, such as a bare name.
        """
        return self.answer(parse_question(question, detect_language(question, language)), top, language=language)

    def answer(
        self,
        question: Question,
        top: int,
        *,
        language: Language,
        context: tuple[Question, ...] = (),
        report: ReadingReport = unreported,
    ) -> Answer:
        """The answer to a question, with at most `top` citations.

        `language` is that of a reply to a question in neither Dutch nor English. `context` holds the earlier questions
        that this one leans on, the latest last. `report` is called while passages are read.
        """
        problem = question_problem(question)
        if problem:
            return Answer(question.text, question.language, False, 0.0, problem, ())
        ranking = self._rank(question, context, max(DEPTH, top), report)
        sureness = round(confidence(ranking), 3)
        found = sureness >= FLOOR
        if not found and is_other_language(question, self._lexicon):
            return Answer(question.text, language, False, sureness, message("other language", language), ())
        cited = distinct(ranking, top)
        citations = tuple(cite(number, ranked, ranking.query) for number, ranked in enumerate(cited, 1))
        is_foreign = found and shows_other_language(question.text)
        spoken = language if is_foreign else question.language
        opening = message("other language found" if is_foreign else self._opening(ranking, cited, found=found), spoken)
        if ranking.calibration is WORDS_ONLY:
            opening = f"{message('words only', spoken)} {opening}"
        suggestion = self._suggestion(question, found=found)
        return Answer(
            question.text,
            spoken,
            found,
            sureness,
            opening,
            citations,
            ranking.context,
            suggestion,
            key_sentences(cited) if found else (),
        )

    def conversation(self, language: Language = "en") -> Conversation:
        """A conversation, in which a question may lean on the ones before it."""
        return Conversation(self, language)

    def _rank(self, question: Question, context: tuple[Question, ...], depth: int, report: ReadingReport) -> Ranking:
        """The candidates for a question and the earlier ones that it leans on, read and in order."""
        by_meaning = self.index.is_embedded  # which may become so meanwhile
        query = self.index.query(question, by_meaning=by_meaning)
        added = tuple(term for one in context for term in self.index.query(one, by_meaning=by_meaning))
        query = with_context(query, added, outweighed=only_names(question))
        # Of earlier questions their words alone: whole ones outweigh this one in its embedding, and 5 % of the
        # follow-up questions of the development set lose their answer among the first three.
        text = " ".join((*(word for one in context for word in one.content_words), question.text))
        candidates = find_candidates(self.index, query, text, depth, by_meaning=by_meaning)
        passages = [self.index.passages[number] for number in candidates.numbers]
        if by_meaning:
            comparison = self.engine.reader.compare(text, question.language, passages, report)
        else:
            comparison = unread(passages)
        return rank(question, candidates, passages, comparison, len(self.index.passages))

    def _suggestion(self, question: Question, *, found: bool) -> str | None:
        """The question with its spelling corrected, if the articles have words for all of it."""
        text = corrected(question, self._lexicon, with_dictionary=not found)
        if text is None:
            return None
        query = self.index.query(parse_question(text, question.language), by_meaning=self.index.is_embedded)
        return text if all(query_term.alternatives for query_term in query if not query_term.is_pair) else None

    def _opening(self, ranking: Ranking, cited: Sequence[RankedPassage], *, found: bool) -> str:
        """The name of the message that an answer to a Dutch or English question opens with."""
        if not found:
            if not ranking.query:
                return "subject missing"
            return "amount missing" if ranking.lacks_amount else "closest passages"
        languages = {ranked.passage.article.language for ranked in cited}
        if languages == {"nl"}:
            return "found in Dutch"
        return "found in English" if languages == {"en"} else "found"


def open_folder(folder: str | Path, language: Language = "en", *, encoder: EncoderName = "auto") -> Chatbot:
    """A chatbot over the articles of a folder, embedded; `language` is that of the messages.

    `encoder` is "use" for the light encoder alone, "e5" for the strong one to read, or "auto" for that where it is
    installed. Settings and environment have no say. What is computed from the articles is kept in the platform's cache
    folder. Raises CorpusError where the folder cannot be read or holds no article, and EncoderError where the strong
    encoder is asked for and not installed.
    """
    engine = start_engine(strong_loader(encoder, None, language))
    chatbot = Chatbot(read_corpus(Path(folder), language, store=engine.store), engine)
    complete(chatbot.index, "embedding", silent)
    return chatbot
