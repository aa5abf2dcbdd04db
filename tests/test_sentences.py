"""Sentences: where a paragraph may be cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from chatbot.text.sentences import sentence_spans
from tests.articles import article_texts


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Het regent.", "De zon schijnt."],
        ["Waarom nu?", "Daarom!", "Goed…", "Echt waar."],
        ["‘Ga weg.’", "Hij ging."],
        ["Hij zei: “Kom hier!”", "“Waarom?”", "(Niemand weet het.)", "Zo ging het."],
        ["Dat was in 2014.", "14 mannen kwamen om."],
        ["Ça va.", "Élise komt."],
        ["The door was red.", "Smith left within ten min.", "Nobody saw art.", "Jones did."],
        ["Het ijs is dik.", "’s Avonds wordt er geschaatst.", "'t Is feest.", "'s-Gravenzande viert het."],
        ["De kaas is duur.", "€ 5 is veel.", "Milk is cheap.", "$2 is little."],
        ["Men noemt het “onzin”.", "Zij noemt het 'kletspraat'.", 'He calls it "news".', '"Fine".', "Brown leaves."],
        ["De zaal hangt vol foto's.", "Amsterdam leende ze uit.", "Er ligt 3 km.", "Jansen liep het."],
        [
            "Zij werkt bij Bakker B.V.",
            "De baas is Jan.",
            "He sold it to Quill Inc.",
            "Nobody knows.",
            "Zie blz. 5 e.v.",
        ],
        ["Dat was in the past.", "Tom kon.", "Piet ook.", "Het kostte 5 mln.", "Niemand had zo'n kap.", "Kees wel."],
        ["De brief is van 3 mei jl.", "Het antwoord kwam in 40 v.Chr.", "De bode was te laat."],
        ["Ik zag Jan.", "Piet was er niet.", "De bak is vol.", "Geen nood.", "Een mooie col.", "Het sneeuwt."],
        ["De bus komt om 13.30 u.", "Kinderen mogen mee.", "De sprong was 5 m.", "Jansen won."],
        ["Hij reed met Karel V.", "Hij was dol op plan B.", "Het regende. . . .", "Toen niet meer."],
        ["De winst steeg tot 5 mln. euro in dec.", "De omzet daalde.", "Op tv.", "Het stond op TV.", "Amsterdam keek."],
        [
            "The shop closes at 5 p.m.",
            "The staff go home.",
            "He moved to the U.S.",
            "They stayed.",
            "He said no.",
            "Fine.",
        ],
    ],
)
def test_a_mark_white_space_and_a_capital_or_digit_end_a_sentence(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Volgens dr. Jansen klopt het.",
        "De heer A.B. Jansen kwam.",
        "Gen. Smith met Mr. Brown.",
        "Fruit, d.w.z. Appels en peren.",
        "The U.S. Army left.",
        "J. Edgar Hoover was daar.",
        "1. Waarom gaat het fout?",
        "Hij riep: kom! en ging.",
        "Het kost 3.5 Miljoen.",
        "Zie www.Voorbeeld en N.V.Philips.",
        "Versie 2.Final is klaar.",
        "Zij trad op 3 jan. 2023 af, meldt het blad van 12 Okt. 1995.",
        "Volgens art. 12, p. 55 en blz. 60 mag het.",
        "The hearing of Sept. 12 is in Court No. 4 of Ashby.",
        "It is known as Hardy v. Laurel Estates Ltd. and Pitt Inc. Holdings.",
        "De schade is 2,3 mln. Euro groot.",
        "Jansen en J. Van der Berg kochten N.V. Philips.",
        "Rond 40 v. Chr. was het een stad.",
        "De akte is van drs. J. A. Vermeer, IJ. Prins en Joh. Bos.",
        "Dr. A. I. Lowe of Lark Bros. Shipping has a Ph.D. Smith paid for.",
        "De zaal is t.b.v. De Hoop en ds. De Boer, a.k.a. The Reverend.",
        "Price et al. (2004) en vol. IV, fig. 3 melden max. 40 (geb. 1820) en est. $5.",
        "Rond 300 v.Chr. Griekse kooplui, *Drs.* Vos en Prof.Jansen (i.s.m.) Bakker.",
        "Hij kwam (!) Amsterdam nooit meer uit.",
        "1.) De eerste stap",
        "IV. De vierde stap",
        "1.2. De stap daarin",
        "a. De tweede stap",
        "Mw. Smit-v.d. Berg zag het op Fri. Sept. 9 met Jo.",
        "De hoek van de Burg. Meineszlaan, weth. A. Bos, wnd. burgem. Kroon, Kard. Alfrink en de Ste. Anna.",
        "Past. Kok van de Geref. Kerk sprak met de Kon. Marine, de Ned. Bank en het Min. van Oorlog.",
        "Supt. Hale, Det. Insp. Rebus and Brig. Gen. Ross wrote to Wm. Pitt and Chas. Dodd.",
        "De fabriek van N.V. De Hoop en van Hendrik A. De Vries.",
        "Rond 100 n. Chr. gold er art. 6 l. Wetboek van Strafrecht niet.",
        "Hij is geb. 4 okt. te Ede, bouwde hfst. 3 op art. 6 jo. Art. 7, en kreeg max. 120 euro of min. 90.",
    ],
)
def test_the_stop_of_an_abbreviation_an_initial_or_a_number_ends_none(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["The gate was mended.[1]", "It is open.[2][3]", "Nobody pays.[^a]"],
        ["De poort is hersteld.¹", "Hij is open.²³", "Niemand betaalt."],
        ["De poort is hersteld.3", "Hij is open.4,5", "Niemand betaalt.^6", "Goed zo."],
        ["The gate was mended.†", "It is open.**", "Nobody pays.‡"],
        ["The gate was mended.[citation needed]", "It is open.[12]:45–46", "Nobody pays.[1][note 3]", "Fine."],
    ],
)
def test_the_mark_of_a_note_belongs_to_the_sentence_before_it(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_sentence_ends_where_the_next_lost_its_space() -> None:
    assert sentences("Zo was het vroeger.Daarna kwam de oorlog.") == ["Zo was het vroeger.", "Daarna kwam de oorlog."]


def test_a_text_without_marks_is_one_sentence() -> None:
    assert sentences("geen enkel teken\nen toch twee regels") == ["geen enkel teken\nen toch twee regels"]


def test_an_empty_slice_has_no_sentence() -> None:
    assert list(sentence_spans("Een zin.", 3, 3)) == []


def test_only_the_slice_that_is_asked_for_is_read() -> None:
    text = "Voor. Binnen. Ook. Na."
    assert [text[start:end] for start, end in sentence_spans(text, 6, 18)] == ["Binnen.", "Ook."]


@given(article_texts)
def test_sentences_follow_each_other_and_only_white_space_is_left_out(text: str) -> None:
    text = text.strip()  # as a paragraph is
    spans = list(sentence_spans(text, 0, len(text)))
    for start, end in spans:
        assert text[start:end].strip()
    for (_, end), (start, _) in pairwise([(0, 0), *spans, (len(text), len(text))]):
        assert end <= start
        assert not text[end:start].strip()
