"""Messages about the files of a corpus."""

from __future__ import annotations

MESSAGES = {
    "no such folder": (
        "De map {folder} bestaat niet. Geef met --corpus een map met artikelen op ({formats}).",
        "There is no folder {folder}. Name a folder of articles ({formats}) with --corpus.",
    ),
    "article formats": (
        ".txt of .md, en met de extra formats ook .html, .pdf, .docx, .odt, .rtf, .eml of .epub",
        ".txt or .md, and with the extra formats also .html, .pdf, .docx, .odt, .rtf, .eml or .epub",
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
        "In de map {folder} staat geen enkel artikel ({formats}). Zet er een in of geef met --corpus een andere map "
        "op.",
        "The folder {folder} holds no article ({formats}). Put one in it or name another folder with --corpus.",
    ),
    "no readable article": (
        "In de map {folder} staat geen leesbaar artikel ({formats}). Zet er een met tekst in of geef met --corpus een "
        "andere map op.",
        "The folder {folder} holds no readable article ({formats}). Put one with text in it or name another folder "
        "with --corpus.",
    ),
    "subfolder unreadable": (
        "De map {folder} is overgeslagen: ze kan niet worden gelezen ({reason}). Controleer de leesrechten van de map.",
        "The folder {folder} was skipped: it cannot be read ({reason}). Check its permissions.",
    ),
    "other kinds": (
        "Bestanden van een andere soort worden niet gelezen: {kinds}. Sla ze op als .docx, .pdf of .txt om ze te laten "
        "lezen.",
        "Files of other kinds are not read: {kinds}. Save them as .docx, .pdf or .txt to have them read.",
    ),
    "not text": (
        "{file} is overgeslagen: er staat geen leesbare tekst in. Sla het bestand op als tekst, liefst in UTF-8.",
        "{file} was skipped: it holds no readable text. Save the file as text, preferably in UTF-8.",
    ),
    "not a file": (
        "{file} is overgeslagen: het is geen gewoon bestand. Zet er een tekstbestand voor in de plaats.",
        "{file} was skipped: it is not an ordinary file. Put a text file in its place.",
    ),
    "file too large": (
        "{file} is overgeslagen: het is groter dan {limit} MB. Verdeel het over meer bestanden, of verhoog "
        "de instelling file_limit.",
        "{file} was skipped: it is larger than {limit} MB. Divide it into several files, or raise the setting "
        "file_limit.",
    ),
    "format not installed": (
        "{file} is overgeslagen: er is niets geïnstalleerd om zulke bestanden mee te lezen. Installeer het, in de map "
        "van dit project, met: pip install '.[formats]'.",
        "{file} was skipped: nothing is installed to read such files with. Install it, in the folder of this project, "
        "with: pip install '.[formats]'.",
    ),
    "file damaged": (
        "{file} is overgeslagen: het bestand is beschadigd. Sla het opnieuw op of haal het opnieuw binnen.",
        "{file} was skipped: the file is damaged. Save it again or get it again.",
    ),
    "file encrypted": (
        "{file} is overgeslagen: het is met een wachtwoord beveiligd. Sla het op zonder wachtwoord.",
        "{file} was skipped: it is protected by a password. Save it without one.",
    ),
    "file too large inside": (
        "{file} is overgeslagen: er zit te veel in. Verdeel het over meer bestanden.",
        "{file} was skipped: there is too much inside it. Divide it into several files.",
    ),
    "file too slow": (
        "{file} is overgeslagen: het lezen duurde te lang. Sla het op als tekst of verdeel het over meer bestanden.",
        "{file} was skipped: reading it took too long. Save it as text or divide it into several files.",
    ),
    "pages without text": (
        "{file} is overgeslagen: er staat geen tekst in, misschien alleen beelden van tekst. Laat die herkennen (OCR) "
        "en sla het resultaat op.",
        "{file} was skipped: there is no text in it, perhaps only pictures of text. Have that recognised (OCR) and "
        "save the result.",
    ),
    "no article on page": (
        "{file} is overgeslagen: er staat geen artikel op de pagina. Open ze in een browser en sla ze opnieuw op als "
        "volledige pagina.",
        "{file} was skipped: there is no article on the page. Open it in a browser and save it again as a complete "
        "page.",
    ),
    "file gone": (
        "{file} is overgeslagen: het is verdwenen, of het is een koppeling die nergens heen leidt. Zet het bestand "
        "terug.",
        "{file} was skipped: it has gone, or it is a link that leads nowhere. Put the file back.",
    ),
    "file unreadable": (
        "{file} is overgeslagen: het kan niet worden gelezen ({reason}). Controleer de leesrechten van het bestand.",
        "{file} was skipped: it cannot be read ({reason}). Check the permissions of the file.",
    ),
    "empty file": (
        "{file} is overgeslagen: er staat geen tekst in.",
        "{file} was skipped: there is no text in it.",
    ),
}
