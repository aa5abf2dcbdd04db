"""Subtitles and transcripts: what is said, without when."""

from __future__ import annotations

import pytest
from hypothesis import given

from chatbot.articles.subtitles import said_text
from tests.articles import article_texts

VTT = """WEBVTT - Council

NOTE made by hand

intro
00:00:01.200 --> 00:00:04.870 align:start
<v Ann Lee>Good evening, welcome
to the <i>council</i>.</v>

00:05.010 --> 00:09.330
<v Ann Lee>The pier will be</v>

00:00:09.330 --> 00:00:13.100
<v Ann Lee>mended in May.</v>

00:00:14.000 --> 00:00:17.450
<v Bob Ray>By whom?</v>
"""
SRT = "1\n00:00:01,000 --> 00:00:02,000\nThe pier will\n\n2\n00:00:02,000 --> 00:00:03,000\n<b>be mended</b> in May.\n"
AGENDA = "".join(f"{hour:02}:00\nItem {hour}\n" for hour in range(9, 15))
STAMPED = "The pier\n\n" + "".join(f"{minute}:03\nThe pier is long.\n" for minute in range(5))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (VTT, "Ann Lee: Good evening, welcome to the council. The pier will be mended in May.\n\nBob Ray: By whom?\n"),
        (SRT, "The pier will be mended in May.\n"),
        (STAMPED, "The pier\n\n" + "The pier is long.\n" * 5),
        ("Trains leave at\n9:03\n10:03\n11:03 and later.", "Trains leave at\n9:03\n10:03\n11:03 and later."),
        (f"{SRT}\nThe mayor smiled as he said so.\n", f"{SRT}\nThe mayor smiled as he said so.\n"),
        (AGENDA, AGENDA),
    ],
)
def test_only_what_is_said_is_text(text: str, said: str) -> None:
    assert said_text(text) == said


@given(article_texts)
def test_a_text_without_times_stays_as_it_is(text: str) -> None:
    assert said_text(text) == text or ":" in text
