"""Pages that place their text in many ways: all of its prose is read, and what stands beside it is not."""

from __future__ import annotations

import pytest

from chatbot.articles.formats import html
from chatbot.articles.source_text import UnreadableFileError

BUS = "De gemeente Vledder koopt dit jaar vier nieuwe bussen. Wethouder Ans Kremer is er blij mee."
FERRY = "In Zorgvlied kwam de oude pont weer in de vaart. Schipper Bertus de Haan had haar hersteld."
TIMES = "De overtocht duurt volgens de schipper vier minuten. Kaartjes kosten twee euro."
LINKS = "<ul><li><a href='/'>Voorpagina</a></li><li><a href='/sport'>Sport</a></li></ul>"
HOURS = "<table><tr><td>Maandag</td><td>9 uur</td></tr><tr><td>Dinsdag</td><td>10 uur</td></tr></table>"


def read(body: str, title: str = "<title>Nieuws uit Vledder</title>") -> str:
    return html.read(f"<html><head>{title}</head><body>{body}</body></html>".encode()).text


def test_a_page_of_frames_has_no_article() -> None:
    with pytest.raises(UnreadableFileError, match="no article on page"):
        html.read(b"<html><head><title>Vledder</title></head><frameset><frame src='a.html'></frameset></html>")


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td>{LINKS}</td><td>{BUS}<br><br>{TIMES}</td><td>{FERRY}</td></tr></table>",
        f"<table><tr><td><h3>Bus</h3><p>{BUS}</p></td><td><h3>Pont</h3><p>{FERRY}</p></td></tr></table><p>{TIMES}</p>",
        f"<table><tr><td><b>Bus</b><br>{BUS}</td><td><b>Pont</b><br>{FERRY}<br>{TIMES}</td></tr></table>",
        f"<table><tr><td>{BUS}</td><td>{FERRY}</td></tr><tr><td>{TIMES}</td><td>{TIMES}</td></tr></table>",
        f"<table role='presentation'><tr><td>{BUS}</td><td>Kort</td></tr></table><p>{FERRY}</p><p>{TIMES}</p>",
        f"<table><tr><td><img src='a.png'></td><td>{BUS}</td></tr></table><p>{FERRY}</p><p>{TIMES}</p>",
        f"<div><h1>Vervoer</h1><div><p>{BUS}</p></div><div class='a'><p>{FERRY}</p><p>{TIMES}</p></div></div>",
        f"<article><p>{BUS}</p><div class='article-body'><p>{FERRY}</p><p>{TIMES}</p></div></article>",
        f"<article><p>{BUS}</p><aside><p>{FERRY}</p><a href='/'>Meer</a></aside><footer>{TIMES}</footer></article>",
        f"<center><font size='5'>Bus</font></center><font>{BUS}<br>{FERRY}<p>{TIMES}</font>",
        f"<div><div class='a'>{BUS}</div><div class='b'><ul><li>{FERRY}</li><li>{TIMES}</li></ul></div></div>",
        f"<main><div class='in'><p>{BUS}</p></div><article><p>{FERRY}</p><p>{TIMES}</p></article></main>",
        f"<article><p>{BUS}</p><p class='slide'>{FERRY}</p><div class='widget-author'><p>{TIMES}</p></div></article>",
        f"<main><p>{BUS}</p><ul><li>{FERRY}{HOURS}</li></ul><p>{TIMES}</p></main>",
    ],
)
def test_prose_is_read_wherever_a_page_places_it(body: str) -> None:
    text = " ".join(read(body).split())
    assert [prose for prose in (BUS, FERRY, TIMES) if prose not in text] == []
    assert "Voorpagina" not in text


def test_a_table_of_data_beside_text_is_read_with_it() -> None:
    text = read(f"<table><tr><td>{BUS}<br><br>{FERRY}</td><td>{HOURS}</td></tr></table>")
    assert "| Maandag | 9 uur |" in text
    assert FERRY in text


def test_a_table_in_a_list_stands_below_it() -> None:
    text = read(f"<main><p>{BUS}</p><ul><li>{FERRY}{HOURS}</li></ul><p>{TIMES}</p></main>")
    assert text.split("\n\n")[1:] == [f"- {FERRY}", "| Maandag | 9 uur |\n| Dinsdag | 10 uur |", TIMES]


def test_short_lines_in_boxes_among_others_are_read() -> None:
    text = read(f"<h1>Pont</h1><p>{FERRY}</p><div><span>{TIMES}</span></div><div>Vaart dagelijks</div>")
    assert "Vaart dagelijks" in text


@pytest.mark.parametrize(
    "beside",
    [
        "<div class='related'><p>{}</p></div>",
        "<section id='comments'><p>{}</p></section>",
        "<div><h4><a href='/x'>Elders</a></h4><p>{}</p></div>",
        "<nav><p>{}</p></nav>",
        "<footer><p>{}</p></footer>",
        "<template><p>{}</p></template>",
        "<p hidden>{}</p>",
        "<div style='display: none'>{}</div>",
    ],
)
@pytest.mark.parametrize("body", ["<article>{}</article>{}", "<div>{}</div>{}"])
def test_what_stands_beside_the_prose_or_is_hidden_is_not_read(body: str, beside: str) -> None:
    text = read(body.format(f"<p>{BUS}</p><p>{FERRY}</p>", beside.format(TIMES)))
    assert FERRY in text
    assert TIMES not in text


