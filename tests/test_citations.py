"""Citations: the best passages, each once, word for word, with what made them fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.citation import Citation, Match, match_pairs
from chatbot.answers.findings import MATCH_FLOOR, SPELLING_MATCH_FLOOR, cite
from chatbot.encoders.encoder import Encoder
from chatbot.index.query import Alternative
from chatbot.text.analysis import term
from chatbot.text.question import parse_question
from chatbot.text.sentences import sentence_spans
from tests.articles import section_at, write_articles
from tests.rankings import ranking_of
from tests.small_chatbot import small_chatbot

QUESTIONS = [
    "Hoeveel generaals heeft het Venezolaanse leger?",
    "How many generals does the Venezuelan army have?",
    "Why did airlines stop flying over Venezuela in November?",
    "olie",
    "F-16",
    "Waarom is dat zo?",
    "What is the best recipe for apple pie?",
]


def citations_of(chatbot: Chatbot, question: str, top: int = 3) -> tuple[Citation, ...]:
    return chatbot.answer(parse_question(question, "en"), top, language="en").citations


def over(folder: Path, articles: Mapping[str, str], encoder: Encoder) -> Chatbot:
    return small_chatbot(write_articles(folder, articles), encoder=encoder)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_citation_is_word_for_word_in_its_article(chatbot: Chatbot, question: str) -> None:
    for citation in chatbot.ask(question).citations:
        article = chatbot.corpus.article(citation.article)
        assert article is not None
        assert citation.text == article.text[citation.start : citation.end]
        assert citation.title == article.title
        assert citation.section == section_at(article, citation.start)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_highlight_is_a_sentence_of_the_passage_with_what_it_cannot_be_read_without(
    chatbot: Chatbot, question: str
) -> None:
    for citation in chatbot.ask(question).citations:
        article = chatbot.corpus.article(citation.article)
        assert article is not None
        (highlight,) = citation.highlights
        sentences = [span for block in article.blocks for span in sentence_spans(article.text, block.start, block.end)]
        assert highlight in {*sentences, *((first[0], second[1]) for first, second in pairwise(sentences))}
        assert citation.start <= highlight[0] < highlight[1] <= citation.end


@pytest.mark.parametrize("question", QUESTIONS)
def test_matches_point_at_their_words(chatbot: Chatbot, question: str) -> None:
    for citation in chatbot.ask(question).citations:
        article = chatbot.corpus.article(citation.article)
        assert article is not None
        for match in citation.matches:
            assert article.text[match.start : match.end] == match.passage
            assert citation.start <= match.start < match.end <= citation.end
            assert match.query in question
            assert -1 <= match.similarity <= 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_citations_are_numbered_as_the_key_sentences_come_and_the_others_follow_by_rank(
    chatbot: Chatbot, question: str
) -> None:
    answer = chatbot.ask(question, top=8)
    citations = answer.citations
    assert [citation.number for citation in citations] == list(range(1, 9))
    quoted = list(dict.fromkeys(sentence.citation for sentence in answer.key_sentences))
    assert quoted == list(range(1, len(quoted) + 1))
    scores = [citation.score for citation in citations[len(quoted) :]]
    assert scores == sorted(scores, reverse=True)
    assert len({(citation.article, citation.start) for citation in citations}) == 8


@pytest.mark.parametrize("top", [1, 5, 1000])
def test_there_are_as_many_as_asked_for_or_else_as_there_are_passages(chatbot: Chatbot, top: int) -> None:
    assert len(chatbot.ask("leger", top).citations) == min(top, len(chatbot.index.passages))


def test_asking_for_more_changes_none_of_the_first(chatbot: Chatbot) -> None:
    assert chatbot.ask(QUESTIONS[0], 10).citations[:3] == chatbot.ask(QUESTIONS[0], 3).citations


def test_a_passage_that_stands_in_two_articles_is_cited_once(tmp_path: Path, encoder: Encoder) -> None:
    news = "On Monday the old lighthouse keeper of Skerry Point retired after forty years of faithful service."
    articles = {
        "one.txt": f"{news} He went home.",
        "two.txt": f"{news} He walked home.",
        "three.txt": "Bees sleep in winter, all in one warm ball.",
    }
    citations = citations_of(over(tmp_path, articles, encoder), "When did the lighthouse keeper retire?")
    assert len(citations) == 2
    assert [citation.number for citation in citations] == [1, 2]
    assert citations[0].article in {"one.txt", "two.txt"}
    assert citations[1].article == "three.txt"


def test_passages_that_say_the_same_with_another_number_are_both_cited(tmp_path: Path, encoder: Encoder) -> None:
    news = "the old lighthouse keeper of Skerry Point retired after forty years of faithful service."
    articles = {"one.txt": f"In 1931 {news}", "two.txt": f"In 1941 {news}"}
    citations = citations_of(over(tmp_path, articles, encoder), "When did the lighthouse keeper retire?")
    assert {citation.article for citation in citations} == {"one.txt", "two.txt"}


def test_passages_that_share_one_sentence_of_several_are_both_cited(tmp_path: Path, encoder: Encoder) -> None:
    shared = "The keeper lit the lamp."
    articles = {
        "0.txt": f"{shared} Then the keeper wrote the time, the wind and the names of passing ships in a black book.",
        "1.txt": f"{shared} His wife meanwhile cooked dinner for six hungry children, two goats and a very old parrot.",
    }
    citations = citations_of(over(tmp_path, articles, encoder), "Who lit the lamp?")
    assert {citation.article for citation in citations} == {"0.txt", "1.txt"}


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who repaired the clock?", "The clock was repaired by a watchmaker from Leeds."),
        ("How high is the bridge?", "The bridge is forty metres high."),
        ("Wie repareerde de klok?", "The clock was repaired by a watchmaker from Leeds."),
    ],
)
def test_the_highlight_is_the_sentence_that_answers(
    tmp_path: Path, encoder: Encoder, question: str, sentence: str
) -> None:
    text = (
        "The market is held on Fridays. The bridge is forty metres high. "
        "The clock was repaired by a watchmaker from Leeds."
    )
    (citation,) = citations_of(over(tmp_path, {"town.txt": text}, encoder), question)
    ((start, end),) = citation.highlights
    assert text[start:end] == sentence


def test_a_match_tells_the_word_of_the_question_and_the_word_it_met(chatbot: Chatbot) -> None:
    (citation,) = citations_of(chatbot, "How many generals?", 1)
    (match, *_) = citation.matches
    assert (match.query, match.passage) == ("generals", "generaals")
    assert match.similarity > 0.5


@pytest.mark.parametrize(
    ("alternative", "is_told"),
    [
        (Alternative(weight=MATCH_FLOOR, similarity=0.6), True),
        (Alternative(weight=MATCH_FLOOR - 0.01, similarity=0.9), False),
        (Alternative(weight=0.2, similarity=SPELLING_MATCH_FLOOR, spelt_alike=True), True),
        (Alternative(weight=0.9, similarity=SPELLING_MATCH_FLOOR - 0.01, spelt_alike=True), False),
    ],
)
def test_words_that_are_hardly_alike_are_no_reason(chatbot: Chatbot, alternative: Alternative, is_told: bool) -> None:
    ranking = ranking_of(chatbot, "generaals", "nl")
    query = (replace(ranking.query[0], text="officers", alternatives={term("generaals", "nl"): alternative}),)
    best = ranking.passages[0].passage.sentences[0]
    citation = cite(ranking.passages[0].passage, best, query)
    assert citation.highlights == (best,)
    assert bool(citation.matches) == is_told


def test_a_question_of_stop_words_has_no_matches(chatbot: Chatbot) -> None:
    assert {citation.matches for citation in citations_of(chatbot, "Why is that so?")} == {()}


def test_pairs_tell_each_meeting_of_two_words_once() -> None:
    matches = (
        Match("generals", "Generaals", 0.9, 0, 9),
        Match("generals", "generaals", 0.9, 20, 29),
        Match("Cuba", "Cuba", 1, 40, 44),
        Match("generals", "legertop", 0.6, 50, 58),
    )
    citation = Citation(1, "a.txt", "A", None, "", 0, 0, 1.0, ((0, 0),), matches)
    assert match_pairs(citation) == (
        ("generals", "Generaals", False),
        ("Cuba", "Cuba", True),
        ("generals", "legertop", False),
    )


def test_a_passage_that_goes_on_with_a_table_tells_its_header(tmp_path: Path, encoder: Encoder) -> None:
    rows = "\n".join(f"| Village{number} | {number} |" for number in range(90))
    text = f"# Houses\n\n| Name | Houses built |\n|---|---|\n{rows}"
    chatbot = over(tmp_path, {"houses.md": text}, encoder)
    cited = citations_of(chatbot, "How many houses were built in Village80?", top=9)
    assert {citation.start > text.index("Village0"): citation.table_header for citation in cited} == {
        True: "| Name | Houses built |",
        False: None,
    }
    assert "| Village80 | 80 |" in cited[0].text
