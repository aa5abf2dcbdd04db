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
    from chatbot.answers.answer import Answer as Answer
    from chatbot.answers.answer import Citation as Citation
    from chatbot.answers.answer import Match as Match
    from chatbot.answers.chatbot import Chatbot as Chatbot
    from chatbot.answers.chatbot import open_folder as open_folder
    from chatbot.answers.conversation import Conversation as Conversation
    from chatbot.articles.article import Article as Article
    from chatbot.articles.folder import SkippedFile as SkippedFile
    from chatbot.errors import ChatbotError as ChatbotError
    from chatbot.errors import CorpusError as CorpusError
    from chatbot.passages.corpus import Corpus as Corpus

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
__all__ = list(_MODULES)


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: `chatbot --help` need not wait for NumPy."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
