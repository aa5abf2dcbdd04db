"""Exports of newspaper databases: each article in a file is an article, with its own title, author and date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.database_export import split_export
from chatbot.articles.source_text import SourceText
from chatbot.passages.corpus import read_corpus
from tests.articles import write_articles
from tests.command import Run

TUNNEL = "De bouw van de tunnel loopt vertraging op.\n\nDe extra kosten bedragen 34 miljoen euro, zegt de wethouder."
ZOO = "The last elephant of the zoo died on Sunday.\n\nThe zoo will not buy another one, its keeper says."

LEXIS = f"""Print Request: All Documents
5 mei 2022

                    1 of 2 DOCUMENTS

                    De Rottebode

                    12 januari 2021 dinsdag
                    Rotterdam

Tunnel loopt
vertraging op

BYLINE: KEES BOK;
Rotterdam

SECTION: Binnenland

LENGTH: 142 woorden

{TUNNEL}

LOAD-DATE: 13 januari 2021

LANGUAGE: DUTCH

Copyright 2021 Rottebode
All Rights Reserved
\f                    2 of 2 DOCUMENTS

                    The Echo

                    March 9, 2021 Tuesday

Zoo loses elephant

BYLINE: Tom Wether

LENGTH: 118 words

{ZOO}

Copyright 2021 Echo
"""

NEXIS = f"""Tunnel loopt vertraging op
De Rottebode
12 januari 2021 dinsdag
Editie Rotterdam

Copyright 2021 Rottebode All Rights Reserved

Section: Binnenland; Blz. 7
Length: 142 woorden
Byline: Kees Bok

Body

{TUNNEL}

Load-Date: January 12, 2021

End of Document

Zoo loses elephant
The Echo
March 9, 2021 Tuesday

Length: 118 words
Byline: Tom Wether

Body

{ZOO}

End of Document
"""

FACTIVA = f"""HD
Tunnel loopt vertraging op
BY
Door Kees Bok
WC 142 words
PD 12 January 2021
SN De Rottebode
LP
{TUNNEL}

Document ROTBOD0020210112eh1c0001

Zoo loses elephant
By Tom Wether
118 words
9 March 2021
The Echo
(c) 2021 Echo

{ZOO}

Document ECHO000020210309eh1c0002
"""

FACTIVA_CODES = f"""HD  Tunnel loopt vertraging op
BY  Door Kees Bok
WC  142 words
PD  12 January 2021
SN  De Rottebode

LP
{TUNNEL}

AN  Document ROTBOD0020210112eh1c0001

HD  Zoo loses elephant
BY  By Tom Wether
PD  9 March 2021

LP
{ZOO}

AN
Document ECHO000020210309eh1c0002
"""

PROQUEST = f"""Report Information from ProQuest
05 March 2024

Document 1 of 2

Tunnel loopt vertraging op

Author: Kees Bok

Publication info: De Rottebode ; Rotterdam 12 Jan 2021: 7.

Full text: {TUNNEL}

Subject: Tunnels

Document 2 of 2

Zoo loses elephant

Author: Tom Wether

Full text: {ZOO}

Publication date: Mar 9, 2021
"""

FIELDS = f"""Titel: Tunnel loopt vertraging op
Bron: De Rottebode
Datum: 12 januari 2021
Auteur: Kees Bok

{TUNNEL}

Titel: Zoo loses elephant
Bron: The Echo
Datum: 9 maart 2021
Auteur: Tom Wether

{ZOO}
"""


RULED = f"""Tunnel loopt vertraging op
Door Kees Bok
12 januari 2021, blz. 7

{TUNNEL}

--------------------

Zoo loses elephant

By Tom Wether
March 9, 2021

{ZOO}
"""

NEXIS_COVER = f"""User Name: = Desk
Date and Time: = dinsdag 4 mei 2021 10:31 CET
Documents (2)
1. Tunnel loopt vertraging op
2. Zoo loses elephant
Search Terms: tunnel

## Tunnel loopt vertraging op

De Rottebode

12 januari 2021 dinsdag

Alle edities

Copyright 2021 Rottebode All Rights Reserved

Length: 142 woorden

Byline: Van onze verslaggever KEES BOK

## Body

{TUNNEL}

Load-Date: January 12, 2021

**End of Document**

## Zoo loses elephant

The Echo

March 9, 2021 Tuesday

Edition 1

Length: 118 words

Byline: by Tom Wether

## Body

{ZOO}
"""

FACTIVA_SECTIONS = f"""News
Tunnel loopt vertraging op

Kees Bok
142 words
12 January 2021
De Rottebode
ROTBOD
(c) 2021 Rottebode

{TUNNEL}

Document ROTBOD0020210112eh1c0001

Animals
Zoo loses elephant

Tom Wether
118 words
9 March 2021
The Echo
(c) 2021 Echo

{ZOO}

Document ECHO000020210309eh1c0002
"""

GOPRESS = f"""De Rottebode - 12 Jan. 2021
Pagina 7

Tunnel loopt vertraging op

{TUNNEL}

KEES BOK

Copyright © 2021 Rottebode. Alle rechten voorbehouden
--------------------------------------------------
The Echo - 9 Mar. 2021
Page 2

Zoo loses elephant

{ZOO}

Copyright © 2021 Echo
--------------------------------------------------
"""

DIGEST = f"""Messages of this week

1. Tunnel (Kees Bok)

--------------------

Message: 1
Date: 12 Jan 2021
From: Kees Bok <kees@example.org>
Subject: Tunnel loopt vertraging op

{TUNNEL}

--------------------

Message: 2
Date: 9 Mar 2021
From: Tom Wether <tom@example.org>
Subject: Zoo loses elephant

{ZOO}

