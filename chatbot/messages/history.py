"""Messages about conversations that are kept, copied and exported."""

from __future__ import annotations

MESSAGES = {
    "characters": ("tekens {start}–{end}", "characters {start}–{end}"),
    "export title": ("Een gesprek over artikelen", "A conversation about articles"),
    "export references": ("Bronnen", "References"),
}
