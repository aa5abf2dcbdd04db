"""Ask a folder of articles questions in Dutch or in English; get verbatim, cited passages.

    from chatbot import open_folder

    chatbot = open_folder("articles")
    answer = chatbot.ask("How many generals does the Venezuelan army have?")
    for citation in answer.citations:
        print(citation.number, citation.title, citation.text)

`open_folder` raises `CorpusError` where the folder cannot be read; `open_folder("articles",
encoder="use")` does without the strong encoder. An `Answer` says whether
anything was `found`; the `text` of every `Citation` is the slice `[start:end]` of the text of its
`Article`, which `chatbot.corpus.article(citation.article)` returns.
"""

from __future__ import annotations

# What `typing` has by this name takes longer to load than all that the program loads before it can take an interrupt.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from chatbot.answers.answer import Answer, Citation, Match
    from chatbot.answers.chatbot import Chatbot, open_folder
    from chatbot.answers.conversation import Conversation
    from chatbot.articles.article import Article
    from chatbot.articles.folder import SkippedFile
    from chatbot.errors import ChatbotError, CorpusError
    from chatbot.passages.corpus import Corpus

__all__ = [
    "Answer",
    "Article",
    "Chatbot",
    "ChatbotError",
    "Citation",
    "Conversation",
    "Corpus",
    "CorpusError",
    "Match",
    "SkippedFile",
    "open_folder",
]

_MODULES = {
    "Answer": "answers.answer",
    "Article": "articles.article",
    "Chatbot": "answers.chatbot",
    "ChatbotError": "errors",
    "Citation": "answers.answer",
    "Conversation": "answers.conversation",
    "Corpus": "passages.corpus",
    "CorpusError": "errors",
    "Match": "answers.answer",
    "SkippedFile": "articles.folder",
    "open_folder": "answers.chatbot",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: `chatbot --help` need not wait for NumPy."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
