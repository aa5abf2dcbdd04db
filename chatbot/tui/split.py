"""The split: the conversation and the source pane beside or below it, with an edge that a reader can move."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container

from chatbot.tui.conversation_view import ConversationView
from chatbot.tui.remembered import LEAST_SHARE, MOST_SHARE, remember, remembered
from chatbot.tui.source_pane import SourcePane

SIDE_BY_SIDE = 110
"""The columns from which on the source pane stands beside the conversation instead of below it."""

STEP = 5
"""Percent of the room by which a key moves the edge."""


class Split(Container):
    """Shares its room between the conversation and the source pane.

    The edge is the left side of the pane, or its bar where the pane is below; it follows the mouse
    and the keys, and where a reader leaves it is where it is the next time.
    """

    DEFAULT_CSS = """
    Split {
        height: 1fr;
        layout: vertical;
        & #source-bar { pointer: ns-resize; }
        &.-beside { layout: horizontal; }
        &.-beside > SourcePane { border-left: vkey $surface-lighten-2; }
        &.-beside > SourcePane:focus-within { border-left: vkey $primary; }
        &.-beside #source-bar { pointer: default; }
        &.-zoomed > ConversationView { display: none; }
        &.-zoomed > SourcePane { border-left: none; }
        &.-zoomed > SourcePane:focus-within { border-left: none; }
    }
    """

    def __init__(self, conversation: ConversationView, source: SourcePane) -> None:
        super().__init__(id="body")
        self._conversation = conversation
        self._source = source
        self._room = {"beside": remembered().beside, "below": remembered().below}
        self._is_dragged = False

    @property
    def is_zoomed(self) -> bool:
        """Whether the article has all the room."""
        return self.has_class("-zoomed")

    def compose(self) -> ComposeResult:
        """The two that share the room."""
        yield self._conversation
        yield self._source

    def zoom(self, is_zoomed: bool) -> None:
        """Give the article all the room, or share it again."""
        self.set_class(is_zoomed, "-zoomed")
        self._lay_out()

    def move_edge(self, step: int) -> None:
        """Move the edge a step towards the conversation (-1), so that the article gets more room, or back (1)."""
        self._share(self._room[self._side] - step * STEP)
        remember(**self._room)

    def on_resize(self, event: events.Resize) -> None:
        """Put the two side by side where there is room for that."""
        self.set_class(event.size.width >= SIDE_BY_SIDE, "-beside")
        self._lay_out()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the edge."""
        if self._is_on_edge(event):
            event.stop()
            self._is_dragged = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Have the edge follow the mouse."""
        if self._is_dragged and self.region:
            event.stop()
            if self._is_beside:
                room, rest = self.region.width, self.region.right - event.screen_x
            else:
                room, rest = self.region.height, self.region.bottom - event.screen_y
            self._share(round(100 * rest / room))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the edge."""
        if self._is_dragged:
            event.stop()
            self._is_dragged = False
            self.release_mouse()
            remember(**self._room)

    @property
    def _is_beside(self) -> bool:
        return self.has_class("-beside")

    @property
    def _side(self) -> str:
        return "beside" if self._is_beside else "below"

    def _is_on_edge(self, event: events.MouseDown) -> bool:
        if self.is_zoomed or not self._source.is_open:
            return False
        place = self._source.region
        return event.screen_x == place.x if self._is_beside else event.screen_y == place.y

    def _share(self, percent: int) -> None:
        self._room[self._side] = min(max(percent, LEAST_SHARE), MOST_SHARE)
        self._lay_out()

    def _lay_out(self) -> None:
        share = "100%" if self.is_zoomed else f"{self._room[self._side]}%"
        self._source.styles.width = share if self._is_beside else "100%"
        self._source.styles.height = "100%" if self._is_beside else share
