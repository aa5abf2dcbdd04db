"""The list of the articles, from which one can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from chatbot.messages import message
from chatbot.printable import printable_line
from chatbot.tui.labels import article_count

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.article import Article
    from chatbot.corpus import Corpus
    from chatbot.language import Language


class ArticleList(ModalScreen["Article | None"]):
    """Gives back the article that was chosen, or None when it was closed."""

    DEFAULT_CSS = """
    ArticleList {
        align: center middle;
        & > #articles {
            width: 90%;
            max-width: 92;
            height: auto;
            max-height: 90%;
            padding: 0 1;
            border: round $primary;
            background: $surface;
            & > .heading { text-style: bold; color: $text-accent; }
            & > .hint { color: $foreground 60%; }
            & > OptionList { height: auto; max-height: 1fr; background: $surface; }
            & > OptionList:focus { background-tint: $foreground 0%; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f2", "dismiss(None)", id="articles.close", show=False)]

    def __init__(self, corpus: Corpus, language: Language) -> None:
        super().__init__()
        self._corpus = corpus
        self._language = language

    def compose(self) -> ComposeResult:
        """The titles, each with its file and its language."""
        with Vertical(id="articles"):
            yield Static(Content(article_count(self._corpus, self._language)), classes="heading")
            yield OptionList(*map(self._option, self._corpus.articles), markup=False, compact=True)
            yield Static(Content(message("articles hint", self._language)), classes="hint")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back the article that was chosen."""
        self.dismiss(self._corpus.articles[event.option_index])

    def _option(self, article: Article) -> Option:
        language = message(f"in {article.language}", self._language)
        title = Content.styled(printable_line(article.title), "bold")
        return Option(Content("\n").join([title, Content(f"  {printable_line(article.name)} · {language}")]))
