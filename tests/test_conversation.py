"""Conversations: questions that lean on the ones before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.findings import Findings
from chatbot.encoders.encoder import Encoder
from chatbot.text.question import QUESTION_LIMIT, Question
from tests.articles import write_articles
from tests.small_chatbot import small_chatbot

GENERALS = "How many generals does the Venezuelan army have?"
AIRLINES = "Why did airlines stop flying over Venezuela?"
APPLE_PIE = "What is the best recipe for apple pie?"


def test_a_question_that_says_what_it_is_about_leans_on_nothing(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    conversation.ask(GENERALS)
    assert conversation.ask(AIRLINES) == chatbot.ask(AIRLINES)


def test_a_first_question_has_nothing_to_lean_on(chatbot: Chatbot) -> None:
    assert chatbot.conversation().ask("Why?") == chatbot.ask("Why?")


@pytest.mark.parametrize("follow_up", ["And why is that?", "Waarom is dat zo?", "Hoe komt dat dan?"])
def test_a_question_that_does_not_leans_on_the_one_before(chatbot: Chatbot, follow_up: str) -> None:
    conversation = chatbot.conversation()
    conversation.ask(GENERALS)
    answer = conversation.ask(follow_up)
    assert answer.question == follow_up
    assert "tweeduizend generaals" in answer.citations[0].text


@pytest.mark.parametrize(
    ("question", "follow_up", "name"),
    [
        ("Waarom stuurt China geen troepen?", "En Rusland?", "Rusland"),
        ("Hoeveel generaals heeft het Venezolaanse leger?", "And China?", "China"),
        (GENERALS, "En Cuba?", "Cuba"),
    ],
)
def test_a_thing_that_a_question_only_names_outweighs_what_was_asked_before(
    chatbot: Chatbot, question: str, follow_up: str, name: str
) -> None:
    conversation = chatbot.conversation()
    conversation.ask(question)
    answer = conversation.ask(follow_up)
    assert answer.context
    assert name in answer.citations[0].text


def test_a_misspelt_thing_is_told_of_by_what_it_was_taken_for(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    conversation.ask(GENERALS)
    answer = conversation.ask("And Chnia?")
    assert (answer.corrected, answer.certainty) == ("And China?", "answered")


def test_questions_may_lean_on_each_other(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    for question in (GENERALS, "And why?", "Since when?"):
        answer = conversation.ask(question)
    assert "tweeduizend generaals" in answer.citations[0].text


def test_a_question_leans_on_the_last_subject_only(chatbot: Chatbot) -> None:
    conversation, other = chatbot.conversation(), chatbot.conversation()
    conversation.ask(GENERALS)
    conversation.ask(AIRLINES)
    other.ask(AIRLINES)
    assert conversation.ask("And since when?") == other.ask("And since when?")


def test_what_was_not_found_leaves_nothing_to_lean_on(chatbot: Chatbot) -> None:
    conversation, other = chatbot.conversation(), chatbot.conversation()
    assert not conversation.ask(APPLE_PIE).found
    assert conversation.ask("Why?").context == ()
    for turn in (conversation, other):
        turn.ask(GENERALS)
    conversation.ask(APPLE_PIE)
    assert conversation.ask("And why is that?") == other.ask("And why is that?")


def test_a_conversation_that_is_resumed_goes_on_as_if_it_had_just_been_held(chatbot: Chatbot) -> None:
    conversation, resumed = chatbot.conversation(), chatbot.conversation()
    for question in (GENERALS, "And why?", APPLE_PIE):
        conversation.ask(question)
    resumed.resume(conversation.answers)
    assert resumed.ask("And China?") == conversation.ask("And China?")


@pytest.mark.parametrize("no_question", ["", "?!", "olie" * QUESTION_LIMIT], ids=["empty", "no word", "too long"])
def test_what_could_not_be_asked_leaves_no_trace(chatbot: Chatbot, no_question: str) -> None:
    conversation, other = chatbot.conversation("nl"), chatbot.conversation("nl")
    for turn in (conversation, other):
        turn.ask("Hoeveel generaals heeft het Venezolaanse leger?")
    conversation.ask(no_question)
    assert conversation.ask("En waarom?") == other.ask("En waarom?")


def test_a_bare_name_is_in_the_language_of_the_last_turn(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation("en")
    conversation.ask("Hoeveel generaals heeft het Venezolaanse leger?")
    assert conversation.ask("Maduro?").language == "nl"
    conversation.ask(GENERALS)
    assert conversation.ask("Maduro?").language == "en"


def test_a_conversation_remembers_its_answers_in_order(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    answers = [conversation.ask(question, top=1) for question in (GENERALS, "Why?", AIRLINES)]
    assert conversation.answers == answers
    assert [len(answer.citations) for answer in answers] == [1, 1, 1]


def test_conversations_know_nothing_of_each_other(chatbot: Chatbot) -> None:
    one, other = chatbot.conversation(), chatbot.conversation()
    one.ask(GENERALS)
    assert other.ask("And why is that?") == chatbot.ask("And why is that?")


def test_leaning_adds_to_the_matches_what_was_said_before(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    conversation.ask(GENERALS)
    (citation,) = conversation.ask("And why is that?", top=1).citations
    assert "generals" in {match.query for match in citation.matches}


def test_an_answer_tells_what_it_took_from_the_questions_before(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    assert conversation.ask(GENERALS).context == ()
    assert conversation.ask("And why is that?").context == ("army", "Venezuelan", "generals")
    assert conversation.ask("And their Venezuelan aircraft?").context == ("army", "generals")
    assert conversation.ask(AIRLINES).context == ()


def test_a_question_that_stands_alone_leans_on_nothing_and_the_next_leans_on_it(chatbot: Chatbot) -> None:
    conversation, other = chatbot.conversation(), chatbot.conversation()
    conversation.ask(GENERALS)
    assert conversation.ask("And China?").context == ("generals", "army")
    assert conversation.ask("And China?", alone=True) == other.ask("And China?")
    assert conversation.ask("Why?").context == ("China",)


def test_a_conversation_may_be_held_to_a_language(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation("nl")
    assert conversation.ask(GENERALS, held="nl").language == "nl"
    assert conversation.ask("Maduro?").language == "nl"
    assert conversation.ask(GENERALS).language == "en"


def test_a_short_question_stays_with_the_article_that_was_quoted_last(tmp_path: Path, encoder: Encoder) -> None:
    texts = {
        "clock.txt": "The clock of Lowick\n\nThe clock was repaired in 2019. Half of the cost was paid by the council.",
        "boat.txt": "The boat of Lowick\n\nThe boat was bought in 2016. The women paid for it by selling marmalade.",
    }
    chatbot = small_chatbot(write_articles(tmp_path, texts), encoder=encoder)
    for about, article in (("clock", "clock.txt"), ("boat", "boat.txt")):
        conversation = chatbot.conversation()
        conversation.ask(f"When was the {about} of Lowick made ready?")
        assert conversation.ask("who paid?").key_sentences[0].article == article


def test_a_question_without_words_of_its_own_is_asked_of_the_article_quoted_last_unless_others_are_searched(
    tmp_path: Path, encoder: Encoder
) -> None:
    texts = {
        "garden.txt": "The garden\n\nNine tomato plants were lost. One cold night in May 2021 killed them all.",
        "tower.txt": "The tower\n\nThe tower was built in 1862. The plants at its foot were lost in a storm.",
    }
    conversation = small_chatbot(write_articles(tmp_path, texts), encoder=encoder).conversation()
    assert conversation.ask("How many tomato plants were lost?").key_sentences[0].article == "garden.txt"
    assert conversation.ask("When was that?").key_sentences[0].article == "garden.txt"
    limited = conversation.ask("When was that?", only={"tower.txt"})
    assert {one.article for one in limited.citations} == {"tower.txt"}


def test_a_short_question_about_something_else_leaves_it(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    conversation.ask(AIRLINES)
    assert conversation.ask("Who is Carvajal?").key_sentences == chatbot.ask("Who is Carvajal?").key_sentences


def test_an_answer_within_the_article_that_the_conversation_is_limited_to_names_it(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation("nl")
    conversation.ask("zoek alleen in het tweede artikel")
    limited = conversation.ask("Wat kan Rusland leveren?")
    (article,) = {one.article for one in limited.citations}
    found = chatbot.corpus.article(article)
    assert found is not None
    assert limited.opening.startswith(f"Gezocht in {found.title}.")
    conversation.ask("zoek weer in alle artikelen")
    assert not conversation.ask("Wat kan Rusland leveren?").opening.startswith("Gezocht in")


def test_more_goes_on_from_the_articles_about_a_subject(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation("nl")
    shown = conversation.ask("Staat er iets over drones?").key_sentences
    more = conversation.ask("vertel meer").key_sentences
    assert more
    assert not {(one.article, one.start) for one in more} & {(one.article, one.start) for one in shown}


def test_where_nothing_tells_of_the_thing_that_is_named_the_answer_is_about_it_all_the_same(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation("nl")
    conversation.ask("Hoeveel generaals heeft het Venezolaanse leger?")
    assert "Cuba" in conversation.ask("En Cuba?").citations[0].text


def test_a_correction_asks_the_last_question_of_what_was_meant(tmp_path: Path, encoder: Encoder) -> None:
    texts = {
        "bridge.txt": "The bridge of Lowick\n\nThe bridge was built in 1862. Repairs will take two years.",
        "library.txt": "The library of Lowick\n\nThe reading room was built in 1931. Repairs will take a month.",
    }
    conversation = small_chatbot(write_articles(tmp_path, texts), encoder=encoder).conversation()
    assert conversation.ask("When was the bridge built?").key_sentences[0].article == "bridge.txt"
    corrected = conversation.ask("No, I meant the library.")
    assert corrected.kind == "answer"
    assert "1931" in corrected.key_sentences[0].text
    again = conversation.ask("No, the bridge.")
    assert (again.kind, "1862" in again.key_sentences[0].text) == ("answer", True)


RULES = """The rules of the club

