"""Messages about help with reading the other language."""

from __future__ import annotations

MESSAGES = {
    "about gloss": (
        "Toon wat de woorden van een tekst in de andere taal betekenen, voor zover dat zeker is.",
        "Print what the words of a text mean in the other language, as far as that is sure.",
    ),
    "help to": (
        "de taal van de betekenissen (standaard die waarin de tekst niet geschreven is)",
        "the language of the meanings (default: the one that the text is not in)",
    ),
    "help text": (
        "de tekst, of - voor een tekst per regel op de standaardinvoer",
        "the text, or - for one text a line on standard input",
    ),
    "language unknown": ("--to moet nl of en zijn, en niet {value}", "--to must be nl or en, and not {value}"),
    "meaning of dictionaries": (
        "mappen en bestanden met woordenboeken Nederlands-Engels in dictd-formaat",
        "folders and files of Dutch-English dictionaries in dictd format",
    ),
    "must be dictionaries": ("een lijst van mappen en bestanden", "a list of folders and files"),
    "dictionaries found": (
        "Woordenboeken voor de betekenis van woorden: {paths}",
        "Dictionaries for the meanings of words: {paths}",
    ),
    "no dictionaries": (
        "Er is geen woordenboek Nederlands-Engels gevonden; daarmee zijn meer betekenissen zeker. Op Debian en Ubuntu "
        "installeert {command} er een.",
        "No Dutch-English dictionary was found; with one more meanings are sure. On Debian and Ubuntu {command} "
        "installs one.",
    ),
    "dictionary absent": (
        "Bij {path} ligt geen woordenboek in dictd-formaat. Pas de instelling dictionaries aan.",
        "There is no dictionary in dictd format at {path}. Change the setting dictionaries.",
    ),
    "dictionary unreadable": (
        "Het woordenboek {path} kan niet worden gelezen ({reason}). Tot dat verholpen is, wordt het niet gebruikt.",
        "The dictionary {path} cannot be read ({reason}). Until that is mended it is not used.",
    ),
    "dictionary damaged": (
        "Het woordenboek {path} is beschadigd en wordt niet gebruikt. Installeer het opnieuw.",
        "The dictionary {path} is damaged and is not used. Install it again.",
    ),
    "dictionary of others": (
        "Het woordenboek {path} geeft geen Engels voor Nederlandse woorden en wordt niet gebruikt. Haal het uit de "
        "instelling dictionaries.",
        "The dictionary {path} does not give English for Dutch words and is not used. Take it out of the setting "
        "dictionaries.",
    ),
    "help words": ("woorden (machinaal): {words}", "words (machine): {words}"),
    "help translation": (
        "vertaling (machinaal, kan fouten bevatten): {text}",
        "translation (machine, may be wrong): {text}",
    ),
    "translation doubtful": (
        "[let op: de getallen of namen zijn niet dezelfde als in de zin]",
        "[note: the numbers or names are not the same as in the sentence]",
    ),
    "help mode words": ("Leeshulp: woorden", "Reading help: words"),
    "help mode all words": (
        "Leeshulp: alle woorden, onzekere met ?",
        "Reading help: all words, unsure ones with ?",
    ),
    "help mode translation": ("Leeshulp: vertaling", "Reading help: translation"),
    "help mode off": ("Leeshulp: uit", "Reading help: off"),
    "help hint": (
        "{key} wisselt de hulp onder deze zinnen of zet ze uit.",
        "{key} changes the help under these sentences, or turns it off.",
    ),
    "help hint translation": (
        "{key} wisselt deze hulp; hoe je vertalingen krijgt, toont chatbot config.",
        "{key} changes this help; chatbot config shows how to get translations.",
    ),
    "help help_reading": (
        "help ook bij zinnen in de andere taal: words (woorden) of translation (vertaling)",
        "help with sentences in the other language too: words or translation",
    ),
}
