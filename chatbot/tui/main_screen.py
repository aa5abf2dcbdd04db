"""The main screen: the conversation, the source pane beside or below it, and the prompt."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import ActiveBinding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input

from chatbot.messages import message
from chatbot.text.printable import printable_line
from chatbot.tui.article_list import ArticleList
from chatbot.tui.article_view import ArticleView
from chatbot.tui.citation import CitationCard
from chatbot.tui.conversation import ConversationView
from chatbot.tui.help_screen import HelpScreen
from chatbot.tui.keys import BINDABLE_KEYS, FIND, SCREEN_KEYS
from chatbot.tui.offer import Offer
from chatbot.tui.prompt import Prompt, PromptBar
from chatbot.tui.question_line import QuestionLine
from chatbot.tui.reading import Reading
from chatbot.tui.source_pane import SourcePane
from chatbot.tui.split import Split
from chatbot.tui.status_line import StatusLine
from chatbot.tui.welcome import SampleQuestion

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from chatbot.answers.answer import Answer, Citation
    from chatbot.articles.article import Article
    from chatbot.conversations.question_history import History
    from chatbot.passages.corpus import Corpus
    from chatbot.passages.samples import Sample
    from chatbot.text.language import Language
    from chatbot.tui.bound_keys import BoundKeys
    from chatbot.tui.turn import Turn


_NUMBER = re.compile(r"[0-9]{1,2}")
"""What is meant as the number of a citation, and never as a question."""


WIDE_FOOTER = 76
"""The columns from which on the footer has room for all its keys with their whole labels."""


class MainScreen(Screen[None]):
    """Puts the widgets together and moves between citations."""

    AUTO_FOCUS = "Prompt"
    BINDINGS: ClassVar[list[BindingType]] = [key.binding(priority=key is FIND) for key in SCREEN_KEYS]

    class Asked(Message):
        """A reader asks a question, held to a language or not, apart from what was said before or not."""

        def __init__(self, question: str, held: Language | None, *, alone: bool = False) -> None:
            super().__init__()
            self.question = question
            self.held = held
            self.alone = alone

    def __init__(self, language: Language, history: History, keys: BoundKeys) -> None:
        super().__init__()
        self.status = StatusLine(language)
        self.conversation = ConversationView(language, keys)
        self.source = SourcePane(language, keys)
        self.split = Split(self.conversation, self.source)
        self.corpus: Corpus | None = None
        self._language = language
        self._keys = keys
        self._bar = PromptBar(language, history, keys)
        self._reading = Reading()
        self._is_narrow = False

    @property
    def prompt(self) -> Prompt:
        """The line in which questions are typed."""
        return self._bar.prompt

    @property
    def citation(self) -> Citation | None:
        """The citation that is being read: the one that is open or has the focus, else the first of the answer."""
        focused = [self.focused] if isinstance(self.focused, CitationCard) else []
        return next((card.citation for card in (*focused, self._reading.current) if card), None)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, in the order of the footer and described in the language of the interface."""
        places = {key_id: place for place, key_id in enumerate(BINDABLE_KEYS)}
        active = super().active_bindings.items()
        ordered = sorted(active, key=lambda item: places.get(item[1].binding.id or "", len(places)))
        return {key: self._described(one) for key, one in ordered}

    def _described(self, active: ActiveBinding) -> ActiveBinding:
        binding = active.binding
        key = BINDABLE_KEYS.get(binding.id or "")
        if key is None:
            return active
        label = key.short if self._is_narrow else key.label
        description = message(label or key.help, self._language)
        return active._replace(binding=replace(binding, description=description, show=bool(label)))

    def on_resize(self, event: events.Resize) -> None:
        """Put as many keys in the footer as there is room for."""
        is_narrow = event.size.width < WIDE_FOOTER
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.refresh_bindings()

    def compose(self) -> ComposeResult:
        """The widgets from top to bottom."""
        yield self.status
        yield self.split
        yield self._bar
        yield Footer(show_command_palette=False)

    async def show_corpus(self, corpus: Corpus, samples: tuple[Sample, ...]) -> None:
        """Show which articles there are, and what could be asked about them."""
        self.corpus = corpus
        await self.conversation.show_corpus(corpus, samples)

    def renew_corpus(self, corpus: Corpus) -> None:
        """Go on with the articles as they have become, and say of each citation whether it still stands there."""
        self.corpus = corpus
        for card in self.conversation.query(CitationCard):
            card.show_source(corpus.article(card.citation.article))

    async def show_answer(self, turn: Turn, answer: Answer) -> None:
        """Add an answer; from now on it is its citations that the keys go to."""
        if self.corpus:
            await self.conversation.show_answer(turn, answer, self.corpus)
            self._reading.turn = turn

    def open_citation(self, card: CitationCard) -> None:
        """Show a citation in its article and mark it in the conversation."""
        self._reading.open(card)
        if card.problem:
            self.notify(printable_line(card.problem), severity="warning", markup=False)
        if card.article:
            self._show_source(card.article, card.citation if card.is_intact else None)
        else:
            self.split.zoom(False)
            self.source.close()
        self.conversation.show_place(card, top=False)

    def open_article(self, article: Article | None) -> None:
        """Show an article from its top; None, from a list that was closed, changes nothing."""
        if article is not None:
            self._reading.close()
            self._show_source(article, None)
            self.source.view.focus()

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(self._language, self._place, self._keys))

    def action_articles(self) -> None:
        """Show the list of the articles."""
        if self.corpus is None:
            self.notify(message("articles not read", self._language), markup=False)
        else:
            self.app.push_screen(ArticleList(self.corpus, self._language), self.open_article)

    def action_step(self, step: int) -> None:
        """Open the next or the previous citation of the answer that is being read, round and round."""
        card = self._reading.neighbour(step)
        if card:
            self.open_citation(card)
        else:
            self.notify(message("no citation", self._language), markup=False)

    def action_hold(self) -> None:
        """Take the questions that follow for Dutch, then for English, then again for what they show."""
        self._bar.hold_next()

    def action_take_offer(self) -> None:
        """Ask what the last answer offers first: the question as it was meant, or without what was said before."""
        offers = self._reading.turn.offers if self._reading.turn else []
        if offers:
            offers[0].action_take()
        else:
            self.notify(message("no offer", self._language), markup=False)

    def action_back(self) -> None:
        """Go back a step: out of the find line, out of the whole screen, out of the article to the prompt."""
        if self.source.find_line.is_open:
            self.source.close_find()
        elif self.split.is_zoomed:
            self.split.zoom(False)
        else:
            self.action_close_source()

    def action_close_source(self) -> None:
        """Close the source pane, if it is open, and go back to the prompt."""
        self.split.zoom(False)
        self.source.close()
        self._reading.close()
        self.set_focus(self.prompt)

    def action_zoom(self) -> None:
        """Give the article the whole screen, or share it again."""
        if self._has_article():
            self.split.zoom(not self.split.is_zoomed)
            self.source.view.focus()

    def action_move_edge(self, step: int) -> None:
        """Give the article more room, or less."""
        if self._has_article() and not self.split.is_zoomed:
            self.split.move_edge(step)

    def action_find(self) -> None:
        """Ask what to look for in the article."""
        if self._has_article():
            self.source.open_find()

    def action_find_step(self, step: int) -> None:
        """Go to the next or the previous place of what the reader looks for."""
        if self._has_article():
            self.source.step_hit(step)

    def action_move(self, step: int) -> None:
        """Move the focus to the next or the previous citation or sample question; past the last is the prompt."""
        self.split.zoom(False)
        stops = self.conversation.stops
        if self.focused in stops:
            position = stops.index(self.focused) + step
        elif step < 0:
            position = len(stops) - 1
        else:
            latest = self._reading.cards
            position = stops.index(latest[0]) if latest else 0
        if 0 <= position < len(stops):
            self.set_focus(stops[position])
        elif step > 0:
            self.set_focus(self.prompt)
        else:
            self.conversation.leave_place()
            self.conversation.scroll_home(animate=False)

    def action_page(self, step: int) -> None:
        """Scroll the conversation by a page, or the article where that has the whole screen."""
        if self.split.is_zoomed:
            self.action_page_source(step)
            return
        self.conversation.leave_place()
        self.conversation.scroll_relative(y=step * self.conversation.size.height, animate=False)

    def action_page_source(self, step: int) -> None:
        """Scroll the article by a page."""
        self.source.view.scroll_relative(y=step * self.source.view.size.height, animate=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask the question, or open the citation whose number was typed."""
        question = event.value.strip()
        card = self._reading.numbered(question)
        if question:
            self.prompt.clear()
        if card:
            self.open_citation(card)
            self.source.view.focus()
        elif _NUMBER.fullmatch(question):
            count = len(self._reading.cards)
            name = "no citation" if not count else "only citation" if count == 1 else "no citation of that number"
            self.notify(message(name, self._language, count=count), markup=False)
        elif question:
            self._ask(question)

    def on_sample_question_chosen(self, event: SampleQuestion.Chosen) -> None:
        """Ask the sample question."""
        self.set_focus(self.prompt)
        self._ask(event.text)

    def on_offer_taken(self, event: Offer.Taken) -> None:
        """Ask the question that was offered."""
        self.set_focus(self.prompt)
        self._ask(event.question, alone=event.alone)

    def on_question_line_chosen(self, event: QuestionLine.Chosen) -> None:
        """Put the question in the prompt, to be asked in other words."""
        self.set_focus(self.prompt)
        self.prompt.recall(event.question)

    def on_citation_card_opened(self, event: CitationCard.Opened) -> None:
        """Open the citation and go and read it."""
        self.open_citation(event.card)
        self.source.view.focus()

    def on_article_view_number_clicked(self, event: ArticleView.NumberClicked) -> None:
        """Go to the citation whose number stands in the margin, whichever answer it is of."""
        cards = self.conversation.query(CitationCard)
        self.open_citation(next(card for card in cards if card.citation is event.citation))

    def on_key(self, event: events.Key) -> None:
        """What is typed goes to the prompt wherever the focus is, but a citation's number opens it."""
        if not event.is_printable or event.character is None:
            return
        event.stop()
        event.prevent_default()
        # Keys that were on their way when the focus moved come here too, after it.
        card = None if self.focused is self.prompt else self._reading.numbered(event.character)
        if card:
            self.open_citation(card)
            self.source.view.focus()
        else:
            self.set_focus(self.prompt)
            self.prompt.insert_text_at_cursor(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes to the prompt wherever the focus is."""
        self.set_focus(self.prompt)
        self.prompt.insert_pasted(event.text)

    @property
    def _place(self) -> str:
        """Where the focus is, as the help names it."""
        match self.focused:
            case ArticleView():
                return "article"
            case CitationCard() | SampleQuestion():
                return "conversation"
            case _:
                return "find" if self.source.find_line.has_the_focus else "prompt"

    def _has_article(self) -> bool:
        """Whether an article is open; if not, a reader who needs one is told how to open one."""
        if not self.source.is_open:
            names = {"citation": self._keys.name("citation.next"), "articles": self._keys.name("articles")}
            self.notify(message("no article open", self._language, **names), markup=False)
        return self.source.is_open

    def _show_source(self, article: Article, citation: Citation | None) -> None:
        self.source.show(article, citation, [card.citation for card in self._reading.cards])

    def _ask(self, question: str, *, alone: bool = False) -> None:
        self.split.zoom(False)
        self.prompt.history.add(question)
        self.post_message(self.Asked(question, self._bar.held, alone=alone))
