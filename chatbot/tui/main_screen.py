"""The main screen: the conversation, the source pane beside or below it, and the prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, getters
from textual.binding import ActiveBinding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from chatbot.text.printable import printable_line
from chatbot.tui.article_list import ArticleList
from chatbot.tui.article_view import ArticleView
from chatbot.tui.base_app import BaseApp
from chatbot.tui.citation_card import CitationCard
from chatbot.tui.conversation_view import ConversationView
from chatbot.tui.keys import ARTICLES, BACK, NEXT, NUMBER, QUIT, SCREEN_KEYS, TEXTUAL_KEYS, worded_bindings
from chatbot.tui.prompt import PromptBar
from chatbot.tui.source_pane import SourcePane
from chatbot.tui.turn import Offer, Request, RequestLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from chatbot.answers.answer import Answer
    from chatbot.answers.samples import Sample
    from chatbot.articles.article import Article
    from chatbot.passages.corpus import Corpus

STOPS = "CitationCard, RequestLine, Prompt"  # selects what the arrow keys go along
WIDE_FOOTER = 80  # the columns from which on the footer has room for all its keys
SIDE_BY_SIDE = 110  # the columns from which on the article stands beside the conversation
WIDE = 130  # the columns from which on the article of the first citation is open beside each answer from the start


class MainScreen(Screen[None]):
    """Puts the widgets together and moves between citations.

    The article stands below the conversation or, where there is room, beside it; zoomed, it has the room of both.
    """

    app = getters.app(BaseApp)
    AUTO_FOCUS = "Prompt"
    DEFAULT_CSS = """
    MainScreen {
        & > #status { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
        & > #body { height: 1fr; layout: vertical; }
        & SourcePane { width: 100%; height: 55%; }
        &.-beside > #body { layout: horizontal; }
        &.-beside SourcePane { width: 50%; height: 100%; border-left: vkey $surface-lighten-2; }
        &.-beside SourcePane:focus-within { border-left: vkey $primary; }
        & SourcePane.-maximized, & SourcePane.-maximized:focus-within { width: 100%; height: 1fr; border-left: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-below"), (SIDE_BY_SIDE, "-beside")]  # noqa: RUF012 - Textual declares it so
    ALLOW_IN_MAXIMIZED_VIEW = "PromptBar, Footer"
    ESCAPE_TO_MINIMIZE = False  # the find line is closed first
    BINDINGS: ClassVar[list[BindingType]] = [*SCREEN_KEYS]

    only: reactive[frozenset[str]] = reactive(frozenset, init=False)
    """The names of the articles that questions are limited to, if any."""
    progress = reactive("", init=False)
    """How far the work on the articles is, as a line; empty where there is nothing to say of it."""

    def __init__(self) -> None:
        super().__init__()
        self.samples: tuple[Sample, ...] = ()
        self.asked: list[str] = []
        """The questions that the prompt brings back, the latest last."""

    def compose(self) -> ComposeResult:
        """Furnish the screen in the language of the interface; each conversation finds it anew."""
        self.status = Static(id="status", markup=False)
        self.conversation = ConversationView()
        self.source = SourcePane()
        self.bar = PromptBar(self.asked)
        self.prompt = self.bar.prompt
        yield self.status
        with Container(id="body"):
            yield self.conversation
            yield self.source
        yield self.bar
        yield Footer(show_command_palette=False)

    async def begin(self, earlier: Sequence[Answer] = ()) -> None:
        """Begin another conversation, or go on with one after its `earlier` answers."""
        before = self.conversation
        self.maximized = None
        await self.recompose()
        self.set_focus(self.prompt)
        # What was read while the screen was furnished is newer than what the conversation before had.
        if corpus := self.corpus or before.corpus:
            self.show_corpus(corpus)
        if chatbot := self.conversation.chatbot or before.chatbot:
            self.conversation.answer_from(chatbot)
        self.show_samples(self.samples)
        await self.conversation.restore(earlier)

    @property
    def corpus(self) -> Corpus | None:
        """The articles, once they are read."""
        return self.conversation.corpus

    @property
    def cards(self) -> list[CitationCard]:
        """The citations of all answers, the last first."""
        return list(self.conversation.query(CitationCard))[::-1]

    @property
    def card(self) -> CitationCard | None:
        """The citation that is being read: the one that is open or has the focus, else the first of the answer."""
        if isinstance(self.focused, CitationCard):
            return self.focused
        return self.conversation.open_card or next(iter(self.conversation.cards), None)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, in the order of the footer; a citation that has the focus needs room for its own."""
        has_cards = bool(self.conversation.cards)
        numbers = {NUMBER.key: ActiveBinding(self, NUMBER, True)} if has_cards else {}
        others = {key.tooltip: ActiveBinding(self, key, True) for key in TEXTUAL_KEYS}  # beside those of the same key
        hidden = [*([] if self.source.is_open else [BACK]), *([] if has_cards else [NEXT])]
        if isinstance(self.focused, CitationCard) or self.size.width < WIDE_FOOTER:
            hidden += [ARTICLES, QUIT]
        return worded_bindings(numbers | super().active_bindings | others, hidden, self.app.language)

    def on_resize(self) -> None:
        self.refresh_bindings()  # the footer has as many keys as there is room for

    def show_corpus(self, corpus: Corpus) -> None:
        """Show these articles, and limit questions to those of them that they were limited to."""
        self.conversation.show_corpus(corpus)
        self.only = frozenset(filter(corpus.article, self.only))
        self.watch_progress()

    def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """Show what could be asked, as long as nothing is."""
        self.samples = samples
        self.conversation.show_samples(samples)

    def watch_progress(self) -> None:
        """Show at the top which articles there are and are searched, and how far the work on them is."""
        parts = [self.progress]
        if self.corpus:
            only = self.app.text("only articles", titles=self.corpus.titles(self.only)) if self.only else ""
            parts = [only, self.app.count("article", len(self.corpus.articles)), self.corpus.folder.name, self.progress]
        title = Content.styled(self.app.text("program"), "bold")
        self.status.update(Content(" · ").join([title, *(Content(printable_line(part)) for part in parts if part)]))

    watch_only = watch_progress

    def on_conversation_view_answered(self, event: ConversationView.Answered) -> None:
        """Show the first citation of the answer of a question that was asked in its article.

        That is where there is room for it or an article is open, but not the one that is being read; an article that is
        to be opened is opened in any case.
        """
        is_read = self.source.has_focus_within
        has_room = (self.size.width >= WIDE or self.source.is_open) and not event.answer.is_listed and not is_read
        if event.turn.cards and (has_room or event.answer.kind == "open"):
            self._show_card(event.turn.cards[0])

    def open_citation(self, card: CitationCard) -> None:
        """Show a citation in its article and mark it in the conversation."""
        if card.problem:
            self.notify(printable_line(card.problem), severity="warning", markup=False)
        self._show_card(card)
        self.conversation.show_place(card, top=False)

    def _leave_list(self, only: frozenset[str], article: Article | None) -> None:
        """Limit questions to the articles that were ticked in the list and are still there, and open the one chosen."""
        if self.corpus and (there := frozenset(filter(self.corpus.article, only))) != self.only:
            self.only = there
            self.app.say("limited" if there else "limit lifted", titles=self.corpus.titles(there))
        if article is not None:
            self.conversation.open_card = None
            self.source.show(article, self.conversation.cards)
            self.source.view.focus()

    def action_articles(self) -> None:
        if self.corpus is None:
            self.app.say("articles not read")
        else:
            articles = ArticleList(self.corpus, self.only)
            self.app.push_screen(articles, lambda article: self._leave_list(articles.only, article))

    def action_step(self, step: int) -> None:
        """Open the next or the previous citation of the answer that is being read, round and round."""
        card = self.conversation.neighbour(step)
        if card:
            self.open_citation(card)
            if not self.source.has_focus_within:
                self.set_focus(card)
        else:
            self.app.say("no citation")

    def action_hold(self) -> None:
        self.bar.hold_next()

    def action_take_offer(self) -> None:
        """Ask the last question that was not taken as it was typed exactly so."""
        if offers := self.conversation.query(Offer):
            offers.last().action_ask()
        else:
            self.app.say("no offer")

    def action_back(self) -> None:
        """Go back a step: out of the find line, the whole screen, the article, and then of what is typed."""
        if self.source.is_finding:
            self.source.close_find()
        elif self.maximized:
            self.maximized = None
        elif self.prompt.has_focus and not self.source.is_open:
            self.prompt.clear()
        else:
            self.action_close_source()

    def action_close_source(self) -> None:
        self.source.close()
        self.conversation.open_card = None
        self.set_focus(self.prompt)

    def action_zoom(self) -> None:
        self.source.zoom()

    def action_find(self) -> None:
        self.source.open_find()

    def action_find_step(self, step: int) -> None:
        self.source.step_hit(step)

    def action_move(self, step: int) -> None:
        """Move the focus to the next or the previous of citations, questions and prompt; below it is the answer."""
        self.maximized = None
        if step > 0 and self.prompt.has_focus and self.card:
            self.set_focus(self.card)
        elif step > 0:
            self.focus_next(STOPS)
        else:
            self.focus_previous(STOPS)

    def action_page(self, step: int) -> None:
        """Scroll the conversation by a page, or the article where that has the whole screen."""
        if self.maximized:
            self.action_page_source(step)
            return
        self.conversation.leave_place()
        self.conversation.scroll_relative(y=step * self.conversation.size.height, animate=False)

    def action_page_source(self, step: int) -> None:
        self.source.view.scroll_relative(y=step * self.source.view.size.height, animate=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask the question, open the citation whose number was typed, or find what was typed after a slash."""
        question = event.value.strip()
        card = self.conversation.numbered(question)
        if question:
            self.prompt.clear()
        if card:
            self._read(card)
        elif question.startswith("/"):
            self.source.open_find(question[1:].strip())
        elif question.isdecimal() and len(question) < 3:  # meant as the number of a citation, and never as a question
            numbers = dict.fromkeys(str(card.citation.number) for card in self.conversation.cards)
            name = "no citation of that number" if numbers else "no citation"
            self.app.say(name, numbers=", ".join(numbers))
        elif question:
            self._ask(Request(question))

    def on_request_line_asked(self, event: RequestLine.Asked) -> None:
        self.set_focus(self.prompt)
        self._ask(event.request)

    def on_citation_card_opened(self, event: CitationCard.Opened) -> None:
        self._read(event.card)

    def on_article_view_number_clicked(self, event: ArticleView.NumberClicked) -> None:
        """Go to the citation whose number stands in the margin, whichever answer it is of."""
        self.open_citation(next(card for card in self.cards if card.citation is event.citation))

    def on_key(self, event: events.Key) -> None:
        """What is typed goes to the prompt wherever the focus is, but a citation's number opens it."""
        if not event.is_printable or event.character is None:
            return
        event.stop()
        event.prevent_default()
        # Keys that were on their way when the focus moved come here too, after it.
        card = None if self.focused is self.prompt else self.conversation.numbered(event.character)
        if card:
            self._read(card)
        else:
            self.set_focus(self.prompt)
            self.prompt.insert_text_at_cursor(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes to the prompt wherever the focus is."""
        self.set_focus(self.prompt)
        self.prompt.replace(event.text, *sorted(self.prompt.selection))

    def _read(self, card: CitationCard) -> None:
        self.open_citation(card)
        self.source.view.focus()

    def _show_card(self, card: CitationCard) -> None:
        """Mark the citation in the conversation and show it in its article, or nothing where that is gone."""
        self.conversation.open_card = card
        if card.article:
            self.source.show(card.article, self.conversation.cards, card)
        else:
            self.source.close()

    def _ask(self, request: Request) -> None:
        from chatbot.text.talk import talk_of  # only here: the first paint need not wait for it

        self.maximized = None
        if talk_of(request.question).kind in ("answer", "metadata"):
            self.prompt.remember(request.question)
        article = self.source.view.article if self.source.is_open else None
        open_article = article.name if article else None
        self.conversation.ask(request._replace(held=self.bar.held, open_article=open_article, only=self.only))
