"""Talk: what kind of thing is said, and that a question about the contents always wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.kind import Kind
from chatbot.text.talk import Talk, talk_of
from chatbot.text.talk_data import cue_text, literal_words, same_words
from chatbot.text.talk_words import Situation

SAID: list[tuple[Kind, list[str]]] = [
    ("greeting", ["hallo", "Goedemiddag!", "hey, alles goed?", "good evening", "Hi there", "goeiemorgn"]),
    ("thanks", ["bedankt", "dat helpt, merci", "thank you so much", "great answer", "Fijn, dat zocht ik"]),
    ("goodbye", ["tot straks", "doei!", "see you tomorrow", "have a nice weekend", "ik ben weg"]),
    ("help", ["help", "wat kan je", "wie ben jij", "hoe werkt dit?", "how do I use this", "what are you"]),
    ("articles", ["welke artikelen heb je", "hoeveel teksten zijn er", "what can I ask", "list the artciles"]),
    ("outline", ["vat samen", "waar gaat dit over", "give me the key points", "what is this article about"]),
    ("more", ["vertel meer", "ga door", "go on", "anything else?", "meer details graag"]),
    ("translation", ["vertaal dat eens", "in English please", "can you translate this into Dutch"]),
    (
        "unsupported",
        ["vertel een mop", "what is 12 times 7", "hoe laat is het", "will it rain tomorrow", "write me a poem"],
    ),
    ("sources", ["welke bron is dat?", "where did you get that", "hoe weet je dat", "are you sure?", "klopt dat?"]),
    ("scope", ["only look in the ferry article from now on", "zoek alleen in het tweede artikel", "search all again"]),
    ("open", ["show me the third one", "open article 3", "kan ik dat hele artikel lezen?", "toon mij dat stuk eens"]),
    (
        "articles",
        ["which of them are in Dutch?", "welke artikelen zijn van 2022", "the newest one", "just the headlines"],
    ),
    ("greeting", ["my name is Ann", "hello, I'm Ann", "how are you today?"]),
    ("outline", ["what's the ferry one about", "Morning! What's this all about?"]),
    ("translation", ["what does that mean in English?", "wat betekenen die woorden", "ik snap dat engels niet"]),
    ("complaint", ["why did you show me that?", "that's wrong, they came third", "shut up"]),
    ("remark", ["amai, da's vroeg!", "niet te geloven", "ik vind dit best leuk"]),
    ("goodbye", ["right, ta, bye"]),
    ("thanks", ["thanks, you've been a great help"]),
    ("help", ["what do you mean?", "wat bedoel je daarmee"]),
    ("unsupported", ["is dat niet veel te duur vind je"]),
    ("articles", ["welke artikels hebt ge in het engels", "en welke zijn uit 2024?", "laat de lijst nog eens zien"]),
    ("scope", ["beperk je tot het artikel over de frituur"]),
    ("open", ["open het artikel over de pont", "open ferry.txt", "doe het tweede artikel eens open"]),
    ("outline", ["summarise the wool one in two sentences", "geef me daar een samenvatting van"]),
    ("about-subject", ["what have you got on animals?", "wat heb je over dieren"]),
    ("remark", ["wow good for her", "ge zijt wel slim hé"]),
    ("goodbye", ["ok that's enough for today, thank you very much"]),
    ("unsupported", ["which one do you like best", "is dat veel?"]),
    ("complaint", ["je antwoorden zijn veel te kort", "Ik geloof je niet."]),
    ("help", ["wie heeft jou gemaakt?"]),
    ("sources", ["mag ik eens zien waar dat staat"]),
    ("about-subject", ["have you got anything about snow?"]),
    (
        "articles",
        ["which of these is the most recent?", "anything written in 2021?", "wat staat er zoal in je artikels?"],
    ),
    ("greeting", ["hey, how are you doing?"]),
    ("scope", ["let's just stick to the owl article please", "limit it to the owl article", "ok all articles again"]),
    ("open", ["can you open the article about the brass band?", "ga naar het artikel over de pompoenen"]),
    ("remark", ["lovely story!", "oei, da's straf zeg"]),
    (
        "scope",
        [
            "zoek alleen in de knopenfabriek",
            "beperk je tot de nachttrein",
            "search only in the button factory",
            "forget that limit",
        ],
    ),
    ("remark", ["sorry, dat was flauw", "geeft niks hoor", "pff wat erg", "nog een vraagje"]),
    ("repeat", ["previous", "vorige"]),
    ("help", ["hoe beperk ik me tot één artikel?", "how do I limit it to one article?"]),
    ("repeat", ["zeg dat nog eens", "can you repeat that", "nog een keer graag", "again please"]),
    ("shorter", ["korter graag", "in simple words", "zeg het in één zin", "can you rephrase that?"]),
    ("complaint", ["dat vroeg ik niet", "that's wrong", "daar heb ik niks aan", "you didn't answer my question"]),
    ("navigation", ["begin opnieuw", "nieuw gesprek", "start over"]),
    ("remark", ["ok", "hmm interessant", "wow, that's huge", "dat wist ik niet", "ja graag"]),
    ("remark", ["ouch, that must have been scary", "arme kerel", "that's not much", "I don't like ferries", "och"]),
    ("complaint", ["you told me that already", "dat zei je net ook", "stop repeating yourself"]),
    ("more", ["only two?", "nog eentje", "do you have another quote?", "nee, de andere"]),
    ("shorter", ["just the year", "alleen het bedrag"]),
    ("thanks", ["you're a legend"]),
    ("articles", ["which ones are in English?"]),
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID for text in texts])
def test_small_talk_and_commands_are_taken_for_what_they_are(kind: Kind, text: str) -> None:
    assert talk_of(text).kind == kind


OTHERWISE_SAID: dict[str, list[tuple[Kind, list[str]]]] = {
    "with another clause": [
        ("goodbye", ["de soep wordt koud, tot straks!", "I have to catch my ferry, bye"]),
        ("thanks", ["that clears it up for me, thanks"]),
        ("greeting", ["Hello, I am so glad that you are here"]),
        ("translation", ["Mijn tante komt uit Leeds. Kan je dit voor haar vertalen?"]),
        ("outline", ["I have an exam on Monday. Can you summarise the article?"]),
        ("about-subject", ["I'm Tess and I'm interested in owls. Which articles cover them?"]),
    ],
    "with more in the clause": [
        ("thanks", ["Thanks for looking all that up so quickly."]),
        ("goodbye", ["ik moet nu echt naar de bakker"]),
        ("greeting", ["hi from the lighthouse"]),
    ],
    "to somebody": [
        ("thanks", ["Merci, Joris"]),
        ("greeting", ["dag lief machientje"]),
        ("goodbye", ["Bye for now, captain"]),
    ],
    "with letters stretched": [
        ("goodbye", ["doeiii"]),
        ("thanks", ["thaaanks"]),
        ("more", ["meeeer"]),
    ],
    "with errors": [
        ("articles", ["wich articels do you have", "hvl artkels heb je"]),
        ("goodbye", ["goodby"]),
        ("help", ["halp"]),
        ("about-subject", ["artikels ovr uilen"]),
    ],
    "in dialect": [
        ("help", ["wa kunde gij zoal?"]),
        ("sources", ["vanwaar haalt ge dit"]),
        ("thanks", ["mercikes zenne"]),
    ],
    "politely": [
        ("help", ["Would you be so kind as to explain how this works?"]),
        ("help", ["Kan iemand mij vertellen hoe ik hier begin?"]),
        ("outline", ["Would you mind giving me a summary?"]),
        ("translation", ["Could someone translate this for my neighbour?"]),
    ],
    "of a named article": [
        ("translation", ["translate the article about the owls into Dutch"]),
    ],
    "of a place": [
        ("unsupported", ["what's the weather like in Lowick", "gaat het regenen in Hoek?"]),
    ],
    "about the program": [
        ("help", ["how do I copy a quote?", "waar bewaar je onze gesprekken?", "mag het scherm op donkere modus?"]),
        ("help", ["ga terug", "kan ik hier een tekst toevoegen"]),
    ],
    "about the answer": [
        ("sources", ["hoe zeker ben je van dat antwoord?", "is 1931 juist?", "can I trust that?"]),
        ("sources", ["wie citeer je hier"]),
        ("repeat", ["wat was mijn laatste vraag", "do you still remember what I asked?"]),
        ("repeat", ["laat citaat 3 nog eens zien"]),
        ("shorter", ["just the year"]),
        ("more", ["alleen dat?"]),
        ("complaint", ["you keep repeating yourself"]),
    ],
    "for what it cannot do": [
        ("unsupported", ["giet het in een grafiek", "test me on this", "zijn er ook filmpjes bij?"]),
        ("unsupported", ["which article is best?"]),
    ],
    "without telling anything": [
        ("remark", ["eh", "sorry", "kalm aan", "ouch, that hurt her", "veel geluk!"]),
        ("goodbye", ["zo, genoeg"]),
    ],
    "of a piece of some kind": [
        ("metadata", ["wie schreef het uilenverhaal", "author of the owl one", "who wrote the bit about owls?"]),
        ("metadata", ["datum molen artikel", "I have to cite the owl piece: author and date"]),
        ("metadata", ["de molentekst: auteur en datum graag", "what's the date on the owl piece"]),
        ("outline", ["the main points of the owl report please", "hoofdpunten van het molenstuk"]),
        ("outline", ["kort: de tekst over de uilen"]),
        ("outline", ["I have to give a talk on the owl article, what are the main points"]),
    ],
    "of what is kept": [
        ("help", ["worden mijn vragen bewaard", "is any of my questions stored?", "who can see what I type"]),
        ("help", ["houd je mijn vragen bij", "is any of what I type sent anywhere?"]),
        ("help", ["Is what I type passed on? I work with children."]),
    ],
    "of how it is set up": [
        ("help", ["kan ik je in het Engels zetten?", "how do I switch you to Dutch", "waar staan die instellingen"]),
        ("help", ["werkt dit ook zonder wifi?", "are you making this up?", "heeft iemand je geprogrammeerd?"]),
        ("help", ["what do those numbers in brackets mean?", "wat typ ik als ik een lijst wil"]),
    ],
    "with the subject first": [
        ("about-subject", ["kaas, heb je daar iets over?", "owls: do you have anything on them"]),
        ("about-subject", ["staat er iets van uilen in"]),
        ("metadata", ["anything by Ann Smith in here?"]),
        ("metadata", ["I am a student and I want the pieces by Ann Smith, can you list them?"]),
    ],
    "for somebody else to do": [
        ("unsupported", ["can you book a table for me at the inn?", "kun je voor mij een taxi bellen"]),
        ("unsupported", ["zoek het dan op google op", "compare the owl with the bat"]),
    ],
    "of a turn before": [
        ("repeat", ["ga terug naar het vorige antwoord", "back to the previous answer, will you"]),
        ("repeat", ["wat was ook weer mijn eerste vraag"]),
        ("sources", ["what is the source of sentence 4", "zeker weten?"]),
    ],
    "in passing": [
        ("goodbye", ["dan hang ik op"]),
        ("thanks", ["hier heb ik veel aan", "you have been an absolute star"]),
        ("greeting", ["Goedemorgen, stoor ik u?", "Hello, I'm Ann, 83, and my niece set this up for me."]),
        ("remark", ["dat wist ik nog niet", "bof"]),
        ("articles", ["geef eens een lijst", "give me some ideas, what could I ask?"]),
        ("translation", ["zet dat recept eens in het Engels"]),
    ],
    "of oneself": [
        ("remark", ["ik heb honger gekregen", "my brother lives on a boat"]),
    ],
}


@pytest.mark.parametrize(
    ("how", "kind", "text"),
    [(how, kind, text) for how, said in OTHERWISE_SAID.items() for kind, texts in said for text in texts],
)
def test_talk_is_recognised_however_it_is_said(how: str, kind: Kind, text: str) -> None:
    assert (how, talk_of(text).kind) == (how, kind)


@pytest.mark.parametrize(
    "text",
    [
        "thanks, who painted the hull",
        "thanks and the ferry",
        "Ik ben Tess. Hoe oud is de veerboot?",
        "I love ferries. How many cars does this one carry?",
        "my aunt says that the ferry sank, how deep is the river",
        "ik zoek de naam van de kapitein",
        "I heard that the bridge is too low",
        "tell me the joke that made the captain laugh",
        "summarise? no. just tell me who the cook is",
        "When did the letter appear in The Lowick Post?",
        "Vuurtoren",
        "sorry, hoe lang is de dijk?",
        "Good evening, when does the ferry close?",
    ],
)
def test_what_is_said_around_a_question_makes_no_talk_of_it(text: str) -> None:
    assert talk_of(text).kind == "answer"


def test_cues_have_the_words_that_stand_for_others() -> None:
    assert not [word for word in literal_words(cue_text()) if word in same_words()]


@pytest.mark.parametrize(
    "text",
    [
        "Hallo, hoe oud is de veerboot?",
        "thanks, and who built the ferry?",
        "Who did the captain thank?",
        "Hoe kan de burgemeester helpen?",
        "hoe werkt een sluis",
        "wat is de kern van het conflict",
        "which article of the constitution protects the press",
        "hoeveel artikelen telt de wet",
        "Dag van de Arbeid",
        "Tell me more about the lighthouse",
        "wie nog meer?",
        "what else did she say about the ferry?",
        "and did they help him?",
        "en in 1972?",
        "what is the weather like on the island in winter",
        "in welke talen is de roman vertaald",
        "who wrote the poem on the wall",
        "What was the letter about?",
        "When did they say goodbye to the ferry?",
        "is it true that the ferry sank?",
        "waar haalt de wachter zijn water vandaan",
        "what was the mistake of the captain?",
        "what was the mistake?",
        "wat is er fout gegaan",
        "source of the river",
        "wie heeft gelijk?",
        "waarom is de veerboot niet goed",
        "that is the ferry?",
        "waarom is dat zo?",
        "wat staat er in het eerste artikel over de veerboot",
        "what is only in the second article?",
        "which books are in Dutch",
        "which battles are from 1943?",
        "wie is de oudste?",
        "wat betekent het opschrift?",
        "did anything go wrong?",
        "hoe beperkt de stad het verkeer?",
        "how do they limit the damage?",
        "why is farming harmful to the rainforest?",
        "and the oldest?",
        "vraag nu enkel in het artikel over de pont: hoeveel auto's zijn er?",
        "hoeveel landen staan op de lijst?",
        "who wrote the letter?",
        "waar staat de molen?",
        "who showed the mayor the document?",
        "Hello Skerry",
        "Waar gaat het om?",
        "can i have just one",
        "what time does it get there",
        "ik wil een kaartje, waar vind ik dat",
        "Wat deed de ME?",
        "WHO",
        "What does the text on the lighthouse say?",
        "Good Harbour Treaty",
        "can you help me? i am looking for the number of ferries",
        "how long do you keep the soup?",
        "did they save it?",
        "who closed the account?",
        "what was the first question of the judge?",
        "hoe zeker was de kapitein?",
        "is 40 degrees enough?",
        "zijn er foto's van de storm?",
        "does it work better?",
        "can it be copied?",
        "wie is nummer 1?",
        "en nu?",
        "what was the question?",
        "arme landen",
        "how many copies were printed?",
        "who keeps the questions of the judge?",
        "I wonder when the letter was sent",
        "what happened with the data of the judge?",
        "were my grandmother's letters sent to a museum?",
        "who can see the lighthouse?",
        "was the story made up?",
        "do the sheep need wifi?",
        "wat staat er tussen haakjes in de wet?",
        "what did she type to open the lock?",
        "hoe zet de molenaar de wieken stil",
        "wat staat er in het tweede hoofdstuk",
        "wie schreef het toneelstuk",
        "what was the date on the coin?",
        "datum van de storm",
        "author of The Old Mill",
        "who wrote the report of the flood?",
        "how many articles are printed on the flag?",
        "who can reserve a table at the inn?",
        "who compares the owl with the bat?",
        "what was the previous answer of the mayor",
        "where do they hang up the nets?",
        "who tells a joke and when?",
        "waar wordt het liedje gezongen",
        "what did the translating machine make of it",
        "who was the star of the show",
        "who had the idea for the mill?",
        "",
    ],
)
def test_a_question_about_the_contents_always_wins(text: str) -> None:
    assert talk_of(text) == Talk("answer")


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Vat het artikel over de veerboot samen", "outline", "de veerboot"),
        ("what is the article on the Old Lighthouse about?", "outline", "the Old Lighthouse"),
        ("welke artikels gaan over vuurtorens?", "about-subject", "vuurtorens"),
        ("is there anything on Skerry's harbour", "about-subject", "Skerry's harbour"),
        ("What do you think of the mayor?", "unsupported", "the mayor"),
        ("Can you sum up the article on ferries? My boat leaves soon", "outline", "ferries"),
        ("toon artikels over vuurtorens. Ik wil er eentje lezen", "about-subject", "vuurtorens"),
    ],
)
def test_what_is_named_is_taken_as_it_was_typed(text: str, kind: Kind, name: str) -> None:
    assert talk_of(text) == Talk(kind, name)


@given(st.text() | st.lists(st.sampled_from("wie schreef het “artikel” over en wanneer x ?".split())).map(" ".join))
def test_any_text_is_of_some_kind_and_names_a_part_of_itself(text: str) -> None:
    assert talk_of(text).name in text


BAKERY = Situation(after="answer", has_subject=True, has_word={"robot", "deeg", "dough", "roos", "oven"}.__contains__)


@pytest.mark.parametrize(
    ("kind", "talk", "question"),
    [
        ("help", "Wat kun je doen?", "Wat kun je doen met het deeg?"),
        ("help", "hoe werkt dit programma", "hoe werkt de robot"),
        ("help", "Help! Mijn trein is laat, wat kan ik doen?", "Help! Mijn deeg zakt in, wat kan ik doen?"),
        ("help", "Are you a robot?", "What can the robot do?"),
        ("more", "meer daarover", "meer over de robot"),
        ("articles", "Welke teksten zijn er?", "Welke robot staat er in de teksten?"),
        ("unsupported", "Should I buy a kite?", "Should I chill the dough?"),
        ("unsupported", "Mijn buurman zingt. Is dat normaal?", "Mijn oven rookt. Is dat normaal?"),
        ("greeting", "Hoe gaat het met Bram?", "Hoe gaat het met Roos?"),
        ("help", "Who sees what I type? I have a shop.", "Who sees what I type? The robot has a name."),
        ("greeting", "hello robot", "how is the robot?"),
        ("thanks", "good job, robot", "Is it a good job?"),
    ],
)
def test_talk_about_what_the_articles_are_about_is_a_question(kind: Kind, talk: str, question: str) -> None:
    assert talk_of(talk, BAKERY).kind == kind
    assert talk_of(question, BAKERY).kind == "answer"


@pytest.mark.parametrize(
    "text",
    ["How does it work?", "Hoe werkt dat precies?", "What can it do?", "What should I do?", "Wat kan ik eraan doen?"],
)
def test_what_points_back_is_a_question_once_something_was_told(text: str) -> None:
    assert talk_of(text).kind == "help"
    assert talk_of(text, Situation(has_subject=True)).kind == "answer"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("help", "how does this work?"),
        ("help", "can you explain it?"),
        ("greeting", "hoe gaat het?"),
        ("unsupported", "what time is it?"),
        ("translation", "can you say it in Dutch?"),
        ("sources", "is it true?"),
        ("repeat", "say it again"),
    ],
)
def test_what_turns_to_the_chatbot_stays_talk(kind: Kind, text: str) -> None:
    assert talk_of(text, Situation(has_subject=True)).kind == kind
