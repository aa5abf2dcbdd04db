"""The conversation: the turns so far, the newest below, and the questions that are answered one after another."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import events, getters, on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp
from textual.widgets import Static

from chatbot.storage.failure_log import failure_sentence
from chatbot.text.printable import printable
from chatbot.text.scope import asked_citation
from chatbot.tui.base_app import BaseApp
from chatbot.tui.citation_card import CitationCard
from chatbot.tui.turn import Request, Turn
from chatbot.tui.welcome import Samples, Welcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widget import AwaitMount, Widget

    from chatbot.answers.answer import Answer
    from chatbot.answers.chatbot import Chatbot
    from chatbot.answers.conversation import Conversation
    from chatbot.answers.samples import Sample
    from chatbot.passages.corpus import Corpus

ASK = "ask"  # the group of the workers, one a question
SKIPPED_LIMIT = 3  # the most skipped files that are named


class Notice(Static):
    """Something that a reader should know of the program or mend."""

    DEFAULT_CSS = """
    Notice {
        height: auto;
        max-width: 100;
        margin: 1 0;
        padding: 0 1;
        &.-warning { border-left: outer $warning; color: $text-warning; }
        &.-error { border-left: outer $error; color: $text-error; }
    }
    """

    def __init__(self, text: str, severity: str) -> None:
        super().__init__(Content(printable(text)), classes=f"-{severity}")
        self.text = text


class ConversationView(VerticalScroll, can_focus=False):
    """Scrolls to what is new only for a reader who is at the end or has just asked it; the welcome stays in sight.

    What it scrolled to stays in its place when the layout changes, until the reader scrolls or
    moves the focus.
    """

    DEFAULT_CSS = """
    ConversationView {
        width: 1fr;
        height: 1fr;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    @dataclass
    class Answered(Message):
        """A question has its answer, which is shown."""

        turn: Turn
        answer: Answer

    app = getters.app(BaseApp)
    current: reactive[Turn | None] = reactive(None, bindings=True)
    """The turn that is read: the newest with citations, or that of the citation opened last."""
    open_card: reactive[CitationCard | None] = reactive(None, always_update=True)
    """The citation that the source pane shows."""

    def __init__(self) -> None:
        super().__init__(id="conversation")
        self.corpus: Corpus | None = None
        """The articles, once they are read."""
        self.chatbot: Chatbot | None = None
        """What answers, once there is one."""
        self._conversation: Conversation | None = None  # until its first question is asked
        self._has_chatbot = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()  # turns that wait get it in their order
        self._place: Widget | None = None
        self._at_top = True

    @property
    def is_busy(self) -> bool:
        """Whether a question waits for its answer, or earlier turns are being shown."""
        return self._one_at_a_time.locked() or any(worker.group == ASK for worker in self.workers)

    @property
    def turns(self) -> list[Turn]:
        return list(self.query_children(Turn))

    @property
    def answers(self) -> list[Answer]:
        return [turn.answer for turn in self.turns if turn.answer]

    @property
    def cards(self) -> list[CitationCard]:
        """The citations of the turn that is read."""
        return self.current.cards if self.current else []

    def watch_open_card(self, before: CitationCard | None, card: CitationCard | None) -> None:
        """Mark the citation that is open, and read the turn that it belongs to."""
        if before:
            before.is_open = False
        if card:
            card.is_open = True
            self.current = card.query_ancestor(Turn)

    def neighbour(self, step: int) -> CitationCard | None:
        """The citation so many after the open one, round and round; without an open one the first or the last."""
        cards, open_card = self.cards, self.open_card
        if open_card in cards:
            return cards[(cards.index(open_card) + step) % len(cards)]
        return next(iter(cards if step > 0 else reversed(cards)), None)

    def numbered(self, text: str) -> CitationCard | None:
        """The citation that `text` is the number of."""
        number = asked_citation(text)
        return next((card for card in self.cards if card.citation.number == number), None)

    def compose(self) -> ComposeResult:
        yield Welcome()

    def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """Show what could be asked in the welcome, if it is still there."""
        for shown in self.query(Samples):
            shown.shown = samples

    def show_corpus(self, corpus: Corpus) -> None:
        """Show these articles in the welcome, if it is still there, and name the files newly skipped.

        Each citation says whether it still stands in its article.
        """
        known = self.corpus.skipped if self.corpus else ()
        skipped = [file for file in corpus.skipped if file not in known]
        self.corpus = corpus
        for card in self.query(CitationCard):
            card.article = corpus.article(card.citation.article)
        for welcome in self.query(Welcome):
            welcome.corpus = corpus
        if len(skipped) == 1:
            self.show_notice(skipped[0].reason)
        elif skipped:
            names = ", ".join(file.name for file in skipped[:SKIPPED_LIMIT])
            more = ", …" if len(skipped) > SKIPPED_LIMIT else ""
            count = sum(file.count for file in skipped)
            self.show_notice(self.app.text("files skipped", count=count, names=names + more))

    def show_notice(self, text: str, severity: str = "warning") -> None:
        """Say what a reader should know or mend, with what to do next."""
        notice = Notice(text, severity)
        follows = self.is_vertical_scroll_end and not self.query_children(Welcome)
        self.mount(notice)
        if follows:
            self.show_place(notice)

    def answer_from(self, chatbot: Chatbot) -> None:
        """Put the following questions to that chatbot, first those that wait."""
        if self._conversation:
            self._conversation.go_on_with(chatbot)
        self.chatbot = chatbot
        self._has_chatbot.set()

    def ask(self, request: Request) -> None:
        """Have a question answered when there are articles and those before it are answered."""
        turn = Turn(request)
        work = self._ask(turn, self._add(turn))
        self.app.run_worker(work, group=ASK, exit_on_error=False)  # of the app, which tells of its failures

    async def restore(self, answers: Sequence[Answer]) -> None:
        """Show questions that were asked before, with their answers; new ones wait for that."""
        async with self._one_at_a_time:
            for answer in answers:
                turn = Turn(Request(answer.question))
                await self._add(turn)
                await self._show_answer(turn, answer)

    def show_place(self, widget: Widget, *, top: bool = True) -> None:
        """Bring `widget` to the top, as near as the end of the conversation allows, or else just into view.

        One that does not fit in the view is brought to the top in any case.
        """
        self._place = widget
        self._at_top = top
        self.call_after_refresh(self._return)

    def hold_place(self) -> None:
        """Keep what is read where it is while lines above it come or go: the last turn, or what is at the top."""
        if self._place is None:
            last = self.turns[-1:] if self.is_vertical_scroll_end else []
            in_sight = (card for card in self.query(CitationCard) if card.region.y >= self.region.y)
            self._place, self._at_top = next(iter((*last, *in_sight)), None), True

    def watch_virtual_size(self) -> None:
        """Keep the place whenever something above or below it grows."""
        self.call_later(self._return)

    on_resize = watch_virtual_size

    @on(events.MouseDown)
    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    @on(events.DescendantFocus)
    @on(ScrollTo)
    @on(ScrollUp)
    @on(ScrollDown)
    def leave_place(self) -> None:
        """Leave the scrolling to a reader who uses the mouse or moves the focus."""
        self._place = None

    def _return(self) -> None:
        if self._place and self._place.is_attached:
            top = self._at_top or self._place.outer_size.height > self.size.height
            self.scroll_to_widget(self._place, top=top, animate=False)

    def _add(self, turn: Turn) -> AwaitMount:
        self.query_children(Welcome).remove()
        self.show_place(turn)
        return self.mount(turn)

    async def _ask(self, turn: Turn, mounted: AwaitMount) -> None:
        def report(done: int, total: int) -> None:
            """Say how many passages are read; called in the thread that reads them."""
            turn.call_later(partial(turn.show_progress, "reading passages", done=done, total=total))

        await mounted
        turn.show_progress("waiting for turn" if self.chatbot else "waiting for articles")
        async with self._one_at_a_time:
            try:
                self._conversation = self._conversation or await self._begin()
                turn.show_progress("searching")
                asked = turn.request._asdict()
                answer = await asyncio.to_thread(self._conversation.ask, **asked, report=report)
            except Exception as error:
                turn.show_failure(failure_sentence(error, self.app.language, "question failed"))
            else:
                await self._show_answer(turn, answer)
                self.post_message(self.Answered(turn, answer))

    async def _begin(self) -> Conversation:
        """The conversation after what was asked before, as soon as there is a chatbot."""
        while self.chatbot is None:
            await self._has_chatbot.wait()
        conversation = self.chatbot.conversation(self.app.language)
        conversation.resume(self.answers)
        return conversation

    async def _show_answer(self, turn: Turn, answer: Answer) -> None:
        """Show the answer of a question; if it has citations, it is the turn that is read now."""
        follows = self._place is turn or self.is_vertical_scroll_end
        if self.corpus:
            await turn.show_answer(answer, self.corpus)
        if turn.cards:
            self.current = turn
        if follows:
            self.show_place(turn)
