"""Replies: what a person gets who greets, asks for help, for the articles, for an outline or for more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answers.answer import Answer
from chatbot.answers.chatbot import Chatbot
from chatbot.encoders.encoder import Encoder
from chatbot.messages import message
from tests.articles import write_articles
from tests.small_chatbot import small_chatbot

FERRY = """The ferry of Lowick

The ferry of Lowick has crossed the river since 1931. It carries twelve cars and sixty passengers.

The crew

The crew of the ferry lives on the east bank. Every winter the crew of the ferry paints the hull of the ferry. The cook
is famous for soup.

The future

A bridge may replace the ferry within ten years. The council will vote on the bridge in spring.
"""

VUURTOREN = """De vuurtoren van Hoek

De vuurtoren van Hoek brandt sinds 1824. De wachter woont er met zijn dochter en twee geiten.
"""


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    folder = write_articles(tmp_path_factory.mktemp("replies"), {"ferry.txt": FERRY, "vuurtoren.txt": VUURTOREN})
    return small_chatbot(folder, encoder=encoder)


def texts(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.key_sentences]


def is_verbatim(bot: Chatbot, answer: Answer) -> bool:
    articles = {article.name: article.text for article in bot.corpus.articles}
    return all(
        articles[one.article][one.start : one.end] == one.text
        for quoted in (answer.key_sentences, answer.citations)
        for one in quoted
    )


@pytest.mark.parametrize(
    ("said", "name"),
    [("hello", "greeting"), ("bedankt!", "thanks"), ("tot ziens", "goodbye"), ("what can you do?", "help")],
)
def test_small_talk_gets_a_line_in_its_own_language_and_no_citations(bot: Chatbot, said: str, name: str) -> None:
    answer = bot.ask(said)
    assert answer.opening == message(f"reply {name}", answer.language)
    assert (answer.found, answer.kind, answer.citations) == (True, name, ())


def test_only_the_first_greeting_says_what_can_be_asked(bot: Chatbot) -> None:
    conversation = bot.conversation()
    assert conversation.ask("hello").opening == message("reply greeting", "en")
    assert conversation.ask("hello").opening == message("reply greeting again", "en")


def test_the_articles_are_listed_each_with_its_first_sentence(bot: Chatbot) -> None:
    answer = bot.ask("which articles do you have?")
    assert [citation.title for citation in answer.citations] == ["The ferry of Lowick", "De vuurtoren van Hoek"]
    assert texts(answer) == [
        "The ferry of Lowick has crossed the river since 1931.",
        "De vuurtoren van Hoek brandt sinds 1824.",
    ]
    assert is_verbatim(bot, answer)


@pytest.mark.parametrize("said", ["summarise the article about the ferry", "vat het eerste artikel samen"])
def test_an_outline_has_the_introduction_and_a_sentence_from_each_section(bot: Chatbot, said: str) -> None:
    answer = bot.ask(said)
    assert answer.kind == "outline"
    assert {citation.article for citation in answer.citations} == {"ferry.txt"}
    assert texts(answer)[0] == "The ferry of Lowick has crossed the river since 1931."
    sections = [answer.citations[sentence.citation - 1].section for sentence in answer.key_sentences]
    assert sections[-2:] == ["The crew", "The future"]
    assert is_verbatim(bot, answer)


def test_the_article_that_is_open_is_the_one_that_is_meant(bot: Chatbot) -> None:
    answer = bot.conversation().ask("what is this about?", open_article="vuurtoren.txt")
    assert {citation.article for citation in answer.citations} == {"vuurtoren.txt"}


def test_without_a_name_all_articles_are_outlined(bot: Chatbot) -> None:
    answer = bot.ask("vat samen")
    assert {citation.article for citation in answer.citations} == {"ferry.txt", "vuurtoren.txt"}


def test_the_articles_about_a_subject_are_found_in_either_language(bot: Chatbot) -> None:
    answer = bot.ask("which articles are about lighthouses?")
    assert answer.kind == "about-subject"
    assert answer.citations[0].article == "vuurtoren.txt"
    assert is_verbatim(bot, answer)


def test_every_article_that_names_a_subject_is_listed(tmp_path: Path, encoder: Encoder) -> None:
    texts_of = {f"{name}.txt": f"The {name} report\n\nIn {name} the ferry was late, said the mayor." for name in "abc"}
    chatbot = small_chatbot(write_articles(tmp_path, texts_of), encoder=encoder)
    answer = chatbot.ask("which articles mention the ferry?")
    assert {citation.article for citation in answer.citations} == {"a.txt", "b.txt", "c.txt"}


@pytest.mark.parametrize(
    "said", ["is there anything on quantum computing?", "summarise the article about quantum computing"]
)
def test_where_no_article_is_about_it_that_is_said(bot: Chatbot, said: str) -> None:
    answer = bot.ask(said)
    assert answer.opening == message("reply about nothing", "en", subject="quantum computing")
    assert answer.key_sentences == ()


def test_more_never_shows_a_sentence_again(bot: Chatbot) -> None:
    conversation = bot.conversation()
    shown = texts(conversation.ask("What does the crew of the ferry do?"))
    for _ in range(4):
        answer = conversation.ask("tell me more")
        assert answer.kind == "more"
        assert not {*shown} & {*texts(answer)}
        shown += texts(answer)
    assert answer.opening == message("reply no more", "en")


@pytest.mark.parametrize("said", ["tell me more", "say that again", "where did you get that?", "make it shorter"])
def test_where_nothing_was_quoted_a_question_is_asked_for_first(bot: Chatbot, said: str) -> None:
    assert bot.ask(said).opening == message("reply nothing yet", "en")


def test_more_of_an_outline_is_what_follows_its_sentences(bot: Chatbot) -> None:
    conversation = bot.conversation()
    shown = texts(conversation.ask("summarise the first article"))
    answer = conversation.ask("more")
    assert texts(answer)
    assert not {*shown} & {*texts(answer)}
    assert {citation.article for citation in answer.citations} == {"ferry.txt"}


@pytest.mark.parametrize("said", ["where did you get that?", "say that again"])
def test_the_last_sentences_are_shown_once_more(bot: Chatbot, said: str) -> None:
    conversation = bot.conversation()
    answer = conversation.ask("How many cars does the ferry carry?")
    again = conversation.ask(said)
    assert again.opening == message(f"reply {again.kind}", "en")
    assert (again.key_sentences, again.citations) == (answer.key_sentences, answer.citations)


def test_shorter_is_the_best_sentence_alone(bot: Chatbot) -> None:
    conversation = bot.conversation()
    answer = conversation.ask("What does the crew of the ferry do?")
    assert conversation.ask("shorter please").key_sentences == answer.key_sentences[:1]


def test_him_is_who_was_asked_about_last(bot: Chatbot) -> None:
    conversation = bot.conversation()
    conversation.ask("What about the crew of the ferry?")
    answer = conversation.ask("what do you think of them?")
    assert "crew" in texts(answer)[0]


def test_an_article_about_something_like_the_subject_is_not_called_one_about_it(
    tmp_path: Path, encoder: Encoder
) -> None:
    coffee = "Coffee\n\nCoffee is drunk hot, in small cups, and coffee keeps people awake at night."
    chatbot = small_chatbot(write_articles(tmp_path, {"coffee.txt": coffee}), encoder=encoder)
    assert chatbot.ask("is there anything about coffee?").opening == message(
        "reply about-subject", "en", subject="coffee"
    )
    assert chatbot.ask("is there anything about tea?").opening == message("reply about the like", "en", subject="tea")
    hot = chatbot.ask("is there anything about hot chocolate?")
    assert hot.opening == message("reply about the like", "en", subject="hot chocolate")


def test_an_article_that_only_mentions_the_subject_is_listed(bot: Chatbot) -> None:
    answer = bot.ask("staat er iets over geiten?")
    assert [one.article for one in answer.key_sentences] == ["vuurtoren.txt"]


def test_a_view_is_not_given_but_what_the_articles_say(bot: Chatbot) -> None:
    answer = bot.ask("what do you think of the ferry?")
    assert answer.opening == message("reply unsupported about", "en")
    assert answer.key_sentences


def test_small_talk_leaves_no_context(bot: Chatbot) -> None:
    conversation, other = bot.conversation(), bot.conversation()
    for turn in (conversation, other):
        turn.ask("How many cars does the ferry carry?")
    for said in ("thanks!", "which articles do you have?", "tell me a joke"):
        conversation.ask(said)
    assert conversation.ask("And since when?") == other.ask("And since when?")


def test_a_conversation_may_be_limited_to_an_article_and_freed_again(bot: Chatbot) -> None:
    conversation = bot.conversation()
    limited = conversation.ask("only search the article about the lighthouse")
    assert (limited.kind, [one.article for one in limited.key_sentences]) == ("scope", ["vuurtoren.txt"])
    assert {one.article for one in conversation.ask("How many cars does the ferry carry?").citations} == {
        "vuurtoren.txt"
    }
    assert conversation.ask("search all articles again").opening == message("reply scope all", "en")
    assert "twelve cars" in texts(conversation.ask("How many cars does the ferry carry?"))[0]


@pytest.mark.parametrize(
    "said", ["show me the second article", "open article 2", "I'd like to read the lighthouse article"]
)
def test_an_article_that_is_to_be_opened_is_cited(bot: Chatbot, said: str) -> None:
    answer = bot.ask(said)
    assert (answer.kind, answer.opening) == ("open", message("reply open", "en", title="De vuurtoren van Hoek"))
    assert [one.article for one in answer.citations] == ["vuurtoren.txt"]
    assert is_verbatim(bot, answer)


def test_the_only_article_in_a_language_is_named_by_it(bot: Chatbot) -> None:
    answer = bot.ask("summarise the Dutch article in English")
    assert {one.article for one in answer.citations} == {"vuurtoren.txt"}


@pytest.mark.parametrize("said", ["only search the fourth article", "only search the article about quantum physics"])
def test_a_limit_to_an_article_that_is_not_there_leaves_the_old_one(bot: Chatbot, said: str) -> None:
    conversation = bot.conversation()
    conversation.ask("only search the article about the lighthouse")
    missed = conversation.ask(said)
    assert (missed.kind, missed.found) == ("scope", False)
    cited = conversation.ask("How many cars does the ferry carry?").citations
    assert {one.article for one in cited} == {"vuurtoren.txt"}


def test_a_limit_to_this_article_with_none_at_hand_shows_which_there_are(bot: Chatbot) -> None:
    assert bot.ask("only search this article").kind == "articles"


def test_the_whole_article_is_the_one_at_hand_and_not_all(bot: Chatbot) -> None:
    conversation = bot.conversation()
    conversation.ask("How many cars does the ferry carry?")
    answer = conversation.ask("can I read the whole article?")
    assert (answer.kind, {one.article for one in answer.citations}) == ("open", {"ferry.txt"})


def test_another_article_may_follow_in_a_few_words(bot: Chatbot) -> None:
    conversation = bot.conversation()
    conversation.ask("summarise the ferry article")
    assert conversation.ask("and the lighthouse one?") == replace(
        bot.ask("summarise the lighthouse article"), question="and the lighthouse one?"
    )


def test_what_is_pointed_at_after_a_reply_about_an_article_is_in_that_article(bot: Chatbot) -> None:
    for said in ("is there anything about the lighthouse?", "only search the lighthouse article"):
        conversation = bot.conversation()
        conversation.ask(said)
        answer = conversation.ask("since when does it burn?")
        assert {one.article for one in answer.citations} == {"vuurtoren.txt"}
        assert answer.context[-1:] == ("lighthouse",)
        assert "lighthouse" in conversation.ask("and who lives in it?").context


def test_a_limit_ends_where_the_conversation_begins_afresh_and_its_article_is_the_one_to_outline(bot: Chatbot) -> None:
    conversation = bot.conversation("nl")
    conversation.ask("zoek alleen in vuurtoren.txt")
    assert {one.article for one in conversation.ask("vat samen").key_sentences} == {"vuurtoren.txt"}
    conversation.ask("begin opnieuw")
    assert {one.article for one in conversation.ask("vat alles samen").key_sentences} == {"ferry.txt", "vuurtoren.txt"}


def test_a_new_subject_is_not_asked_of_the_old_one_after_more_of_it(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    conversation.ask("Who lives in the lighthouse?")
    conversation.ask("Is there anything about the crew?")
    conversation.ask("tell me more")
    answer = conversation.ask("and what colour is it?")
    assert "lighthouse" not in answer.context


def test_the_oldest_is_an_article_only_after_a_reply_about_articles(bot: Chatbot) -> None:
    conversation = bot.conversation()
    conversation.ask("which articles do you have?")
    assert conversation.ask("and the longest?").kind == "articles"
    conversation.ask("How many cars does the ferry carry?")
    assert conversation.ask("and the longest?").kind == "answer"


def test_a_place_is_one_in_the_list_that_was_shown_last(bot: Chatbot) -> None:
    conversation = bot.conversation()
    assert [one.article for one in conversation.ask("which articles are in Dutch?").citations] == ["vuurtoren.txt"]
    assert {one.article for one in conversation.ask("summarise the first one").citations} == {"vuurtoren.txt"}
    assert conversation.ask("open the second one").opening == message("reply so few articles", "en", count=1)
    conversation.ask("How many cars does the ferry carry?")
    assert {one.article for one in conversation.ask("and summarise article one").citations} == {"ferry.txt"}


def test_the_article_is_the_one_quoted_last(bot: Chatbot) -> None:
    conversation = bot.conversation()
    conversation.ask("How many cars does the ferry carry?")
    assert {one.article for one in conversation.ask("summarise the article").citations} == {"ferry.txt"}
    assert len({one.article for one in conversation.ask("summarise all the articles").citations}) == 2


@pytest.mark.parametrize(
    ("said", "names", "opening"),
    [
        ("which articles are in Dutch?", ["old.txt"], "There is 1 article:"),
        ("which articles are from 2023?", ["new.txt"], "There is 1 article:"),
        ("zijn er artikelen uit april 1999?", ["old.txt"], "Er is 1 artikel:"),
        ("which articles are from May 2022?", [], message("reply no such articles", "en")),
        ("are there Dutch articles from 2023?", [], message("reply no such articles", "en")),
        ("which articles are in French?", [], message("reply no such articles", "en")),
        ("what is the newest article?", ["new.txt"], "The newest article is “New”, of 2 May 2023:"),
        ("what is the oldest article?", ["old.txt"], "The oldest article is “Oud”, of 3 April 1999:"),
        ("which article is the longest?", ["old.txt"], "The longest article is “Oud”, with 20 words:"),
    ],
)
def test_articles_may_be_asked_for_by_language_year_age_and_length(
    tmp_path: Path, encoder: Encoder, said: str, names: list[str], opening: str
) -> None:
    old = (
        "Oud\n3 april 1999\n\nDe vuurtoren van Hoek brandt sinds 1824. De wachter woont er met zijn dochter en geiten."
    )
    new = "New\n2 May 2023\n\nThe ferry of Lowick has crossed the river since 1931."
    answer = small_chatbot(write_articles(tmp_path, {"new.txt": new, "old.txt": old}), encoder=encoder).ask(said)
    assert ([one.article for one in answer.citations], answer.opening) == (names, opening)


def test_a_question_after_a_greeting_is_answered(tmp_path: Path, encoder: Encoder) -> None:
    chatbot = small_chatbot(write_articles(tmp_path, {"ferry.txt": FERRY}), encoder=encoder)
    answer = chatbot.ask("Hello, how many cars does the ferry carry?")
    assert answer.kind == "answer"
    assert "twelve cars" in texts(answer)[0]


def test_an_outline_of_an_article_beyond_the_last_is_none_of_all(bot: Chatbot) -> None:
    answer = bot.ask("summarise the fourth article")
    assert answer.opening == message("reply so few articles", "en", count=2)
    assert answer.citations == ()


def test_an_article_that_was_opened_is_read_on_to_its_end(bot: Chatbot) -> None:
    conversation = bot.conversation()
    read = texts(conversation.ask("open ferry.txt"))
    while more := texts(answer := conversation.ask("more")):
        read += more
    assert answer.opening == message("reply whole article", "en")
    (passages,) = [[one for one in bot.index.passages if one.article.name == "ferry.txt"]]
    sentences = [one.article.text[slice(*span)] for one in passages for span in one.sentences]
    assert read == list(dict.fromkeys(sentences))


@pytest.mark.parametrize("said", ["open 2", "open the second", "artikel 2"])
def test_an_article_is_opened_by_its_number_in_the_list(bot: Chatbot, said: str) -> None:
    conversation = bot.conversation()
    second = conversation.ask("which articles are there?").citations[1].article
    assert {one.article for one in conversation.ask(said).key_sentences} == {second}


@pytest.mark.parametrize("said", ["search all articles again", "stop searching only that one", "in alle artikelen"])
def test_a_limit_ends_when_it_is_said_to(bot: Chatbot, said: str) -> None:
    conversation = bot.conversation()
    conversation.ask("only search the article about the lighthouse")
    limited = conversation.ask("How many cars does the ferry carry?")
    assert {one.article for one in limited.citations} == {"vuurtoren.txt"}
    conversation.ask(said)
    assert "It carries twelve cars" in texts(conversation.ask("How many cars does the ferry carry?"))[0]


def test_a_word_and_a_number_are_in_the_language_of_the_conversation(bot: Chatbot) -> None:
    conversation = bot.conversation("nl")
    conversation.ask("welke artikelen heb je?")
    assert conversation.ask("open 2").language == "nl"


@pytest.mark.parametrize("said", ["open 0", "artikel 0", "open 1984"])
def test_a_number_that_the_list_does_not_have_opens_nothing(bot: Chatbot, said: str) -> None:
    assert not bot.ask(said).found


@pytest.mark.parametrize("subject", ["the king", "knitting", "elections in Brazil"])
def test_of_a_subject_that_no_article_names_nothing_is_listed(bot: Chatbot, subject: str) -> None:
    answer = bot.ask(f"is there anything about {subject}?")
    assert (answer.found, answer.key_sentences) == (False, ())
    assert answer.opening == message("reply about nothing", "en", subject=subject)


@pytest.mark.parametrize("said", ["I also want to know about the ferry", "ik heb ook een vraag over de vuurtoren"])
def test_a_wish_to_know_is_a_question(bot: Chatbot, said: str) -> None:
    assert bot.ask(said).kind == "answer"


@pytest.mark.parametrize("said", ["nice article", "I love ferries", "dat is een hoop geld"])
def test_a_remark_is_no_question(bot: Chatbot, said: str) -> None:
    assert bot.ask(said).kind == "remark"


def test_a_first_remark_is_not_answered_as_if_there_were_a_question_before_it(bot: Chatbot) -> None:
    conversation = bot.conversation()
    openings = [conversation.ask("I am on the train to work").opening for _ in range(2)]
    assert openings == [message("reply remark", "en"), message("reply remark again", "en")]


@pytest.mark.parametrize(
    ("said", "language"),
    [("ok", "nl"), ("thx", "nl"), ("ok doei", "nl"), ("merci he", "nl"), ("👍", "nl"), ("thank you", "en")],
)
def test_talk_that_is_not_clearly_in_the_other_language_is_answered_in_that_of_the_conversation(
    bot: Chatbot, said: str, language: str
) -> None:
    assert bot.conversation("nl").ask(said).language == language


def test_more_after_a_list_for_a_subject_follows_its_sentences(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    listed = conversation.ask("is there anything about the crew?")
    more = conversation.ask("tell me more")
    assert more.found
    assert not set(texts(listed)) & set(texts(more))


def test_the_other_of_two_articles_may_be_asked_for(bot: Chatbot) -> None:
    conversation = bot.conversation("nl")
    conversation.ask("vat het artikel over de veerboot samen")
    answer = conversation.ask("nee het andere")
    assert (answer.kind, {one.article for one in answer.citations}) == ("outline", {"vuurtoren.txt"})


def test_a_year_that_no_cited_passage_has_makes_an_answer_one_that_may_be(bot: Chatbot) -> None:
    assert bot.ask("Since when has the ferry of Lowick crossed the river, 1931?").certainty == "answered"
    assert bot.ask("Which river did the ferry of Lowick cross in 1947?").certainty != "answered"


@pytest.fixture(scope="module")
def portraits(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    """Articles of which one has a superlative, and one the first name of an author, in its title."""
    texts = {
        "bridge.md": "---\nauthor: Piet Boon\ndate: 2024-03-01\n---\n\n# The oldest bridge of Gouda\n\n"
        "The bridge was built of brick in 1394. Boats pay a toll below it every morning.",
        "anna.md": "---\nauthor: Rik Maas\ndate: 2020-03-01\n---\n\n# A portrait of Anna\n\n"
        "Anna keeps the lock of the canal. She lives beside it with two dogs and a parrot.",
        "soup.md": "---\nauthor: Anna Bell\ndate: 1999-03-01\n---\n\n# Soup for a cold day\n\n"
        "Leek soup takes an hour to cook. It wants two potatoes and a spoon of butter.",
    }
    return small_chatbot(write_articles(tmp_path_factory.mktemp("portraits"), texts), encoder=encoder)


@pytest.mark.parametrize(
    ("said", "article"),
    [
        ("summarise the article about the oldest bridge", "bridge.md"),
        ("open the oldest bridge of Gouda", "bridge.md"),
        ("open the oldest article", "soup.md"),
        ("open the article about Anna", "anna.md"),
        ("vat het artikel over Anna samen", "anna.md"),
        ("open the article by Anna", "soup.md"),
        ("only search the article about Anna", "anna.md"),
    ],
)
def test_a_subject_is_neither_an_author_nor_the_first_in_an_order(portraits: Chatbot, said: str, article: str) -> None:
    assert {one.article for one in portraits.ask(said).key_sentences} == {article}


def test_who_wrote_on_a_subject_with_a_superlative_is_told_of_the_article_of_that_title(portraits: Chatbot) -> None:
    assert "Piet Boon" in portraits.ask("who wrote the article about the oldest bridge?").opening


def test_after_a_list_the_second_one_is_opened_and_the_other_one_is_asked_back_for(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    conversation.ask("which articles do you have?")
    opened = conversation.ask("and the second one?")
    assert (opened.kind, [one.article for one in opened.key_sentences]) == ("open", ["vuurtoren.txt"])
    for said in ("no, the other one", "open the other one"):
        other = conversation.ask(said)
        assert [one.article for one in other.key_sentences] == ["ferry.txt"]
        conversation.ask("open the second one")


def test_in_a_conversation_about_one_article_that_is_summarised_after_a_list_too(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    conversation.ask("only search the second article")
    conversation.ask("which articles do you have?")
    outline = conversation.ask("summarise the article")
    assert {one.article for one in outline.key_sentences} == {"vuurtoren.txt"}


def test_more_keeps_what_the_last_reply_was_about(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    conversation.ask("Is there anything about the crew?")
    conversation.ask("more")
    assert conversation.ask("what do they paint?").context == ("crew",)


def test_after_a_new_beginning_no_article_is_at_hand(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    conversation.ask("summarise the article about the lighthouse")
    conversation.ask("start over")
    assert "vuurtoren.txt" not in {one.article for one in conversation.ask("who wrote it?").key_sentences}
