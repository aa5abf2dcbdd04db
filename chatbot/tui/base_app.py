"""What any app of ours does: speaks the reader's language, and ends when a reader means it or the program failed."""

from __future__ import annotations

from functools import partial
from typing import Any

from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.notifications import SeverityLevel

from chatbot.exit_status import FAILED
from chatbot.messages import message
from chatbot.storage.failure_log import failure_sentence
from chatbot.text.language_code import Language
from chatbot.text.printable import printable, printable_line
from chatbot.tui.keys import KeyNames, key_name

QUIT_SECONDS = 3.0  # seconds within which a second Ctrl+C quits


class BaseApp(App[None]):
    """An app that ends as a reader wants it to; `language` is that of what it says.

    What it says of the moment stands in the place of the status line, out of the way of answers and prompt.
    """

    CSS = """
    ToastRack { dock: top; height: auto; align: right top; margin: 0; scrollbar-size-vertical: 0; }
    Toast { width: auto; max-width: 100%; margin: 0; padding: 0 1; }
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self._is_quitting = False

    def text(self, name: str, /, **values: object) -> str:
        """The message of that name in the language of the interface, its values and the names of keys filled in."""
        return message(name, self.language, keys=KeyNames(self), **values)

    def count(self, thing: str, number: int) -> str:
        """So many of a thing, in words: "1 article"."""
        return self.text(f"one {thing}" if number == 1 else f"count of {thing}s", count=number)

    def say(self, name: str, severity: SeverityLevel = "information", /, **values: object) -> None:
        """Show the message of that name for a moment, its values safe to draw."""
        self.notify(printable(self.text(name, **values)), severity=severity, markup=False)

    def notify(self, *args: Any, **kwargs: Any) -> None:
        """Show a message for a moment, in the place of the one before: two of them would cover what is read."""
        self.clear_notifications()
        super().notify(*args, **kwargs)

    @property
    def clipboard(self) -> str:
        """What was copied in the app, as it is pasted into a line."""
        return as_typed(super().clipboard)

    async def on_event(self, event: events.Event) -> None:
        """Make safe what is pasted, for all lines to type in at once."""
        if isinstance(event, events.Paste):
            event.text = as_typed(event.text)
        await super().on_event(event)

    def get_key_display(self, binding: Binding) -> str:
        """A key as the help names it."""
        return binding.key_display or key_name(binding.key, self.language)

    def action_help_quit(self) -> None:
        """Say how to quit to a reader who pressed Ctrl+C for it, and quit where it is pressed again."""
        if self._is_quitting:
            self.exit()
        self._is_quitting = True
        self.set_timer(QUIT_SECONDS, partial(setattr, self, "_is_quitting", False))
        self.notify(self.text("quit hint"), timeout=QUIT_SECONDS, markup=False)

    def _handle_exception(self, error: Exception) -> None:
        """End with one sentence, and the traceback in the log; what fails while the app closes does not matter.

        Textual has no other hook for it than this one. Under test it raises what failed.
        """
        if self.is_headless:
            super()._handle_exception(error)
        elif self.return_code is None:  # it is not closing
            sentence = printable_line(failure_sentence(error, self.language))
            self.exit(return_code=FAILED, message=Text(sentence))


def as_typed(text: str) -> str:
    """A text as it could be typed: on one line, and without what a terminal could obey or nobody would see."""
    return "".join(filter(str.isprintable, " ".join(text.split())))
