"""Once more: what is said of the last answer, of a citation in it, and of what was asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.conversation import Conversation
from chatbot.encoders.encoder import Encoder
from chatbot.messages import message
from tests.articles import MIXED, write_articles
from tests.small_chatbot import small_chatbot

STAIRS = "How many steps has the staircase of the lighthouse?"
QUEEN = "How long does the queen of the bees live?"
ELSEWHERE = "Which ministers signed the treaty on fisheries?"


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    return small_chatbot(write_articles(tmp_path_factory.mktemp("once-more"), MIXED), encoder=encoder)


@pytest.fixture
def conversation(bot: Chatbot) -> Conversation:
    return bot.conversation("en")


@pytest.mark.parametrize("said", ["where does it say that?", "how sure are you?", "more", "shorter", "en dan"])
def test_after_a_question_without_an_answer_no_older_one_is_shown(conversation: Conversation, said: str) -> None:
    conversation.ask(STAIRS)
    assert not conversation.ask(ELSEWHERE).found
    for between in ("sorry", "?"):
        conversation.ask(between)
    reply = conversation.ask(said)
    assert (reply.opening, reply.found) == (message("reply no answer before", reply.language), False)
    assert reply.key_sentences == ()


def test_what_may_be_the_answer_is_not_said_to_be_sure(conversation: Conversation) -> None:
    answer = conversation.ask(STAIRS)
    conversation.answers[-1] = replace(answer, certainty="perhaps")
    reply = conversation.ask("are you sure?")
    assert (reply.opening, reply.certainty) == (message("reply sources perhaps", "en"), "perhaps")


def test_a_number_is_asked_about_where_it_was_quoted_and_else_a_question(conversation: Conversation) -> None:
    answer = conversation.ask(STAIRS)
    reply = conversation.ask("is 199 right?")
    assert (reply.kind, reply.key_sentences) == ("sources", answer.key_sentences)
    assert conversation.ask("is 250 right?").kind == "answer"


@pytest.mark.parametrize(
    ("said", "number"),
    [("quote 2", 2), ("show the first quote again", 1), ("citaat twee", 2), ("only the last quote", -1), ("[1]", 1)],
)
def test_a_citation_is_shown_again_whatever_was_shown_of_the_answer_since(
    conversation: Conversation, said: str, number: int
) -> None:
    excerpts = conversation.ask("which articles do you have?").excerpts
    conversation.ask("shorter")
    reply = conversation.ask(said)
    assert [one.citation.number for one in reply.excerpts] == [number if number > 0 else len(excerpts)]
    assert not conversation.ask("quote 20").key_sentences


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("what was my first question?", STAIRS),
        ("what was the second thing I asked you?", QUEEN),
        ("what did I just ask?", ELSEWHERE),
        ("weet je nog wat ik vroeg?", ELSEWHERE),
    ],
)
def test_the_conversation_knows_what_was_asked(conversation: Conversation, said: str, question: str) -> None:
    for asked in ("hello", STAIRS, "??", QUEEN, ELSEWHERE):
        conversation.ask(asked)
    reply = conversation.ask(said)
    assert reply.opening == message("reply asked", reply.language, question=question)
    answer = next(one for one in conversation.answers if one.question == question)
    assert (reply.key_sentences, reply.certainty) == (answer.key_sentences, answer.certainty)
    assert conversation.ask("what was my fifth question?").opening == message("reply nothing asked", "en")


def test_what_comes_then_is_what_follows_in_the_article(conversation: Conversation) -> None:
    shown = conversation.ask("Why was the tower built, when three ships ran aground in the winter of 1822?")
    read = [one.text for _ in range(3) for one in conversation.ask("and then?").key_sentences]
    assert {*read}.isdisjoint(one.text for one in shown.key_sentences)
    text = " ".join(MIXED["lighthouse.txt"].split())
    places = [text.index(" ".join(one.split())) for one in read]
    assert places == sorted(places)
    assert len({*read}) == len(read) > 1


def test_which_articles_are_searched_is_told(conversation: Conversation) -> None:
    assert conversation.ask("where are you searching?").opening == message("reply scope all", "en")
    conversation.ask("only search the article about the lighthouse")
    titles = "The lighthouse of Skerry Point"
    assert conversation.ask("which article do you search now?").opening == message("reply limit", "en", titles=titles)


def test_what_is_done_in_the_program_is_not_looked_up(conversation: Conversation) -> None:
    reply = conversation.ask("how do I copy this?")
    assert (reply.kind, reply.opening) == ("help", message("reply program", "en"))
