"""Ask a folder of articles questions in Dutch or in English; get verbatim, cited passages.

    from chatbot import open_folder

    chatbot = open_folder("articles")
    answer = chatbot.ask("How many generals does the Venezuelan army have?")
    for citation in answer.citations:
        print(citation.number, citation.title, citation.text)

`open_folder` raises `CorpusError` where the folder cannot be read; `open_folder("articles",
encoder="e5")` has the strong encoder too, if it is installed. An `Answer` says whether
anything was `found`; the `text` of every `Citation` is the slice `[start:end]` of the text of its
`Article`, which `chatbot.corpus.article(citation.article)` returns.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chatbot.answer import Answer, Citation, Match
    from chatbot.article import Article
    from chatbot.chatbot import Chatbot, open_folder
    from chatbot.conversation import Conversation
    from chatbot.corpus import Corpus, SkippedFile
    from chatbot.errors import ChatbotError, CorpusError

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
    "Answer": "answer",
    "Article": "article",
    "Chatbot": "chatbot",
    "ChatbotError": "errors",
    "Citation": "answer",
    "Conversation": "conversation",
    "Corpus": "corpus",
    "CorpusError": "errors",
    "Match": "answer",
    "SkippedFile": "corpus",
    "open_folder": "chatbot",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: `chatbot --help` need not wait for NumPy."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