Rule 3 limits each player to five stones a round. Rule 5 is about birds: play stops when a duck comes near. The club
has seven rules in all.
"""


def test_another_number_is_asked_about_and_what_nothing_tells_of_leaves_the_subject(
    tmp_path: Path, encoder: Encoder
) -> None:
    conversation = small_chatbot(write_articles(tmp_path, {"rules.txt": RULES}), encoder=encoder).conversation()
    conversation.ask("What is rule 3 of the club?")
    fifth = conversation.ask("5?")
    assert (fifth.kind, "duck" in fifth.key_sentences[0].text) == ("answer", True)
    assert not conversation.ask("And number 4?").found
    assert "4" not in conversation.ask("How many are there in all?").context


def test_it_is_what_was_told_of_and_at_first_the_program(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    assert conversation.ask("How does it work?").kind == "help"
    conversation.ask("What is fentanyl?")
    assert conversation.ask("How does it work?").kind == "answer"


def test_advice_on_what_the_articles_tell_of_is_looked_for_in_either_language(chatbot: Chatbot) -> None:
    assert chatbot.ask("Should I buy weapons?").kind == "answer"
    assert chatbot.ask("Should I buy a kite?").kind == "unsupported"


def test_a_conversation_that_is_resumed_knows_what_was_listed_asked_and_limited(
    tmp_path: Path, encoder: Encoder
) -> None:
    texts = {
        "bees.txt": "The bees of Lowick\nBy Ann Smith\n\nThe bees of Lowick fly until October, and sleep in winter.",
        "boat.txt": "The boat of Lowick\nBy Bill Post\n\nThe boat was bought in 2016. The women paid for it.",
        "clock.txt": "The clock of Lowick\nBy Cara Moss\n\nThe clock was repaired in 2019. The council paid for it.",
    }
    chatbot = small_chatbot(write_articles(tmp_path, texts), encoder=encoder)
    for said, then, expected in (
        ("who wrote the article about the boat?", "and the one about bees?", "Ann Smith"),
        ("is there anything about the council?", "who wrote the first one?", "Cara Moss"),
        ("only search the article about the clock", "who paid?", "The clock of Lowick"),
    ):
        held, resumed = chatbot.conversation(), chatbot.conversation()
        held.ask(said)
        resumed.resume(held.answers)
        answer = resumed.ask(then)
        assert expected in answer.opening
        assert answer == held.ask(then)


def test_after_an_article_is_told_of_by_its_subject_only_that_is_carried_on(tmp_path: Path, encoder: Encoder) -> None:
    texts = {
        "bees.txt": "The bees of Lowick\nBy Ann Smith\n\nThe bees of Lowick fly until October. They eat honey.",
        "boat.txt": "The boat of Lowick\nBy Bill Post\n\nThe boat was bought in 2016. The women paid for it.",
    }
    conversation = small_chatbot(write_articles(tmp_path, texts), encoder=encoder).conversation()
    assert "Ann Smith" in conversation.ask("author of the bees one?").opening
    assert conversation.ask("and what do they eat?").context == ("bees",)


def test_of_several_questions_one_of_which_fails_nothing_stays(
    chatbot: Chatbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation, other = chatbot.conversation(), chatbot.conversation()
    for turn in (conversation, other):
        turn.ask(GENERALS)
    answered, find = [], chatbot.find

    def fails_once(question: Question, *rest: object, **named: object) -> Findings:
        answered.append(question)
        if len(answered) > 1:
            raise MemoryError
        return find(question, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(chatbot, "find", fails_once)
    with pytest.raises(MemoryError):
        conversation.ask(f"{AIRLINES} What is fentanyl?")
    monkeypatch.undo()
    assert conversation.answers == other.answers
    assert conversation.ask("And since when?") == other.ask("And since when?")
