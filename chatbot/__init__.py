"""Ask a folder of articles questions in Dutch or in English; get verbatim, cited passages.

    from chatbot import open_folder

    chatbot = open_folder("articles")
    answer = chatbot.ask("How many generals does the Venezuelan army have?")
    for sentence in answer.key_sentences:
        print(sentence.text, sentence.article)

An `Answer` (`chatbot.answers.answer`) says whether anything was `found`. The `text` of its `KeySentence`s and
`Citation`s is the slice `[start:end]` of the text of an `Article` (`chatbot.articles.article`), which
`chatbot.corpus.article(sentence.article)` returns. The errors are in `chatbot.errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from chatbot.answers.chatbot import Chatbot
    from chatbot.settings import EncoderName
    from chatbot.text.language_code import Language


def open_folder(folder: str | Path, language: Language = "en", *, encoder: EncoderName = "auto") -> Chatbot:
    """A chatbot over the articles of a folder, embedded; `language` is that of the messages.

    `encoder` is "use" for the light encoder alone, "e5" for the strong one to read, or "auto" for that where it is
    installed. Settings and environment have no say. What is computed from the articles is kept in the platform's cache
    folder. Raises CorpusError where the folder cannot be read or holds no article, and ChatbotError where the strong
    encoder is asked for and not installed.
    """
    # Only here, as `chatbot --help`, for which this module is loaded first, need not wait for NumPy.
    from pathlib import Path

    from chatbot.answers.chatbot import Chatbot
    from chatbot.answers.engine import start_engine
    from chatbot.encoders.choice import strong_loader
    from chatbot.passages.corpus import read_corpus

    engine = start_engine(strong_loader(encoder, None, language))
    chatbot = Chatbot(read_corpus(Path(folder), language, store=engine.store), engine)
    for _ in chatbot.index.embed():
        pass
    return chatbot
