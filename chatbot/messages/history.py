"""Messages about conversations that are kept, copied and exported."""

from __future__ import annotations

MESSAGES = {
    "characters": ("tekens {start}–{end}", "characters {start}–{end}"),
    "one conversation": ("1 gesprek", "1 conversation"),
    "conversation count": ("{count} gesprekken", "{count} conversations"),
    "one question": ("1 vraag", "1 question"),
    "count of questions": ("{count} vragen", "{count} questions"),
    "history hint": (
        "Enter opent het gesprek, Delete wist het, Esc sluit de lijst",
        "Enter opens the conversation, Delete deletes it, Esc closes the list",
    ),
    "delete hint": (
        "Druk nog eens op Delete om dit gesprek voorgoed te wissen.",
        "Press Delete once more to delete this conversation for good.",
    ),
    "deleted": ("Het gesprek is gewist.", "The conversation is deleted."),
    "not deleted": (
        "Het gesprek kan niet worden gewist ({reason}). Controleer de rechten van de map.",
        "The conversation cannot be deleted ({reason}). Check the permissions of its folder.",
    ),
    "no conversations": (
        "Er zijn nog geen gesprekken bewaard. Stel een vraag om er een te beginnen.",
        "No conversations have been kept yet. Ask a question to begin one.",
    ),
    "history off": (
        "Gesprekken worden niet bewaard, zoals de instellingen willen. chatbot config toont waar dat staat.",
        "Conversations are not kept, as the settings want it. chatbot config shows where that is set.",
    ),
    "not kept": (
        "Dit gesprek kan niet worden bewaard ({reason}). Exporteer het, of maak ruimte in {folder}.",
        "This conversation cannot be kept ({reason}). Export it, or make room in {folder}.",
    ),
    "damaged": (
        "Van dit gesprek konden {count} regels niet worden gelezen; de rest staat er.",
        "Of this conversation {count} lines could not be read; the rest is here.",
    ),
    "conversations unreadable": (
        "Bestanden in {folder} die geen leesbaar gesprek bevatten: {count}. Ze zijn overgeslagen; verwijder ze als je "
        "ze niet nodig hebt.",
        "Files in {folder} that hold no readable conversation: {count}. They have been passed over; remove them if you "
        "do not need them.",
    ),
    "other articles": (
        "Dit gesprek ging over andere artikelen ({folder}). Open die map met --corpus om het voort te zetten; hier kun "
        "je het alleen lezen en nieuwe vragen over de huidige artikelen stellen.",
        "This conversation was about other articles ({folder}). Open that folder with --corpus to go on with it; here "
        "you can read it and ask new questions about the present articles.",
    ),
    "copied": (
        "Citaat {number} is met zijn bron gekopieerd.",
        "Citation {number} is copied with its reference.",
    ),
    "copied by terminal": (
        "Citaat {number} is met zijn bron naar de terminal gestuurd om te kopiëren. Neemt die het niet aan, exporteer "
        "het gesprek dan.",
        "Citation {number} is sent with its reference to the terminal to be copied. If it does not take it, export the "
        "conversation instead.",
    ),
    "nothing to copy": (
        "Er is nog geen citaat om te kopiëren. Stel eerst een vraag.",
        "There is no citation to copy yet. Ask a question first.",
    ),
    "nothing to export": (
        "Er is nog geen gesprek om te exporteren. Stel eerst een vraag.",
        "There is no conversation to export yet. Ask a question first.",
    ),
    "exported": (
        "Het gesprek staat in de map {folder}:\n{file}",
        "The conversation is in the folder {folder}:\n{file}",
    ),
    "not exported": (
        "Het gesprek kan niet naar {folder} worden geschreven ({reason}). Start het programma in een map waarin je mag "
        "schrijven.",
        "The conversation cannot be written to {folder} ({reason}). Start the program in a folder that you may write "
        "to.",
    ),
    "picture saved": (
        "De schermafbeelding staat in de map {folder}:\n{file}",
        "The screenshot is in the folder {folder}:\n{file}",
    ),
    "picture given": ("De browser heeft de schermafbeelding.", "The browser has the screenshot."),
    "picture not saved": (
        "De schermafbeelding kan niet worden bewaard ({reason}). Maak ruimte of controleer de rechten van de map.",
        "The screenshot cannot be saved ({reason}). Make room or check the permissions of the folder.",
    ),
    "source changed": (
        "Het artikel is veranderd sinds dit citaat; de passage staat er zo niet meer in.",
        "The article has changed since this citation; the passage is not in it as it was.",
    ),
    "source gone": (
        "Het artikel {article} is er niet meer; alleen dit citaat is er nog.",
        "The article {article} is gone; only this citation is left.",
    ),
    "export title": ("Een gesprek over artikelen", "A conversation about articles"),
    "export references": ("Bronnen", "References"),
}
