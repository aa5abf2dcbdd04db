"""A sign that does something when it is clicked, for readers who use the mouse."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widgets import Static


class Sign(Static):
    """One character with an action of the screen behind it; the tooltip says which."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Sign {
        width: 3;
        height: 1;
        padding: 0 1;
        pointer: pointer;
        &:hover { background: $accent; color: $text; }
    }
    """

    def __init__(self, sign: str, action: str, tooltip: str) -> None:
        super().__init__(Content(sign))
        self._action = action
        self.tooltip = Content(tooltip)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Keep the click from what lies below the sign."""
        event.stop()

    async def on_click(self, event: events.Click) -> None:
        """Do what the sign is for."""
        event.stop()
        await self.run_action(self._action)
