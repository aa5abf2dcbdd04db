"""Messages about the command line."""

from __future__ import annotations

MESSAGES = {
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
    "about chat": (
        "Voer een gesprek in de terminal, zoals zonder opdracht.",
        "Hold a conversation in the terminal, as without a command.",
    ),
    "help plain": (
        "een vraag per regel, antwoorden als gewone tekst: voor schermlezers en pipes (stoppen: Ctrl+D of {end})",
        "one question a line, answers as plain text: for screen readers and pipes (to stop: Ctrl+D or {end})",
    ),
    "no terminal": (
        "De interface heeft een terminal nodig, en de invoer of de uitvoer is er geen. Gebruik chatbot chat --plain "
        "of chatbot ask -.",
        "The interface needs a terminal, and the input or the output is none. Use chatbot chat --plain or "
        "chatbot ask -.",
    ),
    "plain prompt": ("Vraag", "Question"),
    "how to stop": (
        "Typ een vraag en druk op Enter. Het nummer van een citaat toont het nog eens, met zijn bron. Ctrl+D of {end} "
        "beëindigt het gesprek.",
        "Type a question and press Enter. The number of a citation shows it again, with its reference. Ctrl+D or "
        "{end} ends the conversation.",
    ),
    "about articles": ("Toon de lijst van artikelen.", "List the articles."),
    "about show": ("Toon de tekst van een artikel.", "Print the text of an article."),
    "help corpus": (
        "map met artikelen; zonder deze optie die van de instellingen, anders de meegeleverde",
        "folder of articles; without this option that of the settings, else the ones that come along",
    ),
    "help question": (
        "de vraag, of - voor een vraag per regel op de standaardinvoer",
        "the question, or - for one question a line on standard input",
    ),
    "help only": (
        "zoek alleen in dit artikel (herhaalbaar; het begin van de naam volstaat)",
        "search this article only (repeatable; the beginning of its name will do)",
    ),
    "help top": ("hoogste aantal passages (standaard {default})", "the most passages to show (default {default})"),
    "help json": ("een JSON-object per regel", "one JSON object a line"),
    "help passages": (
        "toon onder de kernzinnen ook de passages waar ze in staan",
        "show the passages that the key sentences stand in below them",
    ),
    "help conversation": (
        "de regels zijn beurten van één gesprek (alleen met -)",
        "the lines are turns of one conversation (with - only)",
    ),
    "help article": ("bestandsnaam van het artikel", "file name of the article"),
    "usage error": (
        "Die opdracht klopt niet ({detail}). chatbot --help toont wat er kan.",
        "That command is not right ({detail}). chatbot --help shows what there is.",
    ),
    "usage": ("gebruik", "usage"),
    "heading arguments": ("argumenten", "arguments"),
    "heading options": ("opties", "options"),
    "help help": ("toon deze hulp", "show this help"),
    "arguments missing": ("er ontbreekt: {names}", "the following arguments are required: {names}"),
    "arguments unknown": ("onbekend: {names}", "unrecognized arguments: {names}"),
    "value missing": ("bij {name} ontbreekt de waarde", "argument {name}: expected one argument"),
    "command unknown": ("{value} is geen opdracht", "{value} is no command"),
    "not a count": ("{value} is geen aantal van 1 of meer", "{value} is not a count of 1 or more"),
    "conversation needs input": (
        "--conversation hoort bij vragen op de standaardinvoer",
        "--conversation goes with questions on standard input",
    ),
    "no such article": (
        "Er is geen artikel {name}. chatbot articles toont welke er zijn.",
        "There is no article {name}. chatbot articles lists those there are.",
    ),
    "no such article but": (
        "Er is geen artikel {name}. Bedoelde je {nearest}? chatbot articles toont welke er zijn.",
        "There is no article {name}. Did you mean {nearest}? chatbot articles lists those there are.",
    ),
    "column file": ("bestand", "file"),
    "column title": ("titel", "title"),
    "column author": ("auteur", "author"),
    "column date": ("datum", "date"),
    "column language": ("taal", "language"),
    "column encoding": ("codering", "encoding"),
    "column passages": ("passages", "passages"),
    "failure": (
        "Er ging iets mis in het programma zelf ({reason}). Probeer het opnieuw; blijft het zo, meld het dan aan de "
        "makers.",
        "Something went wrong in the program itself ({reason}). Try again; if it stays so, tell its makers.",
    ),
    "logged": ("De bijzonderheden staan in {log}.", "The particulars are in {log}."),
}
