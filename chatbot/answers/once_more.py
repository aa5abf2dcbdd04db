"""Once more: what was told before, where it stands, a part of it alone, or the question that was asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from chatbot.answers.answer import Answer
from chatbot.answers.article_choice import asked_choice
from chatbot.messages import message
from chatbot.text.talk import Talk


def last_told(answers: Sequence[Answer]) -> Answer | None:
    """The last answer for which something was looked up, or the last reply that quoted something."""
    return next((one for one in reversed(answers) if one.citations), None)


def once_more(say: Callable[..., Answer], said: str, talk: Talk, answers: Sequence[Answer]) -> Answer | None:
    """The reply by `say` to a text that leans on what was told; None where it has a number that was not quoted."""
    place = next(iter(asked_choice(said, talk.name, ()).places), None)
    last = last_told(answers)
    if talk.told == "question":
        asked = [one for one in answers if one.kind == "answer" and one.citations]
        for one in asked[-1:] if place is None else asked[place:][:1]:
            reply = say("asked", (one.citations, one.key_sentences), question=one.question)
            return replace(reply, certainty=one.certainty)
        return say("nothing asked")
    if last is None:
        return say("nothing yet")
    sentences, name = last.key_sentences[: 1 if talk.kind == "shorter" else None], str(talk.kind)
    if talk.kind == "sources" and not _numbers(talk.name) <= _numbers("; ".join(one.text for one in sentences)):
        return None
    if not (sentences and (last.found or talk.kind == "repeat")):
        return say("no answer before", found=False)
    if talk.kind == "more":
        return say("no more")
    if talk.told == "citation":
        # The first that quoted them: a later one may show a part of it again.
        whole = next(one for one in answers if one.citations == last.citations and one.key_sentences)
        shown = sorted({one.citation for one in whole.key_sentences})
        number = shown[-1] if place == -1 else 0 if place is None else place + 1
        sentences = tuple(one for one in whole.key_sentences if one.citation == number)
        if not sentences:
            reply, numbers = say(name, found=False), ", ".join(map(str, shown))
            return replace(reply, opening=message("no citation of that number", reply.language, numbers=numbers))
    elif talk.kind == "sources" and last.certainty == "perhaps":
        name = "sources perhaps"
    return replace(say(name, (last.citations, sentences)), certainty=last.certainty)


def _numbers(text: str) -> set[str]:
    return {re.sub(r"\D", "", number) for number in re.findall(r"\d+(?:[.,\s]\d+)*", text)}
