"""The language of questions and articles."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.language import (
    ARTICLE_LENGTH,
    QUESTION_LENGTH,
    detect_article_language,
    detect_language,
    find_language,
)

DUTCH_QUESTIONS = [
    # full questions
    "Wat is fentanyl?",
    "Wie was James Ensor?",
    "Hoe oud is de aarde?",
    "Waarom is de zee zout?",
    "Wanneer werd de Belgische frank afgeschaft?",
    "Welke rivier stroomt door Parijs?",
    "Hoeveel poten heeft een spin?",
    "Waar ligt Machu Picchu?",
    "Is een walvis een vis?",
    "Kunnen vissen slapen?",
    "Heeft Zwitserland een leger?",
    "Waarmee schilderde Rubens?",
    "Uit hoeveel landen bestaat Afrika?",
    "In welk jaar viel de Muur?",
    "Met wie trouwde Marie Curie?",
    # requests
    "Vertel iets over de Hanze",
    "Noem de planeten",
    "Geef een voorbeeld van een palindroom",
    # follow-ups
    "En in 1986?",
    "Waarom?",
    "Wie nog meer?",
    "Leeft hij nog?",
    "En de Tirpitz?",
    "Dank je. Wanneer was dat?",
    # names and titles of the other language
    "Wie regisseerde The Lord of the Rings?",
    "Wat zingt Queen in Bohemian Rhapsody?",
    "Hoe groot is New York City?",
    "Waar werd Washington Irving geboren?",
    "Wat betekent 'the winner takes it all'?",
    "wie zong the winner takes it all",
    "wat is de hoofdstad van new south wales",
    "The Beatles eerste plaat",
    # key words
    "olie?",
    "oorlog",
    "leger",
    "koninkrijk",
    "hoofdstad Portugal",
    "inwoners Antwerpen",
    "politieke partijen Noorwegen",
    "geschiedenis van de fiets",
    "Kinderen van koning Albert",
    "Hoogste berg van Afrika",
    "bijwerkingen van morfine",
    "industriële revolutie",
    "nationaal monument",
    "recept voor curry",
    # a name that helps where the other words say too little
    "ISO-code Vlaams Gewest",
    # words of both languages
    "president van Venezuela",
    "route van de tram",
    "drugs in het verkeer",
    "museum voor moderne kunst",
    # typing
    "WIE WAS JAMES ENSOR?",
    "wie was james ensor",
    "'s werelds grootste stad",
    "Hoe is ’t weer op Mars?",
]

ENGLISH_QUESTIONS = [
    # full questions
    "What is fentanyl?",
    "Who was James Ensor?",
    "How old is the earth?",
    "Why is the sea salty?",
    "When was the Belgian franc abolished?",
    "Which river runs through Paris?",
    "How many legs does a spider have?",
    "Where is Machu Picchu?",
    "Is a whale a fish?",
    "Can fish sleep?",
    "Does Switzerland have an army?",
    "Whose idea was it?",
    "Didn't Ensor live in Ostend?",
    "In which year did the Wall fall?",
    "Whom did Marie Curie marry?",
    # requests
    "Tell me about the Hanseatic League",
    "Show me the planets",
    "Please explain photosynthesis",
    # follow-ups
    "And in 1986?",
    "Why?",
    "Who else?",
    "Is he still alive?",
    "And the Tirpitz?",
    "Thank you. When was that?",
    # names and titles of the other language
    "Who wrote De ontdekking van de hemel?",
    "What does Het Nieuwsblad cost?",
    "How large is Den Haag?",
    "Where was Frans Van der Elst born?",
    "What does 'op het eerste gezicht' mean?",
    "who wrote het verdriet van België",
    "what is the capital of noord-brabant",
    "Gazet van Antwerpen current circulation",
    "De Standaard first publication",
    # key words
    "farming?",
    "army",
    "weather",
    "kingdom",
    "capital of Portugal",
    "inhabitants of Antwerp",
    "political parties Norway",
    "history of the bicycle",
    "Children of King Albert",
    "Highest mountain in Africa",
    "side effects of morphine",
    "industrial revolution",
    # a name that helps where the other words say too little
    "station logo Great Western",
    # words of both languages
    "president of Venezuela",
    "route of the tram",
    "drugs and driving",
    "museum for modern art",
    # typing
    "WHO WAS JAMES ENSOR?",
    "who was james ensor",
    "the world's largest city",
    "What’s the weather like on Mars?",
]

NO_EVIDENCE = [
    "",
    "  \n",
    "?!",
    "1984",
    "3,14",
    "Maduro",
    "Maduro?",
    "James Ensor",
    "Willy Vandersteen",
    "Cartel de los Soles",
    "Tour de France 2019",
    "Suske en Wiske",
    "The Beatles",
    "De Standaard",
    "NATO",
    "N-VA",
    "president",
    "drugs",
    "museum",
    "北京在哪里",
    "🙂",
    "\x00\x1b[2J",
]

DUTCH_TEXT = (
    "De vuurtoren stond op een eiland voor de kust. Schepen zagen het licht al van ver, en wie de haven binnenvoer, "
    "betaalde tol aan de stad. Na een aardbeving bleef er niet veel van over. "
)
ENGLISH_TEXT = (
    "The lighthouse stood on an island off the coast. Ships saw the light from far away, and whoever entered the "
    "harbour paid a toll to the city. After an earthquake not much of it was left. "
)


@pytest.mark.parametrize("question", DUTCH_QUESTIONS)
def test_a_dutch_question_is_dutch_whatever_the_default(question: str) -> None:
    assert detect_language(question, "nl") == "nl"
    assert detect_language(question, "en") == "nl"


@pytest.mark.parametrize("question", ENGLISH_QUESTIONS)
def test_an_english_question_is_english_whatever_the_default(question: str) -> None:
    assert detect_language(question, "nl") == "en"
    assert detect_language(question, "en") == "en"


@pytest.mark.parametrize("text", NO_EVIDENCE)
def test_a_text_without_evidence_takes_the_default(text: str) -> None:
    assert find_language(text) is None
    assert detect_language(text, "nl") == "nl"
    assert detect_language(text, "en") == "en"


def test_the_default_is_dutch() -> None:
    assert detect_language("Maduro") == "nl"


def test_a_question_that_is_all_quotation_is_judged_by_the_quotation() -> None:
    assert find_language('"Wat is fentanyl?"') == "nl"
    assert find_language("“What is fentanyl?”") == "en"


@pytest.mark.parametrize(
    ("names", "question"), [("en", "Wat is {}?"), ("nl", "What is {}?"), ("en", "ligging van {}"), ("nl", "size of {}")]
)
def test_names_do_not_count(names: str, question: str) -> None:
    name = {"en": "Washington Heights", "nl": "Sint-Jans-Molenbeek"}[names]
    assert find_language(question.format(name)) == {"en": "nl", "nl": "en"}[names]


@given(st.text(), st.sampled_from(["nl", "en"]))
def test_any_text_has_one_of_the_two_languages(text: str, default: str) -> None:
    assert find_language(text) in {"nl", "en", None}
    assert detect_language(text, "nl" if default == "nl" else "en") in {"nl", "en"}
    assert detect_article_language(text) in {"nl", "en"}


@given(st.lists(st.sampled_from([*DUTCH_QUESTIONS, *ENGLISH_QUESTIONS, *NO_EVIDENCE, "'", '"', "‘", "\ud800"])))
def test_any_mixture_of_questions_has_one_of_the_two_languages(parts: list[str]) -> None:
    text = " ".join(parts)
    assert detect_language(text) in {"nl", "en"}
    assert detect_article_language(text) in {"nl", "en"}


@given(st.text())
def test_the_verdict_is_the_same_each_time(text: str) -> None:
    assert find_language(text) == find_language(text)
    assert detect_article_language(text) == detect_article_language(text)


def test_threads_do_not_disturb_each_other() -> None:
    texts = [*DUTCH_QUESTIONS, *ENGLISH_QUESTIONS, DUTCH_TEXT, ENGLISH_TEXT] * 5
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(find_language, texts)) == [find_language(text) for text in texts]
        assert list(threads.map(detect_article_language, texts)) == [detect_article_language(text) for text in texts]


@pytest.mark.parametrize("unit", ["Wie was Ensor ", "a", "A ", "'", "'a", '"', ". ", "1", "Ab cd "])
def test_only_the_start_of_a_question_counts_however_much_is_pasted(unit: str) -> None:
    start = unit * (QUESTION_LENGTH // len(unit) + 1)
    assert find_language(start + ENGLISH_TEXT * 100) == find_language(start[:QUESTION_LENGTH])


def test_an_article_has_its_own_language() -> None:
    assert detect_article_language(DUTCH_TEXT) == "nl"
    assert detect_article_language(ENGLISH_TEXT) == "en"


def test_only_the_start_of_an_article_counts() -> None:
    start = DUTCH_TEXT * (ARTICLE_LENGTH // len(DUTCH_TEXT) + 1)
    assert detect_article_language(start + ENGLISH_TEXT * 1_000) == "nl"


def test_quotations_of_the_other_language_do_not_turn_an_article() -> None:
    assert detect_article_language(DUTCH_TEXT * 4 + ENGLISH_TEXT) == "nl"
    assert detect_article_language(ENGLISH_TEXT * 4 + DUTCH_TEXT) == "en"


def test_an_article_without_letters_is_dutch() -> None:
    assert detect_article_language("") == "nl"
    assert detect_article_language("1 2 3\n4 5 6") == "nl"


@pytest.mark.parametrize("words", [DUTCH, ENGLISH])
def test_function_words_are_lower_case_and_never_negations(words: frozenset[str]) -> None:
    assert all(word == word.lower() for word in words)
    assert words.isdisjoint({"niet", "geen", "nooit", "niets", "niemand", "zonder", "not", "no", "never", "without"})


@pytest.mark.parametrize(
    ("words", "language"),
    [("geluidsoverlast betoncentrale", "nl"), ("dwangsom betoncentrale", "nl"), ("bike lane costs", "en"),
     ("noise nuisance", "en"), ("school budget", None)],
)  # fmt: skip
def test_without_function_words_the_frequencies_of_words_decide(words: str, language: str | None) -> None:
    assert find_language(words) == language
