"""The kinds of reading help, and what a reader may want of them."""

from __future__ import annotations

from typing import Literal

HelpKind = Literal["words", "all words", "translation"]
"""The sure meanings of a sentence's words, all meanings, or a translation of the sentence."""

HelpMode = HelpKind | Literal["auto", "off"]
"""What a reader wants: "auto" is a translation where one can be had, else the sure meanings of words."""
