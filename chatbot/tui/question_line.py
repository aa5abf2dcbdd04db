"""The question of a turn, which comes back into the prompt to be asked again in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.printable import printable_line

if TYPE_CHECKING:
    from chatbot.text.language_code import Language

SHOWN_QUESTION_LENGTH = 200
"""Of a question that is longer than this in code points, such as a pasted article, the rest is not shown."""


class QuestionLine(Static, can_focus=True):
    """A question as it was asked and, once that is known, the language that it was taken for."""

    DEFAULT_CSS = """
    QuestionLine {
        height: auto;
        color: $text-accent;
        &:hover { background: $boost; }
        &:focus { background: $boost; text-style: underline; }
        & > .question--text { text-style: bold; }
        & > .question--language { color: $foreground 60%; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"question--text", "question--language"}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "edit", id="question.edit", show=False)]

    class Chosen(Message):
        """A reader wants to ask this question in other words."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def __init__(self, question: str, language: Language) -> None:
        super().__init__(markup=False)
        self.question = question
        self._language = language

    def on_mount(self) -> None:
        """Draw the question."""
        self.show_language(None)

    def show_language(self, asked_in: Language | None) -> None:
        """Say which language the question was taken for."""
        shown = printable_line(self.question[:SHOWN_QUESTION_LENGTH])
        if len(self.question) > SHOWN_QUESTION_LENGTH:
            shown += "…"
        parts = [Content.styled(f"❯ {shown}", ".question--text")]
        if asked_in:
            parts.append(Content.styled(f"  {message(f'in {asked_in}', self._language)}", ".question--language"))
        self.update(Content("").join(parts))

    def action_edit(self) -> None:
        """Have the question put in the prompt."""
        self.post_message(self.Chosen(self.question))

    def on_click(self) -> None:
        """The same, unless the mouse was used to select text in it."""
        if not self.screen.get_selected_text():
            self.action_edit()
