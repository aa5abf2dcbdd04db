"""Heads: what front matter, fields and bylines tell of an article, and that no text is lost to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.article import Article
from tests.articles import article_of, section_at

BODY = "Het zwembad in de Kerkstraat gaat dicht. De leidingen lekken al jaren."


def searched(article: Article) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks]


@pytest.mark.parametrize(
    ("fields", "title", "author", "date"),
    [
        ("title: Zwembad dicht\nauthor: Piet Boon\ndate: 2024-03-05", "Zwembad dicht", "Piet Boon", "2024-03-05"),
        ("title: >-\n  Zwembad\n  gaat dicht", "Zwembad gaat dicht", None, None),
        ("title: Zwembad\n  gaat dicht", "Zwembad gaat dicht", None, None),
        ("title: |\n  Zwembad dicht\nauteur: [Piet Boon, Eva Slot]", "Zwembad dicht", "Piet Boon, Eva Slot", None),
        (
            "titel: 'Zwembad dicht'\nauthors:\n  - name: Piet Boon\n  - Eva Slot",
            "Zwembad dicht",
            "Piet Boon, Eva Slot",
            None,
        ),
        ("Title: No\nAuthor: {name: Piet Boon, email: p@x.example}", "No", "Piet Boon", None),
        ("title: Zwembad dicht\nauthor: '[[mensen/Piet|Piet Boon]]'", "Zwembad dicht", "Piet Boon", None),
        ("title: Zwembad dicht\npublished: 5 maart 2024 10:00", "Zwembad dicht", None, "2024-03-05"),
        ("title: Zwembad dicht\ndatum: 05-03-2024", "Zwembad dicht", None, "2024-03-05"),
        ("title: Zwembad dicht\ndate: 05-03-2024", "Zwembad dicht", None, "05-03-2024"),
        ("title: Zwembad dicht\ndate: lente 2024", "Zwembad dicht", None, "lente 2024"),
        ("title: Zwembad dicht: wat nu?\nauthor: Piet Boon", "Zwembad dicht: wat nu?", "Piet Boon", None),
        ("title: Zwembad dicht\nauthor:\ndate:", "Zwembad dicht", None, None),
    ],
)
def test_yaml_tells_title_author_and_date(fields: str, title: str, author: str | None, date: str | None) -> None:
    article = article_of("a.md", f"---\n{fields}\n---\n{BODY}\n")
    assert (article.title, article.author, article.date) == (title, author, date)
    assert searched(article) == [BODY]


@pytest.mark.parametrize("above", ["Zoekopdracht: zwembad\nAantal resultaten: 3", "Map: 12\n\nGevonden: 3"])
def test_other_fields_above_those_of_an_article_are_no_title(above: str) -> None:
    article = article_of("a.txt", f"{above}\n\nTitel: Zwembad dicht\nBron: De Dijk\nDatum: 5 maart 2024\n\n{BODY}")
    assert (article.title, article.date) == ("Zwembad dicht", "2024-03-05")
    assert searched(article) == [BODY]


@pytest.mark.parametrize("above", [BODY, "Brief aan de raad"])
def test_what_else_stands_above_fields_is_text(above: str) -> None:
    article = article_of("a.txt", f"{above}\n\nBetreft: het zwembad\nDatum: 5 maart 2024\n\nTot zover.")
    assert searched(article)[0] == above


def test_toml_tells_them_too() -> None:
    fields = 'title = "Zwembad dicht"\ndate = 2024-03-05T10:00:00Z\n[params]\nauthors = ["Piet Boon"]'
    article = article_of("a.md", f"+++\n{fields}\n+++\n{BODY}")
    assert (article.title, article.author, article.date) == ("Zwembad dicht", "Piet Boon", "2024-03-05")
    assert searched(article) == [BODY]


@pytest.mark.parametrize("between", ["Gewone tekst.", "Let op: morgen dicht.", "- een\n- lijst", "title: a\n" * 3_000])
def test_text_between_two_rules_is_no_front_matter(between: str) -> None:
    article = article_of("a.md", f"---\n{between}\n---\n\n{BODY}")
    assert between.split()[0] in " ".join((article.title, *searched(article)))


LAUGHS = "\n".join(
    f"{after}: &{after} [{','.join([f'*{before}'] * 9)}]" for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "fields",
    [
        f"a: &a ha\n{LAUGHS}\nauthor: *i",
        "a: " + "[" * 9_000,
        "a: &a [*a]",
        "author: &a {name: *a}",
        "? [a]\n: b",
        "\0: b",
    ],
)
def test_yaml_that_means_harm_does_none(fields: str) -> None:
    assert BODY in "".join(searched(article_of("a.md", f"---\n{fields}\n---\n\n{BODY}")))


_LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")) | st.sampled_from(
    [
        "title: >-",
        "author:",
        "  - a",
        "date: 2024-01-01",
        "{",
        "[[",
        "&a *a",
        "...",
        "From: a",
        "Door Piet Boon",
        "x = 1",
    ]
)


@given(st.sampled_from(["---", "+++", ""]), st.lists(_LINE), st.sampled_from(["a.md", "a.txt"]))
def test_a_head_of_any_kind_costs_no_text_below_it(fence: str, lines: list[str], name: str) -> None:
    text = "\n".join(
        [
            fence,
            *lines,
            fence,
            "",
            "De wethouder noemt het een zwarte dag voor het dorp, en voor de zwemmers.",
            "",
            BODY,
        ]
    )
    assert BODY in "".join(searched(article_of(name, text)))


@pytest.mark.parametrize(
    "head",
    [
        "Zwembad dicht\n\nDoor Piet Boon\n5 maart 2024\n\n",
        "Zwembad dicht\nDoor: Piet Boon\ndinsdag 5 maart 2024, 14:32\n\n",
        "Zwembad dicht\n\nVan onze verslaggever Piet Boon\n\nGepubliceerd op 5 maart 2024\n\n",
        "Zwembad dicht\n\nBy Piet Boon\nPublished March 5, 2024\n\n",
        "Zwembad dicht\n\nAuteur: Piet Boon\nDatum: 5-3-2024\n\n",
        "Zwembad dicht\n\nWritten by Piet Boon\nDate: 5 March 2024\n\n",
        "Zwembad dicht\n\nGeschreven door Piet Boon\n5 maart 2024\n\n",
        "Zwembad dicht\n\nDoor Piet Boon, 5 maart 2024\n\n",
        "Zwembad dicht\nDoor: Piet Boon | dinsdag 5 maart 2024 om 14:32\n\n",
        "title:: Zwembad dicht\nauthor:: Piet Boon\ndate:: 2024-03-05\n\n",
        "Titel: Zwembad dicht\nAuteur: Piet Boon\nDatum: 5 maart 2024\nBron: De Stem\n\n",
        "From: Piet Boon <p.boon@post.example>\nTo: a@post.example,\n b@post.example\nSubject: Zwembad\n dicht\n"
        "Message-ID: <1@post.example>\nDate: Tue, 5 Mar 2024 09:12:44 +0100\n\n",
        "Van: Piet Boon [mailto:p.boon@post.example]\nVerzonden: dinsdag 5 maart 2024 9:12\nAan: redactie\n"
        "Onderwerp: Zwembad dicht\n\n",
    ],
)
def test_the_head_of_a_plain_text_tells_them(head: str) -> None:
    article = article_of("a.txt", head + BODY)
    assert (article.title, article.author, article.date) == ("Zwembad dicht", "Piet Boon", "2024-03-05")
    assert searched(article) == [BODY]


def test_a_byline_in_italics_may_name_the_day() -> None:
    article = article_of("a.md", f"# Zwembad dicht\n\n*By Piet Boon, 5 March 2024*\n\n{BODY}")
    assert (article.author, article.date, searched(article)) == ("Piet Boon", "2024-03-05", [BODY])


@pytest.mark.parametrize(
    "by", ["Door", "DOOR", "Interview door", "Samengesteld door", "By", "Compiled by", "Review by"]
)
def test_a_byline_may_name_what_was_made(by: str) -> None:
    article = article_of("a.txt", f"Zwembad dicht\n{by} Piet Boon, 5 maart 2024\n\n{BODY}")
    assert (article.title, article.author, article.date) == ("Zwembad dicht", "Piet Boon", "2024-03-05")


@pytest.mark.parametrize("lines", ["Piet Boon, 5 maart 2024", "*Piet Boon, 5 maart 2024*", "Piet Boon\n5 maart 2024"])
def test_a_name_with_a_date_below_the_title_is_that_of_the_author(lines: str) -> None:
    article = article_of("a.txt", f"Zwembad dicht\n\n{lines}\n\n{BODY}")
    assert (article.author, article.date) == ("Piet Boon", "2024-03-05")


@pytest.mark.parametrize("line", ["Den Haag, 5 maart 2024", "Utrecht, 5 maart 2024", "Jan Bos schreef op 5 maart 2024"])
def test_a_place_or_a_sentence_with_a_date_names_nobody(line: str) -> None:
    assert article_of("a.txt", f"Zwembad dicht\n\n{line}\n\n{BODY}").author is None


@pytest.mark.parametrize("line", ["Den Haag, 5 maart 2024", "Utrecht, dinsdag 5 maart 2024"])
def test_a_date_may_follow_a_place_which_stays_in_the_text(line: str) -> None:
    article = article_of("a.txt", f"Zwembad dicht\n\nTekst: Piet Boon\n{line}\n\n{BODY}")
    assert (article.author, article.date) == ("Piet Boon", "2024-03-05")
    assert line in "\n".join(searched(article))


def test_a_title_block_of_pandoc_tells_them() -> None:
    article = article_of("a.md", f"% Zwembad\n  gaat dicht\n% Piet Boon; Eva Slot\n% 5 maart 2024\n\n# Nu\n\n{BODY}")
    assert (article.title, article.author, article.date) == ("Zwembad gaat dicht", "Piet Boon, Eva Slot", "2024-03-05")
    assert section_at(article, article.text.index(BODY)) == "Nu"
    assert article_of("b.md", f"% Zwembad dicht\n\n{BODY}").title == "Zwembad dicht"


def test_markdown_marks_a_byline_as_it_likes() -> None:
    article = article_of("a.md", f"# Zwembad dicht\n\n*Door Piet Boon*\n\n**Datum:** 5 maart 2024\n\n{BODY}")
    assert (article.title, article.author, article.date) == ("Zwembad dicht", "Piet Boon", "2024-03-05")


@pytest.mark.parametrize(
    "line",
    [
        "Datum: 5 maart 2024, 19.30 uur",
        "Aanwezig: Piet Boon, Eva Slot",
        "Door de brand is de school dicht.",
        "Van: het kastje naar de muur gestuurd.",
        "By Monday",
    ],
)
def test_a_line_that_says_more_stays_in_the_text(line: str) -> None:
    assert line in searched(article_of("a.txt", f"Notulen\n\n{line}\n\n{BODY}"))


def test_what_is_told_twice_stays_in_the_text() -> None:
    article = article_of("a.txt", f"Zwembad dicht\n\nDoor Piet Boon\nDoor Eva Slot\n\n{BODY}")
    assert article.author == "Piet Boon"
    assert "Door Eva Slot" in searched(article)


def test_a_rule_below_the_title_is_no_end_of_the_head() -> None:
    article = article_of("a.md", f"Zwembad dicht\n=============\n\nDoor Piet Boon\n\n{BODY}")
    assert (article.title, article.author) == ("Zwembad dicht", "Piet Boon")
