"""Article choice: which articles are asked for by their place, language, date, order, author and subject."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.answers.answer import Answer
from chatbot.answers.article_choice import ArticleChoice, asked_choice, asked_limit, asked_paragraph
from chatbot.answers.chatbot import Chatbot
from chatbot.encoders.encoder import Encoder
from chatbot.messages import message
from chatbot.text.kind import Kind
from tests.articles import write_articles
from tests.small_chatbot import small_chatbot

KILN = """---
author: Vera Stam
date: 2021-04-06
---

# De steenoven van Lier brandt weer

De steenoven van Lier brandt weer sinds zondag. De bakstenen gaan naar een kerk in Mol. Twee metselaars helpen mee.

Het vuur gaat pas in juni uit. De buren klagen over de rook.
"""
OWLS = """---
author: Tom Reed
date: 2023-10-01
---

# Owls return to the marsh

Forty owls nest in the marsh again, and the birds hunt mice at night. Rangers hung boxes in the willows.

Walkers may watch from a hut. The hut closes in spring.
"""
RELAY = """---
author: Vera Stam
date: 2024-07-19
---

# Zilver voor de estafetteploeg

De estafetteploeg heeft zilver gehaald. De lopers trainden twee jaar in Spanje voor deze race.
"""
VERSES = """---
author: Ivo Maas, Tom Reed
date: 2024-02-11
---

# Verses on the tram

