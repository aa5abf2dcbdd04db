"""Answer types: what a question asks for, and which sentences hold one."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from chatbot.encoders.encoder import Encoder
from chatbot.text.answer_type import AnswerType, answer_type, holds
from tests.articles import write_articles
from tests.small_chatbot import small_chatbot


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoeveel generaals heeft het leger?", "number"),
        ("How many people were killed?", "number"),
        ("Hoe hoog is de toren?", "number"),
        ("aantal gemeenten", "number"),
        ("Wanneer werd hij gearresteerd?", "time"),
        ("En wanneer?", "time"),
        ("Hoe laat vaart de boot?", "hour"),
        ("In what year was the tower lit?", "time"),
        ("Wie leidt het kartel?", "person"),
        ("Door wie werd de brief onderschept?", "person"),
        ("Whose letter was intercepted?", "person"),
        ("Waar ligt de molen?", "place"),
        ("In welke stad werd hij geboren?", "place"),
        ("Where was the tower built?", "place"),
        ("From which country did they flee?", "place"),
        ("Waarom sluit Trump het luchtruim?", "reason"),
        ("Why did airlines stop flying?", "reason"),
        ("How does a mill work?", None),
        ("wieken van een molen", None),
        ("", None),
    ],
)
def test_the_first_words_of_a_question_say_what_it_asks_for(question: str, expected: AnswerType | None) -> None:
    assert answer_type(question) == expected


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Bij de aanvallen vielen 83 doden.", {"number"}),
        ("Het leger telt tweeduizend generaals.", {"number"}),
        ("There are twelve ships.", {"number"}),
        ("De prijs steeg tot 3 mln.", {"number"}),
        ("Sinds september vallen er doden.", {"time"}),
        ("The lamp was first lit in 1824.", {"time"}),
        ("Sinds 2 september wordt er gevochten.", {"time"}),
        ("In 2017 kwamen er 40 bij.", {"time", "number"}),
        ("De prijs steeg tot 1.500 euro.", {"number"}),
        ("Volgens hem leidde Cabello het kartel.", {"person"}),
        ("Hij werd in Leuven geboren.", {"person", "place"}),
        ("The tower stands near the Old Harbour.", {"person", "place"}),
        ("In May the tower was painted.", {"time", "person"}),
        ("It leaves at noon, or at five o'clock.", {"hour", "number"}),
        ("De boot vaart om 14.00 uur.", {"hour", "number"}),
        ("Hij bleef thuis omdat het regende.", {"reason"}),
        ("The road was closed because of snow.", {"reason"}),
        ("Zij groeven een geul om het water af te voeren.", {"reason"}),
        ("Dat is onwaarschijnlijk.", set()),
        ("Dat is de mei van het leven niet.", {"time"}),
    ],
)
def test_a_sentence_shows_by_its_look_what_it_may_answer(sentence: str, kinds: set[AnswerType]) -> None:
    assert {kind for kind in get_args(AnswerType) if holds(sentence, kind)} == kinds


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("How many steps does the tower have?", "number"),
        ("When was the tower built?", "time"),
        ("Why was the tower built?", "reason"),
    ],
)
def test_the_best_sentence_is_one_that_holds_what_is_asked_for(
    tmp_path: Path, encoder: Encoder, question: str, best: AnswerType
) -> None:
    text = (
        "The tower was built by the town and has many steps. It has 199 steps. The tower was built in 1824. "
        "Because of the rocks the tower was needed."
    )
    chatbot = small_chatbot(write_articles(tmp_path, {"tower.txt": text}), encoder=encoder)
    ((start, end),) = chatbot.ask(question).citations[0].highlights
    assert holds(text[start:end], best)
