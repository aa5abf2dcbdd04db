"""Messages about the keys and commands of the terminal interface."""

from __future__ import annotations

MESSAGES = {
    "quit hint": ("Druk nog eens op Ctrl+C om af te sluiten.", "Press Ctrl+C once more to quit."),
    "help heading": ("Toetsen (Esc sluit dit overzicht)", "Keys (Esc closes this list)"),
    "key help": ("Hulp", "Help"),
    "key articles": ("Artikelen", "Articles"),
    "key next": ("Volgend citaat", "Next citation"),
    "key previous": ("Vorig", "Previous"),
    "key back": ("Terug", "Back"),
    "key quit": ("Stoppen", "Quit"),
    "explain enter": (
        "Stelt de vraag, of opent het citaat dat de focus heeft of waarvan het nummer is getypt; op een eerdere "
        "vraag komt die terug in de vraagregel.",
        "Asks the question, or opens the citation that has the focus or whose number was typed; on an earlier "
        "question, brings it back into the prompt.",
    ),
    "explain digit": (
        "Opent het citaat met dat nummer als de focus op een citaat of in het artikel staat.",
        "Opens the citation of that number when the focus is on a citation or in the article.",
    ),
    "explain help": ("Toont dit overzicht.", "Shows this list."),
    "explain articles": ("Toont de artikelen, om er een te openen.", "Shows the articles, to open one."),
    "explain next": ("Opent het volgende citaat van het antwoord.", "Opens the next citation of the answer."),
    "explain previous": ("Opent het vorige citaat van het antwoord.", "Opens the previous citation of the answer."),
    "explain hold": (
        "Houdt de vragen op Nederlands, dan op Engels, dan weer op wat ze zelf tonen.",
        "Takes questions for Dutch, then for English, then again for what they show.",
    ),
    "explain offer": (
        "Stelt de vraag die misschien bedoeld was, of de vraag zonder wat eraan voorafging.",
        "Asks the question that may have been meant, or the question without what went before.",
    ),
    "explain back": (
        "Sluit het artikel en gaat terug naar de vraagregel.",
        "Closes the article and goes back to the prompt.",
    ),
    "explain arrows": (
        "In de vraagregel: eerdere vragen, en onder de laatste de citaten of voorbeelden. Elders: langs vragen, "
        "citaten en voorbeelden; in het artikel een regel.",
        "In the prompt: earlier questions, and below the last the citations or examples. Elsewhere: along "
        "questions, citations and examples; in the article, a line.",
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
    "palette hold": ("Taal van de vragen kiezen", "Choose the language of the questions"),
    "palette offer": ("Voorgestelde vraag stellen", "Ask the question that is offered"),
    "palette theme": ("Kleuren kiezen", "Choose colours"),
    "explain theme": ("Toont de kleurenschema’s, licht en donker.", "Shows the colour themes, light and dark."),
    "palette screenshot": ("Schermafbeelding bewaren", "Save a screenshot"),
    "explain screenshot": ("Bewaart het scherm als SVG-bestand.", "Saves the screen as an SVG file."),
    "palette quit": ("Stoppen", "Quit"),
}