Passengers read poems on the tram this month. The poems hang above the doors, and a jury picks the best one.
"""


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    texts = {"kiln.md": KILN, "owls.md": OWLS, "relay.md": RELAY, "verses.md": VERSES}
    return small_chatbot(write_articles(tmp_path_factory.mktemp("choice"), texts), encoder=encoder)


def names(answer: Answer) -> list[str]:
    return list(dict.fromkeys(one.article.removesuffix(".md") for one in answer.key_sentences))


@pytest.mark.parametrize(
    ("said", "name", "choice"),
    [
        ("artikelen in het Nederlands van voor 2022", "", ArticleChoice("", (), {"nl"}, until="2022")),
        ("articles in English about poems", "poems", ArticleChoice("poems", (), {"en"})),
        ("stories about owls from 2023", "owls from 2023", ArticleChoice("owls", since="2023", until="2023~")),
        ("stories about the war of 1902", "the war of 1902", ArticleChoice("the war of 1902")),
        ("everything between May 2020 and 2022", "", ArticleChoice("", since="2020-05", until="2022~")),
        ("artikelen van 2022 of later", "", ArticleChoice("", since="2022")),
        ("anything from 2022 or older", "", ArticleChoice("", until="2022~")),
        ("articles about bees of 2010 or older", "bees of 2010 or older", ArticleChoice("bees", until="2010~")),
        ("the newest one", "", ArticleChoice("", order="newest")),
        ("the article about the oldest kiln", "the oldest kiln", ArticleChoice("the oldest kiln")),
        ("sorteer ze op datum", "", ArticleChoice("", order="oldest", is_sorted=True)),
        ("vat nummer drie en 4 samen", "nummer drie en 4", ArticleChoice("nummer drie en 4", (2, 3))),
        ("the 2nd and the last article", "", ArticleChoice("", (1, -1))),
        ("the article about the second world war", "the second world war", ArticleChoice("the second world war")),
        ("summarise “Artikel 7”", "“Artikel 7”", ArticleChoice("“Artikel 7”")),
    ],
)
def test_a_text_says_which_articles_it_asks_for(said: str, name: str, choice: ArticleChoice) -> None:
    found = asked_choice(said, name, {"2023", "2024"})
    assert found._replace(languages=()) == choice._replace(languages=())
    assert {*found.languages} == {*choice.languages}


@pytest.mark.parametrize(
    ("said", "kind", "articles"),
    [
        ("welke zijn in het Nederlands en van na 2022?", "articles", ["relay"]),
        ("list everything written since 2024", "articles", ["relay", "verses"]),
        ("which ones are from 2024 or newer?", "articles", ["relay", "verses"]),
        ("which ones are in Dutch?", "articles", ["kiln", "relay"]),
        ("any English stories about birds?", "about-subject", ["owls"]),
        ("only search articles from 2024", "scope", ["relay", "verses"]),
        ("beperk je tot de Engelstalige artikelen", "scope", ["owls", "verses"]),
        ("zoek alleen in het artikel over de uilen en dat over de steenoven", "scope", ["owls", "kiln"]),
        ("welke heeft Vera Stam geschreven?", "articles", ["kiln", "relay"]),
        ("Heeft Tom Reed iets over gedichten geschreven?", "about-subject", ["verses"]),
        ("articles by Vera Stam from 2021", "articles", ["kiln"]),
        ("arrange them by date", "articles", ["kiln", "owls", "verses", "relay"]),
        ("which article has the fewest words?", "articles", ["relay"]),
        ("give me the last paragraph of the owl article", "open", ["owls"]),
        ("summarise the first and the third article", "outline", ["kiln", "relay"]),
        ("list the articles about owls, please, and say who wrote them", "about-subject", ["owls"]),
    ],
)
def test_all_that_is_known_of_an_article_chooses_it(bot: Chatbot, said: str, kind: Kind, articles: list[str]) -> None:
    answer = bot.ask(said)
    assert (answer.kind, names(answer)) == (kind, articles)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("welke artikelen gaan niet over uilen?", "about-subject"),
        ("don't look in the article about the tram", "scope"),
        ("sla het artikel over de uilen over", "scope"),
        ("which articles are not in Dutch?", "articles"),
    ],
)
def test_articles_are_not_left_out_and_none_is_shown_in_their_place(bot: Chatbot, said: str, kind: Kind) -> None:
    answer = bot.ask(said)
    assert (answer.kind, answer.found, answer.citations) == (kind, False, ())
    assert answer.opening == message("reply no leaving out", answer.language)


@pytest.mark.parametrize(("subject", "nearest"), [("animals", "owls"), ("literature", "verses"), ("poultry", "owls")])
def test_of_a_subject_that_no_article_names_the_nearest_come_first(bot: Chatbot, subject: str, nearest: str) -> None:
    answer = bot.ask(f"which articles are about {subject}?")
    assert answer.opening == message("reply about the like", "en", subject=subject)
    assert names(answer)[0] == nearest


def test_numbers_and_places_are_those_of_the_list_shown_last(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    assert names(conversation.ask("which articles are from 2024?")) == ["relay", "verses"]
    assert names(conversation.ask("now summarise number 1")) == ["relay"]
    again = conversation.ask("and number two?")
    assert (again.kind, names(again)) == ("outline", ["verses"])
    assert names(conversation.ask("what's in the first article?")) == ["relay"]
    assert "Ivo Maas" in conversation.ask("who wrote number 2?").opening
    assert conversation.ask("the third please").opening == message("reply so few articles", "en", count=2)


def test_what_was_asked_of_one_article_may_be_asked_of_the_next(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    assert conversation.ask("how old is the article about the tram?").opening.endswith("11 February 2024.")
    assert conversation.ask("and the owls?").opening.endswith("1 October 2023.")
    assert "44 words" in conversation.ask("how many words does the owl article have?").opening
    assert "Verses on the tram" in conversation.ask("and the one about the tram?").opening


def test_the_author_of_the_article_at_hand_need_not_be_named(bot: Chatbot) -> None:
    for said in ("schreef zij nog iets anders?", "iets van dezelfde auteur?"):
        conversation = bot.conversation("nl")
        conversation.ask("wie schreef het artikel over de steenoven?")
        assert names(conversation.ask(said)) == ["kiln", "relay"]


def test_the_authors_are_told_with_the_number_of_their_articles(bot: Chatbot) -> None:
    for said in (
        "which authors are there?",
        "who wrote the most articles?",
        "wie is de auteur met de meeste artikelen",
    ):
        assert "Vera Stam (2), Tom Reed (2), Ivo Maas" in bot.ask(said).opening


def test_what_that_article_says_is_asked_of_the_one_at_hand(bot: Chatbot) -> None:
    conversation = bot.conversation("nl")
    conversation.ask("open het artikel over de steenoven")
    assert names(conversation.ask("wat zegt dat artikel over de buren?")) == ["kiln"]


def test_an_outline_is_as_short_as_is_asked(bot: Chatbot) -> None:
    assert len(bot.ask("summarise the article about the kiln in one sentence").key_sentences) == 1
    assert [asked_limit(said) for said in ("in max. 2 zinnen", "in three bullet points", "in 2019")] == [2, 3, None]


def test_a_paragraph_is_quoted_whole(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    conversation.ask("open the owl article")
    (first, last) = (conversation.ask(f"read me the {which} paragraph") for which in ("first", "last"))
    assert first.key_sentences[0].text.startswith("Forty owls")
    assert [one.text for one in last.key_sentences] == ["Walkers may watch from a hut.", "The hut closes in spring."]
    assert asked_paragraph("how long is it") is None


@pytest.mark.parametrize(
    "said",
    [
        "What happened before 2022?",
        "Hoe lang duurt de race?",
        "How old is the hut?",
        "Which authors did the jury pick?",
        "Hoeveel woorden telt het gedicht?",
        "How does the month end?",
        "Which is older, the hut or the marsh?",
        "Wat stond er in de laatste brief niet?",
    ],
)
def test_what_looks_like_a_choice_of_articles_is_a_question_about_the_contents(bot: Chatbot, said: str) -> None:
    assert bot.ask(said).kind == "answer"


def test_a_limit_to_many_articles_names_three(tmp_path: Path, encoder: Encoder) -> None:
    texts = {f"{number}.txt": f"The mill {number}\n\nThe miller of {number} grinds oats." for number in range(4)}
    chatbot = small_chatbot(write_articles(tmp_path, texts), encoder=encoder)
    answer = chatbot.ask("Who sells bicycles on the moon?", only=[*texts])
    assert "The mill 0, The mill 1, The mill 2 …" in answer.opening
