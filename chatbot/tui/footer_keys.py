"""The keys that the footer shows, in its order and in the language of the interface."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import ActiveBinding

from chatbot.messages import message
from chatbot.tui.keys import FOOTER_KEYS, Key

if TYPE_CHECKING:
    from chatbot.text.language_code import Language

WIDE_FOOTER = 78
"""The columns from which on the footer has room for all its keys with their whole labels."""


def footer_bindings(
    active: Mapping[str, ActiveBinding], hidden: Collection[Key], language: Language, *, is_narrow: bool
) -> dict[str, ActiveBinding]:
    """The bindings that work now, those of the footer first and described; the `hidden` ones are of no use now."""
    places = {key_id: place for place, key_id in enumerate(FOOTER_KEYS)}
    ordered = sorted(active.items(), key=lambda item: places.get(item[1].binding.id or "", len(places)))
    return {key: _described(one, hidden, language, is_narrow=is_narrow) for key, one in ordered}


def _described(active: ActiveBinding, hidden: Collection[Key], language: Language, *, is_narrow: bool) -> ActiveBinding:
    key = FOOTER_KEYS.get(active.binding.id or "")
    if key is None:
        return active
    label = key.short if is_narrow else key.label
    description = message(label or key.help, language)
    return active._replace(
        binding=replace(active.binding, description=description, show=bool(label) and key not in hidden)
    )
