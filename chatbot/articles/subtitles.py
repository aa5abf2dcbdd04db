"""Subtitles: what is said in a text of WebVTT or SubRip, or in a transcript with times, without when it is said."""

from __future__ import annotations

import re
from itertools import groupby

FEWEST_CUES = 2  # a text with fewer times on lines of their own is no transcript

_STAMP = r"(?:\d{1,2}:)?\d{1,2}:\d\d"
_CUE = re.compile(rf"^(?:[^\S\n]*[\w-]+\n)?[^\S\n]*{_STAMP}[.,]\d{{3}} --> .*\n(?P<said>(?:.*\S.*\n?)*)", re.MULTILINE)
_LONE_STAMP = re.compile(rf"^[^\S\n]*\(?{_STAMP}\)?[^\S\n]*\n(?P<said>.*)", re.MULTILINE)
_SPEAKER = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<name>[^<>\n]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[\d:.]+>|\{\\\w+\}")


def said_text(text: str) -> str:
    """What is said, as a paragraph for each turn of a speaker who is named; a text without cues as it is.

    What stands above the first cue stays, but for the head of WebVTT.
    """
    cues = list(_CUE.finditer(text))
    if len(cues) < FEWEST_CUES:
        stamps = list(_LONE_STAMP.finditer(text))
        is_transcript = len(stamps) > 2 * FEWEST_CUES and 3 * len(stamps) > text.count("\n")
        return _LONE_STAMP.sub(r"\g<said>", text) if is_transcript else text
    above = "" if text.lstrip("\ufeff").startswith("WEBVTT") else text[: cues[0].start()]
    turns = [((named["name"].strip() if (named := _SPEAKER.search(cue["said"])) else ""), cue["said"]) for cue in cues]
    paragraphs = [
        f"{name}: {said}" if name else said
        for name, turn in groupby(turns, key=lambda one: one[0])
        if (said := " ".join(_TAG.sub("", " ".join(part for _, part in turn)).split()))
    ]
    return above + "\n\n".join(paragraphs) + "\n"
