"""Messages about machine translation."""

from __future__ import annotations

MESSAGES = {
    "translation not installed": (
        "Vertalen kan pas als fxtranslate geïnstalleerd is. Installeer het, in de map van dit project, met: "
        "pip install '.[translate]'.",
        "Nothing can be translated before fxtranslate is installed. Install it, in the folder of this project, with: "
        "pip install '.[translate]'.",
    ),
    "translation model absent": (
        "Er is geen vertaalmodel voor deze taal. Haal het op; chatbot config toont met welke opdracht, en in welke map "
        "het thuishoort.",
        "There is no translation model for this language. Get it; chatbot config shows by which command, and in which "
        "folder it belongs.",
    ),
    "translation model unusable": (
        "Het vertaalmodel werkt niet: het is beschadigd, of zijn bestanden horen niet bij elkaar. Verwijder het, en "
        "haal het opnieuw op; chatbot config toont de map en de opdracht.",
        "The translation model does not work: it is damaged, or its files do not belong together. Remove it and get it "
        "again; chatbot config shows the folder and the command.",
    ),
    "translation too slow": (
        "Het vertalen duurde te lang en is afgebroken. Vraag het opnieuw als de computer minder te doen heeft.",
        "Translating took too long and was ended. Ask again when the computer has less to do.",
    ),
    "fxtranslate's folder": ("(die van fxtranslate)", "(that of fxtranslate)"),
    "translation models": ("Vertaalmodellen in {folder}: {found}.", "Translation models in {folder}: {found}."),
    "none found": ("geen", "none"),
    "translation commands": (
        "Wat er om te vertalen ontbreekt, haal je op met: {commands}",
        "What is missing for translations can be got with: {commands}",
    ),
}
