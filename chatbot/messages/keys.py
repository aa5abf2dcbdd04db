"""Messages about the keys and commands of the terminal interface."""

from __future__ import annotations

MESSAGES = {
    "quit hint": ("Druk nog eens op Ctrl+C om af te sluiten.", "Press Ctrl+C once more to quit."),
    "help heading": ("Toetsen (Esc sluit dit overzicht)", "Keys (Esc closes this list)"),
    "key help": ("Hulp", "Help"),
    "key articles": ("Artikelen", "Articles"),
    "key next": ("Volgend citaat", "Next citation"),
    "key next short": ("Volgend", "Next"),
    "key back": ("Terug", "Back"),
    "key quit": ("Stoppen", "Quit"),
    "place prompt": ("In de vraagregel", "In the prompt"),
    "place conversation": ("Op een citaat of een voorbeeldvraag", "On a citation or a sample question"),
    "place article": ("In het artikel", "In the article"),
    "place find": ("In de zoekregel", "In the find line"),
    "place anywhere": ("Overal", "Anywhere"),
    "explain ask": ("Stelt de vraag.", "Asks the question."),
    "explain number": (
        "Opent het citaat met dat nummer in zijn artikel.",
        "Opens the citation of that number in its article.",
    ),
    "explain enter": (
        "Opent het citaat, stelt de voorbeeldvraag, of brengt de eerdere vraag terug in de vraagregel.",
        "Opens the citation, asks the sample question, or brings the earlier question back into the prompt.",
    ),
    "explain digit": ("Opent het citaat met dat nummer.", "Opens the citation of that number."),
    "explain help": ("Toont wat elke toets doet.", "Shows what each key does."),
    "explain articles": ("Toont de artikelen, om er een te openen.", "Shows the articles, to open one."),
    "explain next": ("Opent het volgende citaat van het antwoord.", "Opens the next citation of the answer."),
    "explain previous": ("Opent het vorige citaat van het antwoord.", "Opens the previous citation of the answer."),
    "explain hold": (
        "Behandelt vragen als Nederlands, daarna als Engels, daarna weer volgens hun eigen taal.",
        "Treats questions as Dutch, then as English, then again by their own language.",
    ),
    "explain offer": (
        "Stelt de vraag die misschien bedoeld was, of de vraag zonder wat eraan voorafging.",
        "Asks the question that may have been meant, or the question without what went before.",
    ),
    "explain back": (
        "Gaat een stap terug: uit de zoekregel, uit het volledige scherm, uit het artikel.",
        "Goes back a step: out of the find line, the whole screen, the article.",
    ),
    "explain prompt arrows": (
        "Brengt eerdere vragen terug; onder de laatste staan de citaten en voorbeelden.",
        "Brings earlier questions back; below the last are the citations and the examples.",
    ),
    "explain arrows": (
        "Gaat langs de vragen, de citaten en de voorbeelden.",
        "Goes along the questions, the citations and the examples.",
    ),
    "explain pages": ("Bladert in het gesprek.", "Pages through the conversation."),
    "explain article arrows": ("Gaat een regel omhoog of omlaag.", "Goes up or down a line."),
    "explain article pages": ("Bladert in het artikel.", "Pages through the article."),
    "explain article ends": ("Gaat naar het begin of het einde.", "Goes to the beginning or the end."),
    "explain find": ("Zoekt een woord of zinsdeel in het artikel.", "Finds a word or phrase in the article."),
    "explain find step": (
        "Gaat naar de volgende of de vorige vindplaats.",
        "Goes to the next or the previous place that was found.",
    ),
    "explain hit next": ("Gaat naar de volgende vindplaats.", "Goes to the next place that was found."),
    "explain hit previous": ("Gaat naar de vorige vindplaats.", "Goes to the previous place that was found."),
    "explain find close": ("Sluit de zoekregel.", "Closes the find line."),
    "explain source pages": (
        "Bladert in het artikel dat open is.",
        "Pages through the article that is open.",
    ),
    "explain edge": (
        "Geeft het artikel meer of minder ruimte; de rand verslepen kan ook.",
        "Gives the article more or less room; its edge can be dragged too.",
    ),
    "explain zoom": (
        "Geeft het artikel het hele scherm, en weer terug.",
        "Gives the article the whole screen, and back.",
    ),
    "explain tab": (
        "Verplaatst de focus; wat buiten de zoekregel wordt getypt, komt in de vraagregel.",
        "Moves the focus; what you type outside the find line goes to the prompt.",
    ),
    "explain palette": ("Toont alle opdrachten, zoals andere kleuren.", "Shows all commands, such as other colours."),
    "explain interrupt": (
        "Kopieert de tekst die geselecteerd is; is er geen, dan sluit twee keer drukken het programma af.",
        "Copies the text that is selected; if none is, pressing it twice quits.",
    ),
    "explain quit": ("Sluit het programma af.", "Quits the program."),
    "palette prompt": ("Zoek een opdracht…", "Search for a command…"),
    "palette nothing": (
        "Geen opdracht heet zo. Wis wat er staat om alle opdrachten te zien.",
        "No command is called that. Clear the line to see all commands.",
    ),
    "themes prompt": ("Zoek een kleurenschema…", "Search for a colour theme…"),
    "themes nothing": (
        "Geen kleurenschema heet zo. Wis wat er staat om ze allemaal te zien.",
        "No colour theme is called that. Clear the line to see all of them.",
    ),
    "palette articles": ("Artikelen tonen", "Show the articles"),
    "palette help": ("Hulp: toetsen tonen", "Help: show the keys"),
    "palette next": ("Volgend citaat", "Next citation"),
    "palette previous": ("Vorig citaat", "Previous citation"),
    "palette hold": ("Taal van de vragen kiezen", "Choose the language of the questions"),
    "palette offer": ("Voorgestelde vraag stellen", "Ask the question that is offered"),
    "palette find": ("Zoeken in het artikel", "Find in the article"),
    "palette zoom": ("Artikel op het hele scherm", "Article on the whole screen"),
    "palette theme": ("Kleurenthema kiezen", "Choose a colour theme"),
    "explain theme": ("Toont de kleurenschema’s, licht en donker.", "Shows the colour themes, light and dark."),
    "palette screenshot": ("Schermafbeelding bewaren", "Save a screenshot"),
    "explain screenshot": (
        "Bewaart het scherm als SVG-bestand in de huidige map.",
        "Saves the screen as an SVG file in the current folder.",
    ),
    "palette reload": ("Artikelen opnieuw lezen", "Reload the articles"),
    "explain reload": (
        "Leest de map met artikelen meteen opnieuw en zegt wat erin staat.",
        "Reads the folder of articles again at once and says what is in it.",
    ),
    "palette copy": ("Citaat kopiëren", "Copy the citation"),
    "explain copy": (
        "Kopieert het citaat dat open is, of anders het eerste, met zijn bron.",
        "Copies the citation that is open, or else the first, with its reference.",
    ),
    "palette new": ("Nieuw gesprek", "New conversation"),
    "explain new": (
        "Begint een nieuw gesprek; wat van het vorige bewaard is, blijft bewaard.",
        "Begins a new conversation; what was kept of the one before stays kept.",
    ),
    "palette history": ("Eerdere gesprekken", "Earlier conversations"),
    "explain history": (
        "Toont de bewaarde gesprekken, om er een te openen of te wissen.",
        "Shows the conversations that were kept, to open or delete one.",
    ),
    "palette export": ("Gesprek exporteren", "Export the conversation"),
    "explain export": (
        "Schrijft het gesprek als Markdown naar een bestand in de huidige map.",
        "Writes the conversation as Markdown to a file in the current folder.",
    ),
    "palette language": ("English (taal van het programma)", "Nederlands (language of the program)"),
    "explain language": (
        "Toont de berichten en toetsen in het Engels.",
        "Shows messages and keys in Dutch.",
    ),
    "palette settings": ("Instellingen", "Settings"),
    "explain settings": (
        "Toont waar het bestand met instellingen staat.",
        "Shows where the file of settings is.",
    ),
    "settings are in": (
        "De instellingen staan in {path}. chatbot config toont wat erin kan.",
        "The settings are in {path}. chatbot config shows what can be in it.",
    ),
    "still busy": (
        "Er wordt nog een vraag beantwoord. Wacht daar even op.",
        "A question is still being answered. Wait for that first.",
    ),
    "palette quit": ("Stoppen", "Quit"),
}
