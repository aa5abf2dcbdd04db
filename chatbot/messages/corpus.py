"""Messages about the files of a corpus."""

from __future__ import annotations

MESSAGES = {
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
}
