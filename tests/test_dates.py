"""Dates: which day a line names, and when that cannot be told."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.metadata import date_in_words, iso_date, without_date


@pytest.mark.parametrize(
    ("iso", "dutch", "english"),
    [
        ("2024-03-05", "5 maart 2024", "5 March 2024"),
        ("2019-12-31", "31 december 2019", "31 December 2019"),
        ("lente 2024", "lente 2024", "lente 2024"),
    ],
)
def test_a_sentence_has_a_date_in_words(iso: str, dutch: str, english: str) -> None:
    assert (date_in_words(iso, "nl"), date_in_words(iso, "en")) == (dutch, english)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T09:12:44+01:00", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("20240305-notulen", "2024-03-05"),
        ("Tue, 5 Mar 2024 09:12:44 +0100", "2024-03-05"),
        ("dinsdag 5 maart 2024", "2024-03-05"),
        ("Op ma 4 mrt. 2024 om 16:20", "2024-03-04"),
        ("12 januari 2021 dinsdag", "2021-01-12"),
        ("March 9, 2021 Tuesday", "2021-03-09"),
        ("Oct. 3rd, 2019", "2019-10-03"),
        ("1 juni 2020", "2020-06-01"),
        ("25/06/2023", "2023-06-25"),
        ("6/25/2023", "2023-06-25"),
        ("06.06.2023", "2023-06-06"),
    ],
)
def test_a_day_is_told_as_iso_8601_has_it(line: str, day: str) -> None:
    assert iso_date(line) == day


def test_in_dutch_the_day_comes_before_the_month() -> None:
    assert [iso_date(line, day_first=True) for line in ("5-6-2024", "13/1/2024")] == ["2024-06-05", "2024-01-13"]


@pytest.mark.parametrize(
    "line", ["5-6-2024", "maart 2024", "2024-03", "2024-13-01", "31 februari 2024", "2024", "12345678", "2024123", ""]
)
def test_what_names_no_day_or_an_uncertain_one_tells_none(line: str) -> None:
    assert iso_date(line) is None


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%b %d, %Y"]))
def test_a_day_comes_back_however_it_is_written(day: date, form: str) -> None:
    assert iso_date(day.strftime(form)) == day.isoformat()


@given(st.text())
def test_any_line_names_a_day_or_none(line: str) -> None:
    day = iso_date(line)
    assert day is None or date.fromisoformat(day)


def test_the_rest_of_a_line_is_what_stands_beside_its_date() -> None:
    assert re.sub(r"\s+", " ", without_date("Utrecht, 5 maart 2024, 19.30 uur")) == "Utrecht, , 19.30 uur"


@given(
    st.lists(st.sampled_from(["2021-03-09", "March 9, 2021", "12 januari 2021", "13-4-2022", "dinsdag"]), min_size=1)
)
def test_of_several_days_the_first_in_the_line_counts(parts: list[str]) -> None:
    days = list(filter(None, map(iso_date, parts)))
    assert iso_date("; ".join(parts)) == (days[0] if days else None)