--------------------
End of the messages
"""


@pytest.mark.parametrize("text", [LEXIS, NEXIS, NEXIS_COVER, FACTIVA_SECTIONS, GOPRESS, DIGEST])
def test_what_stands_above_and_below_an_exported_article_is_not_of_it(tmp_path: Path, text: str) -> None:
    *_, tunnel, zoo = read_corpus(write_articles(tmp_path, {"export.txt": text})).articles
    assert [tunnel.text[block.start : block.end] for block in tunnel.blocks] == TUNNEL.split("\n\n")
    assert (tunnel.title, (tunnel.author or "").lower(), tunnel.date) == (
        *("Tunnel loopt vertraging op", "kees bok", "2021-01-12"),
    )
    assert (zoo.title, zoo.author, zoo.date) == (
        *("Zoo loses elephant", None if text is GOPRESS else "Tom Wether", "2021-03-09"),
    )


def test_sentences_below_a_mark_are_text(tmp_path: Path) -> None:
    marked = LEXIS.replace("\f                    2 of 2 DOCUMENTS", "Artikel 2")
    (article,) = read_corpus(write_articles(tmp_path, {"export.txt": marked})).articles
    assert ZOO.split("\n\n")[0] in {article.text[block.start : block.end] for block in article.blocks}


@pytest.mark.parametrize("text", [LEXIS, NEXIS, NEXIS_COVER, FACTIVA, FACTIVA_CODES, PROQUEST, FIELDS, RULED])
def test_each_article_of_an_export_has_its_own_title_author_date_and_language(tmp_path: Path, text: str) -> None:
    tunnel, zoo = read_corpus(write_articles(tmp_path, {"export.txt": text})).articles
    assert (tunnel.name, zoo.name) == ("export.txt#1", "export.txt#2")
    assert (tunnel.title, tunnel.author, tunnel.date, tunnel.language) == (
        *("Tunnel loopt vertraging op", tunnel.author, "2021-01-12", "nl"),
    )
    assert (zoo.title, zoo.author, zoo.date, zoo.language) == (
        *("Zoo loses elephant", "Tom Wether", "2021-03-09", "en"),
    )
    assert (tunnel.author or "").lower() == "kees bok"
    assert tunnel.text + zoo.text == text.replace("\n\f", "\n")


def test_an_article_that_was_exported_alone_keeps_the_name_of_its_file(tmp_path: Path) -> None:
    alone = NEXIS[: NEXIS.index("End of Document")]
    (article,) = read_corpus(write_articles(tmp_path, {"export.txt": alone})).articles
    assert (article.name, article.author) == ("export.txt", "Kees Bok")


def test_parts_between_rules_that_tell_nothing_are_one_article() -> None:
    assert len(split_export(f"Tunnel loopt vertraging op\nDoor Kees Bok\n\n{TUNNEL}\n\n==========\n\n{ZOO}")) == 1


def test_a_list_of_books_is_one_article() -> None:
    assert len(split_export("Titel: De avonden\nAuteur: Reve\n\nTitel: Eline Vere\nAuteur: Couperus\n")) == 1


@given(
    st.lists(
        st.sampled_from(["1 of 2 DOCUMENTS", "End of Document", "--------", "Titel: a", "Auteur: b", "", "tekst " * 12])
    )
)
def test_the_articles_of_a_file_are_all_of_its_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join(text[start:end] for start, end in split_export(text)) == text


def test_an_article_of_several_on_pages_is_on_the_pages_of_the_file() -> None:
    whole = SourceText("one two three four", page_starts=(0, 4, 8, 14))
    part = whole.part(8, 18)
    assert (part.text, part.page_starts) == ("three four", (0, 0, 0, 6))


def test_an_article_of_an_export_is_shown_searched_and_cited_by_its_number(run: Run, tmp_path: Path) -> None:
    folder = str(write_articles(tmp_path, {"export.txt": LEXIS}))
    shown = run("show", "export.txt#2", "--corpus", folder)
    assert (shown.status, shown.errors) == (0, "chatbot: Zoo loses elephant · Tom Wether · 2021-03-09\n")
    asked = run("ask", "--json", "--corpus", folder, "--article", "export.txt#2", "When did the elephant die?")
    (citation,) = json.loads(asked.output)["citations"]
    assert shown.output[citation["start"] : citation["end"]] == citation["text"]
    assert [citation[name] for name in ("article", "title", "author", "date")] == [
        *("export.txt#2", "Zoo loses elephant", "Tom Wether", "2021-03-09")
    ]
    listed = run("articles", "--corpus", folder).output.splitlines()
    assert listed[0].split() == ["file", "title", "author", "date", "language", "encoding", "passages"]
    assert listed[2].split() == [*"export.txt#2 Zoo loses elephant Tom Wether 2021-03-09 en utf-8 1".split()]


def test_a_file_of_several_articles_is_shown_and_searched_by_its_name(run: Run, tmp_path: Path) -> None:
    folder = str(write_articles(tmp_path, {"export.txt": LEXIS, "other.txt": ZOO}))
    assert run("show", "export.txt", "--corpus", folder).output == LEXIS.replace("\n\f", "\n")
    asked = run("ask", "--json", "--corpus", folder, "--article", "export.txt", "When did the elephant die?")
    assert {one["article"] for one in json.loads(asked.output)["citations"]} == {"export.txt#1", "export.txt#2"}


def test_a_line_that_is_drawn_within_an_article_does_not_end_it(tmp_path: Path) -> None:
    drawn = LEXIS.replace("\n\nDe extra kosten", "\n\n----------\n\nEen lijst:\nmuren\nramen\n\nDe extra kosten")
    articles = read_corpus(write_articles(tmp_path, {"export.txt": drawn}), "nl").articles
    assert any("ramen" in article.text[block.start : block.end] for article in articles for block in article.blocks)
