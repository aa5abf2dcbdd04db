"""Messages about evaluations and their figures."""

from __future__ import annotations

MESSAGES = {
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
    "no such questions": (
        "Er is geen bestand {file}. Geef een bestand met vragen op, met per regel een JSON-object.",
        "There is no file {file}. Name a file of questions, one JSON object a line.",
    ),
    "questions unreadable": (
        "Het bestand {file} kan niet worden gelezen ({reason}). Controleer de leesrechten of geef een ander bestand "
        "op.",
        "The file {file} cannot be read ({reason}). Check its permissions or name another file.",
    ),
    "questions too large": (
        "{file} is groter dan {limit} MB. Verdeel de vragen over meer bestanden of geef een ander bestand op.",
        "{file} is larger than {limit} MB. Divide the questions into several files or name another file.",
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
}