def test_what_somebody_can_unfold_is_read() -> None:
    panel = (
        f"<h2><button aria-controls='one'>Hoe lang duurt het?</button></h2><div id='one' hidden><p>{TIMES}</p></div>"
    )
    assert TIMES in read(f"<main><p>{BUS}</p>{panel}</main>")


def test_what_an_encyclopedia_puts_beside_its_text_is_not_read() -> None:
    contents = "<div><h2>Inhoud</h2><ul><li><a href='https://e.example/Pont#bouw'>1 De bouw</a></li></ul></div>"
    note = "<ol><li id='n1'><a href='#r1'>↑</a> Archief van Zorgvlied</li></ol>"
    text = read(
        f"<main><h1>Pont</h1><div id='siteSub'>Uit de vrije encyclopedie</div><p>{FERRY}<sup>[<i>bron?</i>]</sup></p>"
        f"{contents}<h2 id='bouw'>De bouw</h2><p>{TIMES}<sup><a href='#n1'>[1]</a></sup></p>{note}</main>"
    )
    assert list(filter(None, text.splitlines())) == [
        *("# Pont", FERRY, "## De bouw", f"{TIMES}¹", "1. Archief van Zorgvlied")
    ]


def test_a_link_to_a_note_is_raised() -> None:
    note = "<p><a href='#_ftnref1'>[1]</a> Archief van Zorgvlied.</p>"
    text = read(f"<main><p>{FERRY}<a href='#_ftn1'><span>[1]</span></a> {TIMES}</p>{note}</main>")
    assert text.split("\n\n") == [f"{FERRY}¹ {TIMES}", "¹ Archief van Zorgvlied."]


def test_the_title_of_a_text_that_was_written_online_is_its_own_and_remarks_are_left_out() -> None:
    body = (
        f"<p class='c1 title'>Verslag van de raad</p><p>{BUS}<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup></p>"
        f"<h2>Cijfers</h2><p>{TIMES}</p><div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a>Klopt dit wel?</p></div>"
    )
    found = html.read(f"<html><body>{body}</body></html>".encode())
    assert found.title == "Verslag van de raad"
    assert list(filter(None, found.text.splitlines()))[1:] == [BUS, "## Cijfers", TIMES]


def test_a_later_heading_is_not_the_title_of_a_page_without_one() -> None:
    assert html.read(f"<html><body><p>{BUS}</p><h2>Cijfers</h2><p>{TIMES}</p></body></html>".encode()).title is None


def test_lists_of_links_go_with_a_heading_that_is_above_them_alone() -> None:
    titles = ("Zo werd de pont gebouwd", "De haven krijgt een kade")
    links = f"<ul> {' '.join(f'<li><a href=/a>{title}</a></li>' for title in titles)} </ul>"
    page = f"<h1>Pont</h1><p>{FERRY}</p> <h2>Zie ook</h2> {links} <h2>De bouw</h2> {links} <p>{TIMES}</p>"
    assert html.read(f"<html><body>{page}</body></html>".encode()).text.split("\n\n") == [
        *("# Pont", FERRY, "## De bouw", TIMES)
    ]


@pytest.mark.parametrize("lead", ["<h2>Havens</h2>", "<p>Zij legt aan in:</p>"])
def test_a_list_of_names_in_the_text_stays_although_each_leads_to_its_page(lead: str) -> None:
    links = "<ul><li><a href='/a'>Houten</a></li><li><a href='/b'>Oud Zuilen</a></li></ul>"
    text = html.read(f"<html><body><h1>Pont</h1><p>{FERRY}</p>{lead}{links}<p>{TIMES}</p></body></html>".encode()).text
    assert text.split("\n\n")[3:] == ["- Houten", "- Oud Zuilen", TIMES]


def test_a_place_to_jump_to_is_no_link() -> None:
    page = f"<h1>Pont</h1><p><a id='1'>{FERRY}</a></p><p><a name='2'>Kort.</a></p><p>{TIMES}</p>"
    text = html.read(f"<html><body>{page}</body></html>".encode()).text
    assert text.split("\n\n") == ["# Pont", FERRY, "Kort.", TIMES]


def test_what_stands_beside_an_article_goes_with_its_heading_but_the_title_stays() -> None:
    share = "<ul><li><a href='/f'>Delen</a></li></ul>"
    cards = "".join(
        f"<div><a href='/{at}'><h3>Storm {at}</h3><p>Het stormt daar al weken hard.</p></a></div>" for at in "ab"
    )
    page = (
        f"<div><h2>Nieuwe bussen</h2>{share}</div><p>{BUS}</p><p>{FERRY}</p>"
        f"<div class='ad'>Advertentie<br>Lees verder</div><p>{TIMES}</p><div><h2>Meer nieuws</h2>{cards}</div>"
    )
    head = "<head><title>Nieuwe bussen | De Dijk</title></head>"
    text = html.read(f"<html>{head}<body>{page}</body></html>".encode()).text
    assert text.split("\n\n") == ["## Nieuwe bussen", BUS, FERRY, TIMES]
