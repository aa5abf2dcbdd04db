"""Subtitles: what is said in a text of WebVTT or SubRip, or in a transcript with times, without when it is said."""

from __future__ import annotations

import re
from itertools import groupby

FEWEST_CUES = 2  # a text with fewer times on lines of their own is no transcript
FEWEST_WORDS = 3  # more words between two cues are text

_STAMP = r"(?:\d{1,2}:)?\d{1,2}:\d\d"
_CUE = re.compile(rf"^(?:[^\S\n]*[\w-]+\n)?[^\S\n]*{_STAMP}[.,]\d{{3}} --> .*\n(?P<said>(?:.*\S.*\n?)*)", re.MULTILINE)
_LONE_STAMP = re.compile(rf"^[^\S\n]*\(?{_STAMP}\)?[^\S\n]*\n(?P<said>.*)", re.MULTILINE)
_FIRST_MINUTE = re.compile(r"\s*\(?(?:0?0:)?0?0:\d\d")
_SPEAKER = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<name>[^<>\n]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[\d:.]+>|\{\\\w+\}")


def said_text(text: str) -> str:
    """What is said, as a paragraph for each turn of a speaker who is named; a text without cues as it is.

    So is one with text between the cues. What stands above the first cue stays, but for the head of WebVTT.
    """
    cues = list(_CUE.finditer(text))
    if len(cues) < FEWEST_CUES:
        stamps = list(_LONE_STAMP.finditer(text))
        begins = bool(stamps) and _FIRST_MINUTE.match(stamps[0][0]) is not None  # as no agenda does
        is_transcript = begins and len(stamps) > 2 * FEWEST_CUES and 3 * len(stamps) > text.count("\n")
        return _LONE_STAMP.sub(r"\g<said>", text) if is_transcript else text
    is_webvtt = text.lstrip("\ufeff").startswith("WEBVTT")
    ends = [*(cue.start() for cue in cues[1:]), len(text)]
    between = [text[cue.end() : end].split() for cue, end in zip(cues, ends, strict=True)]
    if not is_webvtt and any(len(words) > FEWEST_WORDS for words in between):
        return text
    above = "" if is_webvtt else text[: cues[0].start()]
    turns = [((named["name"].strip() if (named := _SPEAKER.search(cue["said"])) else ""), cue["said"]) for cue in cues]
    paragraphs = [
        f"{name}: {said}" if name else said
        for name, turn in groupby(turns, key=lambda one: one[0])
        if (said := " ".join(_TAG.sub("", " ".join(part for _, part in turn)).split()))
    ]
    return above + "\n\n".join(paragraphs) + "\n"
