"""The question proper: what a text asks without the talk around it, and what it corrects."""

from __future__ import annotations

import pytest

from chatbot.text.kind import Kind
from chatbot.text.talk import Talk, question_proper, talk_of
from chatbot.text.talk_words import Situation

BAKERY = Situation(after="answer", has_subject=True, has_word={"deeg", "dough", "roos", "oven"}.__contains__)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("No, the yeast.", "and the yeast"),
        ("nee ik bedoelde de bakker", "en de bakker"),
        ("Sorry, in the evening", "and in the evening"),
        ("I was talking about Ann", "and Ann"),
        ("ik had het over de oven", "en de oven"),
        ("niet de gist, het zout", "en het zout"),
        ("not Ann but Tess", "and Tess"),
        ("the crust, not the crumb", "and the crust"),
        ("her brother, I mean", "and her brother"),
        ("dat bedoel ik niet, ik bedoel het zout", "en het zout"),
        ("ik vroeg hoeveel zout erin gaat", "hoeveel zout erin gaat"),
        ("ik heb me vertypt: ik wou uilen schrijven", "en uilen"),
        ("sorry, I wanted to type owls", "and owls"),
        ("ik wilde de bakker vragen", "en de bakker"),
        ("What I want to know is the price of the salt", "and the price of the salt"),
    ],
)
def test_a_correction_goes_on_with_the_question_before(text: str, question: str) -> None:
    assert question_proper(text) == (question, True)
    assert talk_of(text) == Talk("answer")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("thanks", "No, thanks"),
        ("remark", "no, of course not"),
        ("complaint", "no, that is wrong"),
        ("complaint", "dat is niet wat ik bedoel"),
        ("translation", "nee, in het Engels"),
        ("outline", "no, I asked for a summary"),
        ("help", "ik wou iets vragen"),
        ("answer", "ik wou weten wie het schreef"),
        ("remark", "I mean it"),
        ("remark", "ik had het koud"),
        ("answer", "No man's land"),
    ],
)
def test_what_only_looks_like_a_correction_is_what_it_was(kind: Kind, text: str) -> None:
    assert talk_of(text).kind == kind


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Thanks for your help, but who baked it?", "but who baked it?"),
        ("Good evening! Very clear. One more thing: when did they close?", "when did they close?"),
        ("ok wie bakte het", "wie bakte het"),
        ("iets anders nu: hoe oud is de oven?", "hoe oud is de oven?"),
        ("thanks, and who paints it?", "and who paints it?"),
        ("No, I mean why did she leave", "why did she leave"),
        ("My dough sank, who can help?", "My dough sank, who can help?"),
        ("I love dough. Who sells it?", "I love dough. Who sells it?"),
        ("Pity for Roos, what happened?", "Pity for Roos, what happened?"),
        ("in which year did it open", "in which year did it open"),
        ("en waarom?", "en waarom?"),
        ("In the second article: who left?", "In the second article: who left?"),
    ],
)
def test_what_only_talks_before_a_question_is_left_out(text: str, question: str) -> None:
    assert question_proper(text, BAKERY)[0] == question
