"""The chatbot: a corpus that can be asked questions."""

from __future__ import annotations

from collections.abc import Collection

from chatbot.answers.answer import Answer
from chatbot.answers.answerer import Answerer
from chatbot.answers.conversation import Conversation
from chatbot.articles.folder import fingerprint
from chatbot.passages.corpus import read_corpus
from chatbot.progress import Report, complete, silent
from chatbot.settings import DEFAULT_TOP
from chatbot.text.language_code import Language


class Chatbot(Answerer):
    """Answers questions, one by one or in conversations, and goes on with the articles as they change."""

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

    def renewed(self, language: Language = "en", report: Report = silent) -> Chatbot | None:
        """A chatbot over the articles as they have become, embedded; None if none has changed.

        It costs what the changed articles cost, where the store has the others. `language` is that of the messages.
        Raises CorpusError as `read_corpus` does.
        """
        old = self.corpus
        if fingerprint(old.folder) == old.fingerprint:
            return None
        corpus = read_corpus(old.folder, language, report, store=self.engine.store, file_limit=old.file_limit)
        chatbot = Chatbot(corpus, self.engine)
        complete(chatbot.index, "embedding", report)
        return chatbot
