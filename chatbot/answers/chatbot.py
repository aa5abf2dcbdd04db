"""The chatbot: a corpus that can be asked questions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from chatbot.answers.answer import Answer, Certainty, KeySentence
from chatbot.answers.confidence import FLOOR, NOISE, certainty, confidence
from chatbot.answers.conversation import Conversation
from chatbot.answers.engine import Engine
from chatbot.answers.findings import Findings, distinct
from chatbot.answers.follow_up import names_another
from chatbot.answers.key_sentences import key_sentences, nearest_sentences, rank_sentences
from chatbot.answers.question_problem import question_problem
from chatbot.answers.ranking import rank
from chatbot.answers.spelling import Lexicon, corrected
from chatbot.answers.third_language import is_third_language, shows_third_language
from chatbot.index.candidates import find_candidates
from chatbot.index.index import Index
from chatbot.index.query import with_context
from chatbot.messages import message
from chatbot.passages.corpus import Corpus
from chatbot.reader.relevance import WORDS_ONLY, ReadingReport, unread, unreported
from chatbot.settings import DEFAULT_TOP
from chatbot.text.language_code import Language
from chatbot.text.question import Question, parse_question

DEPTH = 32
"""Candidates that are read for a question, or as many as are cited, if that is more.

The answering passage is among them for 98 % of the questions of four sets, and reading 48 ranks it first no more often.
"""


SAME_WORD = 0.7
"""Weight from which on a word of the articles means nearly the same: "flowers" of "bloemen", "slapen" of "slaapt"."""


class Chatbot:
    """Answers questions from one corpus, one by one or in conversations.

    The index answers by the words of a question until somebody has embedded it (`Index.embed`).
    """

    def __init__(self, corpus: Corpus, engine: Engine) -> None:
        """Index the corpus; embed nothing yet."""
        self.corpus = corpus
        self.engine = engine
        self.index = Index(corpus, engine.light, engine.store)
        self.lexicon = Lexicon(self.index.bm25.terms, self.index.forms)

    def ask(
        self, question: str, top: int = DEFAULT_TOP, *, language: Language = "en", only: Collection[str] | None = None
    ) -> Answer:
        """The answer to `question`, with at most `top` citations, from the articles of the names in `only` if any.

        `language` is what a question is taken for that does not show its language, such as a bare name.
        """
        return self.conversation(language).ask(question, top, only=only)

    def conversation(self, language: Language = "en") -> Conversation:
        """A conversation, in which a question may lean on the ones before it."""
        return Conversation(self, language)

    def has_word(self, form: str) -> bool:
        """Whether the articles have the word, or one that means the same."""
        if self.lexicon.is_in_articles(form):
            return True
        query = self.index.query(parse_question(form, "nl"))
        return any(one.weight >= SAME_WORD for term in query for one in term.alternatives.values())

    def answer(
        self,
        question: Question,
        top: int,
        *,
        language: Language,
        context: tuple[str, ...] = (),
        as_typed: bool = False,
        only: Collection[str] = (),
        at_hand: str | None = None,
        report: ReadingReport = unreported,
    ) -> Answer:
        """The answer to a question, with at most `top` citations.

        `language` is that of a reply to a question in neither Dutch nor English. `context` holds the words of the
        conversation that this one leans on. Misspelt words are corrected unless it is to be asked `as_typed`. Names of
        articles in `only` leave out all others, and the article `at_hand` is preferred. `report` is called while
        passages are read.
        """
        missing = ", ".join(name for name in only if self.corpus.article(name) is None)
        no_article = message("no such article", question.language, name=missing) if missing else None
        if problem := question_problem(question) or no_article:
            return Answer(question.text, question.language, "not found", 0.0, problem, ())
        meant = None if as_typed else corrected(question, self.lexicon)
        asked = parse_question(meant, question.language) if meant else question
        findings = self.find(asked, top, context, only, at_hand, report)
        ranking = findings.ranking
        sureness = round(confidence(ranking), 3)
        if sureness < FLOOR and is_third_language(question, self.lexicon):
            return Answer(question.text, language, "not found", sureness, message("other language", language), ())
        sentences = findings.sentences
        sure = certainty(ranking, sentences, sureness, at_hand)
        is_foreign = sure != "not found" and shows_third_language(question.text)
        spoken = language if is_foreign else question.language
        best = nearest_sentences(sentences) if sure == "not found" else key_sentences(sentences, ranking)
        if ranking.query and sureness < NOISE:
            best = ()
        opening = message("other language found" if is_foreign else _opening(findings, sure, best), spoken)
        if only and sure == "not found":
            opening = f"{message('searched only', spoken, titles=self.corpus.titles(only))} {opening}"
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
        at_hand: str | None = None,
        report: ReadingReport = unreported,
    ) -> Findings:
        """The best `top` passages for a question and the words that it leans on, after reading, and their sentences."""
        by_meaning = self.index.is_embedded  # which may become so meanwhile
        query = self.index.query(question, by_meaning=by_meaning)
        earlier = parse_question(" ".join(context), question.language)
        added = self.index.query(earlier, by_meaning=by_meaning) if context else ()
        query = with_context(query, added, outweighed=names_another(question))
        text, depth = " ".join((*context, question.read_text)), max(DEPTH, top)
        candidates = find_candidates(self.index, query, text, depth, by_meaning=by_meaning, only=only, at_hand=at_hand)
        passages = [self.index.passages[number] for number in candidates.numbers]
        reader = self.engine.reader
        comparison = reader.compare(text, question.language, passages, report) if by_meaning else unread(passages)
        ranking = rank(question, candidates, passages, comparison, len(self.index.passages))
        cited = distinct(ranking, top)
        if by_meaning:
            # A question that says something itself is read without its context, which most sentences near it have.
            read = question.read_text if question.content_words else text
            logits = reader.sentence_logits(read, question.language, [ranked.passage for ranked in cited])
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
    articles = {ranked.passage.article.name: ranked.passage.article for ranked in findings.cited}
    languages = {articles[sentence.article].language for sentence in quoted}
    return "found" if findings.ranking.question.language in languages else "found in the other language"
