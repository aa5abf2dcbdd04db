"""Messages about what takes long, and about the cache, which makes it quick the next time."""

from __future__ import annotations

MESSAGES = {
    "progress reading": ("De artikelen worden gelezen… {percent} %", "Reading the articles… {percent} %"),
    "progress analysing": (
        "De artikelen worden doorzoekbaar gemaakt… {percent} %",
        "Making the articles searchable… {percent} %",
    ),
    "progress embedding": (
        "De betekenis van de artikelen wordt bepaald… {percent} %",
        "Working out what the articles mean… {percent} %",
    ),
    "progress reading ahead": (
        "De passages worden alvast gelezen… {percent} %",
        "Reading the passages ahead… {percent} %",
    ),
    "reading passages": ("Passages lezen… {done} van {total}", "Reading passages… {done} of {total}"),
    "moments left": ("bijna klaar", "almost done"),
    "seconds left": ("nog ongeveer {count} seconden", "about {count} seconds left"),
    "minutes left": ("nog ongeveer {count} minuten", "about {count} minutes left"),
    "hours left": ("nog ongeveer {count} uur", "about {count} hours left"),
    "about cache": (
        "Toon waar de cache staat en hoe groot hij is, of maak hem leeg. Wat er van artikelen in staat, is anders bij "
        "elke start opnieuw te berekenen. Wat 30 dagen niet is gebruikt, verdwijnt vanzelf, en boven 4 GB ook wat het "
        "langst niet is gebruikt.",
        "Show where the cache is and how large, or clear it. It holds what would have to be worked out from the "
        "articles again at every start. What has not been used for 30 days goes by itself, and beyond 4 GB so does "
        "what was not used for longest.",
    ),
    "help clear": ("maak de cache leeg", "clear the cache"),
    "cache size": ("De cache staat in {folder} en is {size} groot.", "The cache is in {folder} and holds {size}."),
    "cache cleared": ("De cache in {folder} is leeggemaakt: {size}.", "The cache in {folder} was cleared: {size}."),
    "cache not cleared": (
        "De cache in {folder} kan niet worden leeggemaakt ({reason}). Controleer de schrijfrechten.",
        "The cache in {folder} cannot be cleared ({reason}). Check its permissions.",
    ),
    "cache damaged": (
        "Het cachebestand {path} is onbruikbaar ({reason}) en wordt opnieuw gemaakt.",
        "The cache file {path} cannot be used ({reason}) and is made anew.",
    ),
    "cache not read": (
        "De cache in {path} kan niet worden gelezen ({reason}); wat erin hoort, wordt opnieuw berekend. Controleer de "
        "leesrechten.",
        "The cache in {path} cannot be read ({reason}); what belongs there is worked out again. Check its permissions.",
    ),
    "cache not written": (
        "De cache in {path} kan niet worden bijgewerkt ({reason}); de volgende start duurt daardoor langer. Controleer "
        "de schrijfrechten en de vrije ruimte.",
        "The cache in {path} cannot be written ({reason}), so the next start takes longer. Check its permissions and "
        "the free space.",
    ),
}
