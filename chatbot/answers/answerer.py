"""Answering a question: candidates are retrieved, read and ranked, and their sentences are weighed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from chatbot.answers.answer import Answer, Certainty, KeySentence, Quotations
from chatbot.answers.citations import cite, distinct
from chatbot.answers.confidence import FLOOR, NOISE, certainty, confidence
from chatbot.answers.engine import Engine
from chatbot.answers.follow_up import only_names
from chatbot.answers.key_sentences import RankedSentence, key_sentences, nearest_sentences, rank_sentences
from chatbot.answers.other_language import is_other_language, shows_other_language
from chatbot.answers.question_problem import question_problem
from chatbot.answers.ranking import RankedPassage, Ranking, rank
from chatbot.answers.spelling import Lexicon, corrected
from chatbot.index.candidates import find_candidates
from chatbot.index.index import Index
from chatbot.index.query import with_context
from chatbot.messages import message
from chatbot.passages.corpus import Corpus
from chatbot.reader.relevance import WORDS_ONLY, ReadingReport, unread, unreported
from chatbot.text.language_code import Language
from chatbot.text.question import Question, parse_question

DEPTH = 32
"""Candidates that are read for a question, or as many as are cited, if that is more.

The answering passage is among them for 98 % of the questions of four sets, and reading 48 ranks it first no more often.
"""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for a question: the passages that are cited, and all of their sentences, the best first."""

    ranking: Ranking
    cited: tuple[RankedPassage, ...]
    sentences: tuple[RankedSentence, ...]

    def quoting(self, sentences: Sequence[KeySentence]) -> Quotations:
        """The passages as citations, and these of their sentences.

        Citations are numbered as the sentences come, [1], [2], [3]; those that no sentence stands
        in follow by rank. Each has its best sentence.
        """
        best = {one.quoted.citation: (one.quoted.start, one.quoted.end) for one in reversed(self.sentences)}
        places = dict.fromkeys((*(one.citation for one in sentences), *range(1, len(self.cited) + 1)))
        numbers = {place: number for number, place in enumerate(places, 1)}
        ranked = ((number, place, self.cited[place - 1]) for place, number in numbers.items())
        citations = (
            cite(number, one.passage, best[place], self.ranking.query, one.score) for number, place, one in ranked
        )
        return tuple(citations), tuple(replace(one, citation=numbers[one.citation]) for one in sentences)


class Answerer:
    """Answers single questions from the passages of one corpus.

    The index answers by the words of a question until somebody has embedded it (`progress.complete`).
    """

    def __init__(self, corpus: Corpus, engine: Engine) -> None:
        """Index the corpus; embed nothing yet."""
        self.corpus = corpus
        self.engine = engine
        self.index = Index(corpus, engine.light, engine.store)
        self.lexicon = Lexicon(self.index.bm25.terms, self.index.forms)

    def answer(
        self,
        question: Question,
        top: int,
        *,
        language: Language,
        context: tuple[str, ...] = (),
        as_typed: bool = False,
        only: Collection[str] = (),
        near: str | None = None,
        report: ReadingReport = unreported,
    ) -> Answer:
        """The answer to a question, with at most `top` citations.

        `language` is that of a reply to a question in neither Dutch nor English. `context` holds the words of the
        conversation that this one leans on. Misspelt words are corrected unless it is to be asked `as_typed`. Names of
        articles in `only` leave out all others, and the article `near` is preferred. `report` is called while passages
        are read.
        """
        problem = question_problem(question)
        if problem:
            return Answer(question.text, question.language, "not found", 0.0, problem, ())
        if missing := [name for name in only if self.corpus.article(name) is None]:
            problem = message("no such article", question.language, name=", ".join(missing))
            return Answer(question.text, question.language, "not found", 0.0, problem, ())
        meant = None if as_typed else corrected(question, self.lexicon)
        asked = parse_question(meant, question.language) if meant else question
        findings = self.find(asked, top, context, only, near, report)
        ranking = findings.ranking
        sureness = round(confidence(ranking), 3)
        if sureness < FLOOR and is_other_language(question, self.lexicon):
            return Answer(question.text, language, "not found", sureness, message("other language", language), ())
        sentences = findings.sentences
        sure = certainty(ranking, sentences, sureness, near)
        is_foreign = sure != "not found" and shows_other_language(question.text)
        spoken = language if is_foreign else question.language
        best = nearest_sentences(sentences) if sure == "not found" else key_sentences(sentences, ranking)
        if ranking.query and sureness < NOISE:
            best = ()
        opening = message("other language found" if is_foreign else _opening(findings, sure, best), spoken)
        if only and sure == "not found":
            titles = ", ".join(article.title for article in self.corpus.articles if article.name in only)
            opening = f"{message('searched only', spoken, titles=titles)} {opening}"
        if ranking.calibration is WORDS_ONLY:
            opening = f"{message('words only', spoken)} {opening}"
        citations, quoted = findings.quoting(best)
        return Answer(
            question=question.text,
            language=spoken,
            certainty=sure,
            confidence=sureness,
            opening=opening,
            citations=citations,
            context=ranking.context,
            corrected=meant,
            key_sentences=quoted,
        )

    def find(
        self,
        question: Question,
        top: int,
        context: tuple[str, ...] = (),
        only: Collection[str] = (),
        near: str | None = None,
        report: ReadingReport = unreported,
    ) -> Findings:
        """The best `top` passages for a question and the words that it leans on, after reading, and their sentences."""
        by_meaning = self.index.is_embedded  # which may become so meanwhile
        query = self.index.query(question, by_meaning=by_meaning)
        earlier = parse_question(" ".join(context), question.language)
        added = self.index.query(earlier, by_meaning=by_meaning) if context else ()
        query = with_context(query, added, outweighed=only_names(question))
        text, depth = " ".join((*context, question.read_text)), max(DEPTH, top)
        candidates = find_candidates(self.index, query, text, depth, by_meaning=by_meaning, only=only, near=near)
        passages = [self.index.passages[number] for number in candidates.numbers]
        reader = self.engine.reader
        comparison = reader.compare(text, question.language, passages, report) if by_meaning else unread(passages)
        ranking = rank(question, candidates, passages, comparison, len(self.index.passages))
        cited = distinct(ranking, top)
        if by_meaning:
            of_sentences = text if only_names(question) else question.read_text
            logits = reader.sentence_logits(of_sentences, question.language, [ranked.passage for ranked in cited])
        else:
            logits = tuple((0.0,) * len(ranked.passage.sentences) for ranked in cited)
        return Findings(ranking, cited, rank_sentences(ranking, cited, logits))


def _opening(findings: Findings, sure: Certainty, quoted: Sequence[KeySentence]) -> str:
    """The name of the message that an answer of these sentences to a Dutch or English question opens with."""
    if sure == "not found":
        if not quoted:
            return "nothing found"
        if not findings.ranking.query:
            return "subject missing"
        return "amount missing" if findings.ranking.lacks_amount else "closest sentences"
    if sure == "perhaps":
        return "perhaps"
    names = {sentence.article for sentence in quoted}
    articles = (ranked.passage.article for ranked in findings.cited)
    languages = {article.language for article in articles if article.name in names}
    if languages == {"nl"}:
        return "found in Dutch"
    return "found in English" if languages == {"en"} else "found"
