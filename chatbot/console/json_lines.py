"""JSON for scripts, one object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

import msgspec

from chatbot.answers.answer import Answer, KeySentence
from chatbot.console.plain_text import answer_text

if TYPE_CHECKING:
    from chatbot.reading_help.help import SentenceHelp


def answer_line(answer: Answer, helped: Mapping[KeySentence, SentenceHelp] | None = None) -> str:
    """The answer as one line of JSON; offsets are code points into the text that `chatbot show` prints.

    With `helped`, the reading help, each key sentence has `gloss` and `translation`.
    """
    fields = asdict(answer) | {"found": answer.found, "answer": answer_text(answer)}
    del fields["opening"]
    if helped is not None:
        for sentence, of_sentence in zip(answer.key_sentences, fields["key_sentences"], strict=True):
            given = helped.get(sentence)
            of_sentence["gloss"] = given.glosses if given else ()
            of_sentence["translation"] = given.translation if given else None
    return json_line(fields)


def json_line(record: object) -> str:
    """A record, or what is made of some, as one line of JSON."""
    # Escapes keep control characters and lone surrogates of an article out of the terminal.
    return json.dumps(msgspec.to_builtins(record, enc_hook=str), ensure_ascii=True)
