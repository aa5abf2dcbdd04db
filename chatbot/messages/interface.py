"""Messages about what the terminal interface shows."""

from __future__ import annotations

MESSAGES = {
    "program": ("Chatbot", "Chatbot"),
    "reading articles": ("De artikelen worden gelezen…", "Reading the articles…"),
    "preparing index": ("De artikelen worden doorzoekbaar gemaakt…", "Making the articles searchable…"),
    "articles not loaded": ("De artikelen zijn niet geladen", "The articles are not loaded"),
    "one article": ("1 artikel", "1 article"),
    "article count": ("{count} artikelen", "{count} articles"),
    "welcome": (
        "Stel een vraag in het Nederlands of het Engels. Het antwoord bestaat uit letterlijke zinnen uit de "
        "artikelen, telkens met de bron erbij.",
        "Ask a question in Dutch or in English. The answer is made of verbatim sentences from the articles, each with "
        "its source.",
    ),
    "more articles": ("… en nog {count}; {key} toont ze allemaal", "… and {count} more; {key} shows them all"),
    "sample questions": (
        "Een paar voorbeelden (kies er een met ↓ en Enter, of klik erop)",
        "Some examples (choose one with ↓ and Enter, or click it)",
    ),
    "prompt": ("Stel een vraag over de artikelen", "Ask a question about the articles"),
    "waiting for articles": (
        "Het antwoord volgt zodra de artikelen doorzoekbaar zijn.",
        "The answer follows as soon as the articles can be searched.",
    ),
    "waiting for turn": (
        "Het antwoord volgt na dat op de vorige vraag.",
        "The answer follows after that to the question before it.",
    ),
    "searching": ("Bezig met zoeken…", "Searching…"),
    "question failed": (
        "Op deze vraag kwam geen antwoord, door een fout in het programma ({reason}). Stel de vraag opnieuw of stel ze "
        "met andere woorden.",
        "This question got no answer because of an error in the program ({reason}). Ask it again or in other words.",
    ),
    "no articles to ask": (
        "Deze vraag kan niet worden beantwoord, want de artikelen zijn niet geladen. Verhelp wat daarover is gemeld "
        "en stel ze opnieuw.",
        "This question cannot be answered because the articles are not loaded. Mend what was told about that and "
        "ask it again.",
    ),
    "load failed": (
        "De artikelen konden niet worden geladen, door een fout in het programma ({reason}). Kies “Artikelen opnieuw "
        "lezen” bij de opdrachten (F4), of start het programma met een andere map.",
        "The articles could not be loaded because of an error in the program ({reason}). Choose “Reload the articles” "
        "among the commands (F4), or start the program with another folder.",
    ),
    "reload hint": (
        "Zodra er artikelen in die map staan, worden ze gelezen; meteen met “Artikelen opnieuw lezen” bij de "
        "opdrachten (F4).",
        "As soon as there are articles in that folder they are read; at once by “Reload the articles” among the "
        "commands (F4).",
    ),
    "articles read": ("De artikelen zijn gelezen ({articles}).", "The articles have been read ({articles})."),
    "articles changed": (
        "De artikelen zijn opnieuw gelezen ({articles}). Nieuw: {added}, gewijzigd: {edited}, verdwenen: {removed}.",
        "The articles have been read again ({articles}). New: {added}, changed: {edited}, gone: {removed}.",
    ),
    "articles unchanged": (
        "De artikelen zijn opnieuw gelezen ({articles}). Er is niets in veranderd.",
        "The articles have been read again ({articles}). Nothing in them has changed.",
    ),
    "articles in hand": (
        "De artikelen worden al verwerkt. Probeer het opnieuw als dat klaar is.",
        "The articles are being worked on already. Try again when that is done.",
    ),
    "files skipped": (
        "{count} bestanden overgeslagen ({names}). chatbot articles toont waarom.",
        "{count} files skipped ({names}). chatbot articles shows why.",
    ),
    "citation number": ("citaat {number}", "citation {number}"),
    "find prompt": ("Zoek in dit artikel", "Find in this article"),
    "hit of": ("{number} van {count}", "{number} of {count}"),
    "hits none": ("niet gevonden", "not found"),
    "find next": ("Volgende vindplaats (Enter)", "Next place (Enter)"),
    "find previous": ("Vorige vindplaats ({key})", "Previous place ({key})"),
    "find close": ("Zoekregel sluiten (Esc)", "Close the find line (Esc)"),
    "sign find": ("Zoeken in het artikel ({key})", "Find in the article ({key})"),
    "sign zoom": ("Hele scherm, en terug ({key})", "Whole screen, and back ({key})"),
    "sign close": ("Artikel sluiten ({key})", "Close the article ({key})"),
    "no article open": (
        "Er is geen artikel open. Open eerst een citaat ({citation}) of een artikel ({articles}).",
        "No article is open. Open a citation ({citation}) or an article ({articles}) first.",
    ),
    "no citation": (
        "Er zijn nog geen citaten om te openen. Stel eerst een vraag.",
        "There are no citations to open yet. Ask a question first.",
    ),
    "no citation of that number": (
        "Bij dit antwoord staat geen citaat met dat nummer. Kies uit: {numbers}.",
        "This answer shows no citation of that number. Choose from: {numbers}.",
    ),
    "articles not read": (
        "De artikelen worden nog gelezen. Probeer het zo meteen opnieuw.",
        "The articles are still being read. Try again in a moment.",
    ),
    "articles unreadable": (
        "De artikelen konden niet worden gelezen. Verhelp wat daarover is gemeld; dan worden ze alsnog gelezen.",
        "The articles could not be read. Mend what was told about it; then they will be read.",
    ),
    "articles hint": (
        "Typen filtert, Enter opent, spatie beperkt vragen tot wat is aangevinkt, Esc sluit",
        "Type to filter, Enter opens, Space limits questions to what is ticked, Esc closes",
    ),
    "articles filtered": ("Met “{typed}”:", "With “{typed}”:"),
    "only articles": ("alleen: {titles}", "only: {titles}"),
    "language auto": ("{key} taal: auto", "{key} language: auto"),
    "language nl": ("{key} taal: Nederlands", "{key} language: Dutch"),
    "language en": ("{key} taal: Engels", "{key} language: English"),
    "ask as typed": ("zoekt zoals getypt", "asks it as typed"),
    "ask alone": ("laat dat weg", "leaves that out"),
    "no offer": (
        "Bij dit antwoord valt niets te kiezen. Stel een nieuwe vraag.",
        "This answer leaves nothing to choose. Ask a new question.",
    ),
    "words": ("{count} woorden", "{count} words"),
    "in nl": ("in het Nederlands", "in Dutch"),
    "in en": ("in het Engels", "in English"),
}
