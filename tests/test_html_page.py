"""Pages of the web: what is an article on them, and what else they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.articles.article import Article, parse_article
from chatbot.articles.formats import html
from chatbot.passages.corpus import read_corpus
from tests.articles import LIGHTHOUSE, section_at, write_articles

TRAINS = "Er rijden vanavond geen treinen meer ten noorden van Zwaneveld."
STORM = "Het weerinstituut geeft code rood af voor de kust."
NEWS = "<h1>Fietser gered</h1><p>Een fietser uit Barger is zondag gered uit het kanaal.</p>"
COOKIES = "<p>Wij gebruiken cookies om je ervaring te verbeteren. Accepteer ze of pas je voorkeuren aan.</p>"


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="nl" class="cookie-consent"><head><meta charset="utf-8"><title>Nieuws</title>{head}'
        f'</head><body class="cookies-accepted">{body}</body></html>'
    )


def read(body: str, head: str = "") -> Article:
    return parse_article("page.html", html.read(page(body, head).encode()))


@pytest.mark.parametrize(
    "notice",
    [
        f'<div class="banner">{COOKIES}</div>',
        '<section id="cookie-melding"><h3>Cookies</h3><p>Deze site heeft cookies.</p></section>',
        '<div class="x">This website uses cookies to improve your visit. <a href="/c">Read our policy.</a></div>',
    ],
)
def test_a_notice_about_cookies_is_no_part_of_a_short_article(notice: str) -> None:
    article = read(f"{notice}<div>{NEWS}</div><div>Contact. Adverteren.</div>")
    assert article.title == "Fietser gered"
    assert "cookie" not in article.text.lower()
    assert "zondag gered uit het kanaal." in article.text


def test_an_article_about_cookies_is_read() -> None:
    text = "De toezichthouder beboet vier sites die cookies plaatsten zonder toestemming van hun bezoekers."
    assert text in read(f"<article><h1>Boete voor cookies</h1><p>{text}</p></article>").text


def test_a_page_without_an_article_is_named_as_one(tmp_path: Path) -> None:
    bodies = [
        f"<div>{COOKIES}<button>Akkoord</button></div>",
        '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>',
        '<div id="root">Schakel JavaScript in om deze website te gebruiken.</div>',
        "<h1>Access Denied</h1><p>You don't have permission to view this page on this server.</p>",
        "<h1>404 - Pagina niet gevonden</h1><p>De pagina die u zoekt, is er niet meer.</p>",
        "<h1>Welkom</h1><p>De Bode en haar partners gebruiken cookies. Geef toestemming om verder te gaan.</p>",
        '<nav><a href="/">Home</a> <a href="/nieuws">Nieuws</a></nav>',
        "",
    ]
    pages = {f"{number}.html": page(body) for number, body in enumerate(bodies)}
    corpus = read_corpus(write_articles(tmp_path, {"good.txt": LIGHTHOUSE, **pages}))
    assert [file.reason for file in corpus.skipped] == [
        f"{name} was skipped: there is no article on the page. Open it in a browser and save it again as a complete "
        "page."
        for name in pages
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "<div><time>{time}</time><h2>Nieuws</h2><p>{text}</p></div>",
        '<div><div class="meta"><span class="time">{time} uur</span></div><p>{text}</p></div>',
        "<div><h2>Nieuws</h2><p class='time'><time>{time}</time></p><p>{text}</p></div>",
        "<div><strong>{time}</strong><div>{text}</div></div>",
        "<p><time>{time}</time> {text}</p>",
        "<dl><dt>{time}</dt><dd>{text}</dd></dl>",
    ],
)
def test_the_time_of_an_entry_of_a_live_blog_stands_before_it(entry: str) -> None:
    entries = entry.format(time="21.40", text=TRAINS) + entry.format(time="20.15", text=STORM)
    text = read(f"<main><h1>Liveblog storm</h1>{entries}</main>").text
    places = [text.index(part) for part in ("21.40", TRAINS, "20.15", STORM)]
    assert places == sorted(places)


def test_signs_above_and_below_the_line_are_read_without_tags() -> None:
    body = "<p>De CO<sub>2</sub> van 10<sup>6</sup> auto's, op 5 m<sup>2</sup>, voor de 1<sup>e</sup> keer [sic].</p>"
    assert "De CO2 van 10⁶ auto's, op 5 m², voor de 1e keer [sic]." in read(body + NEWS).text


def test_a_short_page_keeps_its_paragraphs_apart() -> None:
    article = read('<article><h1>Brand</h1><div class="by">Door Piet</div><p>Er was brand.</p><p>Ze is uit.</p>')
    assert [article.text[block.start : block.end] for block in article.blocks][-2:] == ["Er was brand.", "Ze is uit."]


@pytest.mark.parametrize("body", ["<article>{}</article>", "<div id='menu'><p>Thuis</p></div><div>{}</div>", "{}"])
def test_headings_lists_captions_and_boxes_are_read_wherever_a_page_has_its_article(body: str) -> None:
    parts = (
        f"<h1>Brand</h1><p>{TRAINS}</p><h2>Weer<span>[<a href='/e'>bewerken</a>]</span></h2><p>{STORM}</p>"
        "<figure><img src='a.png'><figcaption>De haven, door Jo Blom.</figcaption></figure>"
        "<ul><li>Zwaneveld: dicht</li></ul><section><h3>Gevolgen <a href='#g'>¶</a></h3><div>De pont vaart niet.</div>"
        "</section><table><tr><th>Haven</th><th>Peil</th></tr><tr><td>Urk</td><td>2,1</td></tr></table>"
    )
    lines = read(body.format(parts)).text.replace(" \n", "\n").splitlines()
    assert list(filter(None, lines)) == [
        *("# Brand", TRAINS, "## Weer", STORM, "De haven, door Jo Blom.", "- Zwaneveld: dicht", "### Gevolgen"),
        *("De pont vaart niet.", "| Haven | Peil |", "|---|---|", "| Urk | 2,1 |"),
    ]


@pytest.mark.parametrize(
    "question", ["<h3><button>{}</button></h3>", "<button>{}</button>", "<details><summary>{}</summary>"]
)
def test_the_question_that_unfolds_an_answer_is_its_heading(question: str) -> None:
    article = read(f"<main>{NEWS}<div>{question.format('Hoe laat dicht?')}<div>Om 21 uur.</div></div></main>")
    assert section_at(article, article.text.index("Om 21")) == "Hoe laat dicht?"


@pytest.mark.parametrize(
    "part",
    [
        "Hij zag het <font>vuur</font> het eerst.<p>Dat was om elf uur.</p>",
        "<div><p>Dat was om elf uur.</p> Hij zag het vuur het eerst.</div>",
        "Hij zag het vuur het eerst.<br><br>Dat was om elf uur.",
        "<div><span><div>Hij <i>zag</i> het vuur het eerst.</div><div>Dat was om elf uur.</div></span></div>",
        "<form><p>Hij zag het vuur het eerst.</p></form>",
        "<aside><p>Hij zag het vuur het eerst.</p></aside>",
        "<p>Hij <label>zag</label> het <mark>vuur</mark> <x-when>het</x-when> <code>eerst</code>.</p>",
        "<section>Hij <b>zag</b> het vuur het eerst.<div>Dat was om elf uur.</div></section>",
    ],
)
@pytest.mark.parametrize("body", ["<article>{}</article>", "<div>{}</div>"])
def test_text_is_read_whatever_it_stands_in(body: str, part: str) -> None:
    article = read(body.format(f"{NEWS}<p>{TRAINS}</p>{part}<p>{STORM}</p>"))
    assert "Hij zag het vuur het eerst." in [article.text[block.start : block.end] for block in article.blocks]


@pytest.mark.parametrize("post", ["<article>{}</article>", "<div class='entry'>{}</div>", "<div class='post'>{}</div>"])
@pytest.mark.parametrize("body", ["<main>{}</main>", "<div id='content'>{}</div>", "{}"])
def test_of_several_articles_on_a_page_all_are_read(body: str, post: str) -> None:
    posts = post.format(f"<h2>Treinen</h2><p>{TRAINS}</p>") + post.format(f"<h2>Storm</h2><p>{STORM}</p>")
    text = read(body.format(posts)).text
    assert list(filter(None, text.splitlines())) == ["## Treinen", TRAINS, "## Storm", STORM]


def test_a_short_article_beside_a_long_one_is_no_part_of_it() -> None:
    teaser = "<article class='teaser'><h3>Elders</h3><p>Een korte <a href='/a'>tekst</a>.</p></article>"
    text = read(f"<article>{NEWS}<p>{TRAINS}</p><p>{STORM}</p></article>{teaser}").text
    assert STORM in text
    assert "Elders" not in text


def test_links_beside_the_text_are_no_part_of_it() -> None:
    links = '<a href="/a">Lees ook over de storm</a> | <a href="/b">Meer over de haven</a>'
    assert "Lees ook" not in read(f"<article>{NEWS}<div>{links}</div><p>{STORM}</p></article>").text


def test_a_short_line_in_bold_above_text_is_its_heading() -> None:
    bold = "<p><strong>Rijden er treinen?</strong></p>", "<p><b>Door Piet Boon</b></p>"
    article = read(f"{NEWS}{bold[0]}<p>{TRAINS}</p>{bold[1]}<p>{STORM}</p>")
    assert section_at(article, article.text.index(TRAINS)) == "Rijden er treinen?"
    assert section_at(article, article.text.index(STORM)) == "Rijden er treinen?"


def test_a_line_break_within_a_sentence_does_not_cut_it() -> None:
    text = read(f"<p>Er rijden geen treinen<br>meer naar Urk.<br>Ook de pont ligt stil.</p>{NEWS}").text
    assert "Er rijden geen treinen meer naar Urk.\n\nOok de pont ligt stil." in text


def test_numbers_of_a_list_are_read_and_code_is_no_heading() -> None:
    steps = "<ol><li>Bel de <b>wacht</b>.</li><li><p>Ga naar buiten.</p></li></ol><pre><code># Sluit</code></pre>"
    lines = read(f"<article>{NEWS}<p>{TRAINS}</p>{steps}<p>{STORM}</p></article>").text.split("\n\n")
    assert lines[3:] == ["1. Bel de wacht.", "2. Ga naar buiten.", "```\n# Sluit\n```", STORM]


def test_the_number_of_an_item_is_its_own_and_stands_before_all_of_its_text() -> None:
    items = "<li><a id='x'></a>Ga naar balie <b>vier</b>.</li><li value='7'>Betaal.</li><li>8. Wacht in de hal.</li>"
    lines = read(f"<article>{NEWS}<p>{TRAINS}</p><ol start='4'>{items}</ol><p>{STORM}</p></article>").text.split("\n\n")
    assert lines[3:] == ["4. Ga naar balie vier.", "7. Betaal.", "8. Wacht in de hal.", STORM]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Lijn   Halte\n11     Kerk\n\n  12  Plein", "Lijn   Halte\n11     Kerk\n\n  12  Plein"),
        ("Een reiger<br>gaapt<br/>Hij droomt", "Een reiger\ngaapt\nHij droomt"),
        ("De sluis<blockquote>tilt <b>twaalf</b> ton</blockquote>Groet", "De sluis\ntilt twaalf ton\nGroet"),
        ("<code>for otter in otters:\n    tel(otter)\n</code>", "```\nfor otter in otters:\n    tel(otter)\n```"),
    ],
)
def test_preformatted_text_keeps_its_lines_and_spaces(written: str, expected: str) -> None:
    text = read(f"<article>{NEWS}<p>{TRAINS}</p><pre>{written}</pre><p>{STORM}</p></article>").text
    assert f"\n\n{expected}\n\n{STORM}" in text


def test_a_quotation_keeps_its_marks_and_who_said_it() -> None:
    quoted = f"<blockquote><p>{TRAINS} Dat is <q>nooit</q> gebeurd.</p><footer>Berend Kruizinga</footer></blockquote>"
    text = read(f"<article>{NEWS}{quoted}<p>{STORM}</p></article>").text
    assert "Dat is “nooit” gebeurd." in text
    assert "Berend Kruizinga" in text


def test_a_raised_mark_in_brackets_is_no_power_and_no_word() -> None:
    text = read(f"<p>De vlucht is 21 m<sup>[2]</sup> van de 30 m<sup>2</sup><sup>[noot 1]</sup>.</p>{NEWS}").text
    assert "De vlucht is 21 m[2] van de 30 m²." in text


def test_a_page_tells_who_wrote_it_and_when() -> None:
    data = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "author": '
        '[{"@type": "Person", "name": "Piet Boon"}, {"@type": "Person", "name": "Eva Slot"}], '
        '"datePublished": "2024-03-05T10:00:00+01:00"}</script>'
    )
    article = read(f"<article>{NEWS}<p>Op 5 mei 1945 gebeurde dat ook.</p></article>", data)
    assert (article.author, article.date) == ("Piet Boon, Eva Slot", "2024-03-05")


def test_a_date_in_the_text_of_a_page_is_not_its_own() -> None:
    text = "<p>Op 12 juni 2019 begon de herbouw van de toren.</p><footer>© 2023 De Stem</footer>"
    assert read(NEWS + text).date is None
